using DefectVision.Inspection.Reviewing;

namespace DefectVision.Inspection.Judging;

/// <summary>How many items of one severity there are, at least and at most.</summary>
/// <param name="AtLeast">Items of this severity by a person's word, a measurement or a test; never by a flag that nobody has read.</param>
/// <param name="AtMost">The same, with every item that is flagged and unread, disputed or not decided.</param>
public sealed record SeverityCount(long AtLeast, long AtMost)
{
    /// <summary>Items that the model flags at this severity and nobody has read.</summary>
    public long Flagged { get; init; }

    /// <summary>Of these, those whose flag counts for nothing until a person has read it, see <see cref="Item.IsFlagUnsure"/>.</summary>
    public long Unsure { get; init; }
}

/// <summary>The items of a lot, counted.</summary>
/// <param name="Items">Items of the sample: drawn, or found where nothing was drawn. Those without a readable photo stay in it (each counts as good in lower bounds, as defective in upper ones).</param>
/// <param name="Photos">Photos assigned to the lot, duplicates left out.</param>
/// <param name="Flagged">Items flagged by the model.</param>
/// <param name="Undecided">Items that nobody looked at and no photo decides: too close to call, without a readable photo, or not scored.</param>
/// <param name="BySeverity">Every severity has an entry; an item counts once, at its worst.</param>
public sealed record LotTally(
    long Items,
    long Photos,
    long Flagged,
    long Undecided,
    IReadOnlyDictionary<Severity, SeverityCount> BySeverity)
{
    /// <summary>Items of the sample with at least one photo that could be read.</summary>
    public long Photographed { get; init; }

    /// <summary>Items of the sample that the model scored a photo of.</summary>
    public long Scored { get; init; }

    /// <summary>What a person looked at; null when nobody looked at an item of this lot.</summary>
    public ReviewTally? Review { get; init; }
}
