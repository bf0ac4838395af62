namespace DefectVision.Claims.Deadlines;

/// <summary>What must be done by a day.</summary>
public enum DeadlineKind
{
    /// <summary>The buyer names the defects.</summary>
    FirstNotice,

    /// <summary>The supplier answers, at the earliest expected: 5 business days, unless agreed.</summary>
    AnswerExpected,

    /// <summary>The supplier answers, at the latest: 10 business days, unless agreed.</summary>
    AnswerDue,

    /// <summary>The first business day after a missing answer.</summary>
    Escalation,

    /// <summary>The contract's inspection period of a lot ends.</summary>
    InspectionPeriod,
}

/// <summary>A day by which something must be done.</summary>
/// <param name="Kind">What.</param>
/// <param name="Lot">Whose period it is; null for the whole claim.</param>
/// <param name="Date">The day; null when something is missing.</param>
/// <param name="From">The day it was counted from; null when missing.</param>
/// <param name="Counted">How much was counted, such as "72 h", "10" business days.</param>
/// <param name="Countries">Whose business days; empty where calendar days were counted.</param>
/// <param name="Missing">Fields of the agreement that it would need.</param>
/// <param name="WithoutData">Country and year whose public holidays are not known, such as "CN 2027": counted by weekends alone.</param>
public sealed record Deadline(
    DeadlineKind Kind, string? Lot, DateOnly? Date, DateOnly? From, string Counted, IReadOnlyList<string> Countries, IReadOnlyList<string> Missing, IReadOnlyList<string> WithoutData);
