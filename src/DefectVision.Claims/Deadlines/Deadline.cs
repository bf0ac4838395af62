namespace DefectVision.Claims.Deadlines;

/// <summary>What must be done by a day.</summary>
public enum DeadlineKind
{
    /// <summary>The buyer names the defects of a rejected lot.</summary>
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

/// <summary>What a deadline is counted from.</summary>
public enum DeadlineStart
{
    /// <summary>The dated evidence that first made the lot fail.</summary>
    FirstFailure,

    /// <summary>The day of the inspection, by the agreement.</summary>
    Inspection,

    /// <summary>The day of arrival or shipment, from which the contract's inspection period runs.</summary>
    PeriodStart,

    /// <summary>The day by which the first notice is due: the day it is sent is not known.</summary>
    NoticeDue,

    /// <summary>The same, where the supplier is known to have been told before it: the letter gave that period, and it stands.</summary>
    NoticeLimit,

    /// <summary>The day on which the supplier was told, as somebody told afterwards.</summary>
    NoticeSent,

    /// <summary>The day by which the supplier's answer is due.</summary>
    AnswerDue,
}

/// <summary>A day by which something must be done.</summary>
/// <param name="Kind">What.</param>
/// <param name="Lot">Whose it is; null for the whole claim.</param>
/// <param name="Date">The last day on which it is in time (UTC); null when it cannot be counted.</param>
/// <param name="From">The day it was counted from; null when missing.</param>
/// <param name="Counted">How much was counted, such as "72 h", "10" business days.</param>
/// <param name="Countries">Whose business days; empty where calendar days were counted, or no country was given: then by weekends alone.</param>
/// <param name="Missing">Fields of the agreement that it would need; where there is a date, it was counted without them.</param>
/// <param name="WithoutData">Country and year whose public holidays are not known, such as "CN 2027": counted by weekends alone.</param>
public sealed record Deadline(
    DeadlineKind Kind,
    string? Lot,
    DateOnly? Date,
    DateOnly? From,
    string Counted,
    IReadOnlyList<string> Countries,
    IReadOnlyList<string> Missing,
    IReadOnlyList<string> WithoutData)
{
    /// <summary>The moment on that day, where it is known to the hour (UTC); null: until the end of the day.</summary>
    public DateTimeOffset? Moment { get; init; }

    /// <summary>What it was counted from; null without <see cref="From"/>.</summary>
    public DeadlineStart? Start { get; init; }

    /// <summary>Business days were counted, not calendar days or hours.</summary>
    public bool InBusinessDays => Kind is DeadlineKind.AnswerExpected or DeadlineKind.AnswerDue or DeadlineKind.Escalation;
}
