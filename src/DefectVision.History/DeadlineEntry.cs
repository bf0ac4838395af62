namespace DefectVision.History;

/// <summary>A day by which something must be done.</summary>
/// <param name="Kind">As claim.json names it: first_notice.</param>
/// <param name="Lot">Whose it is; null for the whole claim.</param>
/// <param name="Day">The last day on which it is in time (UTC).</param>
public sealed record DeadlineEntry(string Kind, string? Lot, DateOnly Day)
{
    /// <summary>The kind of a first notice.</summary>
    public const string Notice = "first_notice";

    /// <summary>The kind of the supplier's answer, at the latest.</summary>
    public const string Answer = "answer_due";

    /// <summary>The kind of the day after a missing answer.</summary>
    public const string Escalation = "escalation";

    /// <summary>The kind of the end of the contract's inspection period.</summary>
    public const string Period = "inspection_period";
}
