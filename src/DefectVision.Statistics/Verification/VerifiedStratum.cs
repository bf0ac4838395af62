namespace DefectVision.Statistics.Verification;

/// <summary>Items of the sample that a classifier put on one side (flagged or not), and what people found among those they looked at.</summary>
public readonly record struct VerifiedStratum
{
    /// <param name="size">Items in the stratum.</param>
    /// <param name="confirmed">Confirmed nonconforming of those looked at. If fewer than all were looked at, they were drawn at random.</param>
    public VerifiedStratum(long size, Tally confirmed)
    {
        if (!(size >= confirmed.Total))
            throw new ArgumentOutOfRangeException(nameof(size), size, $"A stratum of {size} items cannot have {confirmed.Total} verified ones.");
        Size = size;
        Confirmed = confirmed;
    }

    public long Size { get; }

    public Tally Confirmed { get; }

    /// <summary>Some were looked at and some were not: the only case in which the stratum leaves room for chance.</summary>
    internal bool IsSampled => Confirmed.Total > 0 && Confirmed.Total < Size;
}
