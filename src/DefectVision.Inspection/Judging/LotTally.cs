using DefectVision.Inspection.Reviewing;

namespace DefectVision.Inspection.Judging;

/// <summary>How many items of one severity there are, at least and at most.</summary>
/// <param name="AtLeast">Items of this severity: flagged ones, or confirmed ones once a person looked at the lot.</param>
/// <param name="AtMost">The same, with every item that could not be decided, or is flagged and waits for a person, counted too.</param>
public sealed record SeverityCount(long AtLeast, long AtMost);

/// <summary>The items of a lot, counted.</summary>
/// <param name="Items">Items photographed.</param>
/// <param name="Photos">Photos assigned to the lot, duplicates left out.</param>
/// <param name="Flagged">Items flagged by the model.</param>
/// <param name="Undecided">Items that are too close to call or incomplete.</param>
/// <param name="BySeverity">Every severity has an entry; an item counts once, at its worst.</param>
public sealed record LotTally(
    long Items,
    long Photos,
    long Flagged,
    long Undecided,
    IReadOnlyDictionary<Severity, SeverityCount> BySeverity)
{
    /// <summary>What a person looked at; null when nobody looked at an item of this lot.</summary>
    public ReviewTally? Review { get; init; }
}
