namespace DefectVision.Statistics;

/// <summary>So many of so many: nonconforming items of a sample, flagged items of those known to be bad, and the like.</summary>
public readonly record struct Tally
{
    /// <param name="count">0..total.</param>
    /// <param name="total">The number of trials, 0 or more.</param>
    public Tally(long count, long total)
    {
        if (!(total >= 0))
            throw new ArgumentOutOfRangeException(nameof(total), total, "A tally has 0 or more trials.");
        if (!(count >= 0 && count <= total))
            throw new ArgumentOutOfRangeException(nameof(count), count, $"A tally of {total} trials counts between 0 and {total}.");
        Count = count;
        Total = total;
    }

    public long Count { get; }

    public long Total { get; }

    /// <summary>Total − Count.</summary>
    public long Rest => Total - Count;

    /// <summary>The same trials, counting the others.</summary>
    public Tally Complement => new(Rest, Total);

    /// <summary>Count/Total as a plain number; the total must not be 0.</summary>
    internal double Share => (double)Count / Total;

    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Count} of {Total}");
}
