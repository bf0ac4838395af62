using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Claiming;
using DefectVision.Inspection.Drawing;

namespace DefectVision.Inspection.Judging;

/// <summary>
/// Exact one-sided bounds for the share of the lot's items that the model would flag. Two separate statements: each holds at the confidence level.
/// Undecided items count as clear in the lower bound and as flagged in the upper one.
/// </summary>
/// <param name="Confidence">Of each side, 0 to 1.</param>
/// <param name="LowerRate">At least this share, 0 to 1.</param>
/// <param name="UpperRate">At most this share, 0 to 1.</param>
/// <param name="LowerItems">At least this many items of the lot; null when the lot's size is unknown.</param>
/// <param name="UpperItems">At most this many items of the lot; null when the lot's size is unknown.</param>
/// <param name="Method">Name and version of the method.</param>
/// <param name="Class">G for a guaranteed bound; null when the items were not, or not known to be, all or drawn at random: then nothing is guaranteed.</param>
public sealed record FlaggedShare(
    double Confidence,
    double LowerRate,
    double UpperRate,
    long? LowerItems,
    long? UpperItems,
    string Method,
    char? Class);

/// <summary>What a sampling plan says of a lot.</summary>
public enum PlanAnswer
{
    Accepts,
    Rejects,

    /// <summary>Undecided items would turn the answer.</summary>
    Undecided,

    /// <summary>Fewer items were photographed than the plan asks for.</summary>
    TooFewItems,

    /// <summary>Printed as information: the number of items photographed is not the plan's, or the lot size is unknown.</summary>
    Information,
}

/// <summary>A sampling plan read for one severity.</summary>
/// <param name="Severity">Whose items are counted.</param>
/// <param name="AqlPercent">As agreed; null when defects of this severity are not allowed.</param>
/// <param name="Plan">Edition, level, code letter and sample size in words; null when no plan applies.</param>
/// <param name="SampleSize">Items the plan asks for; null when no plan applies.</param>
/// <param name="AcceptanceNumber">Ac; null when no plan applies.</param>
/// <param name="RejectionNumber">Re; null when no plan applies.</param>
/// <param name="Count">Items of this severity, at least and at most.</param>
/// <param name="Answer">What follows.</param>
/// <param name="Reason">The answer in a sentence.</param>
public sealed record PlanReading(
    Severity Severity,
    decimal? AqlPercent,
    FormattableString? Plan,
    long? SampleSize,
    int? AcceptanceNumber,
    int? RejectionNumber,
    SeverityCount Count,
    PlanAnswer Answer,
    FormattableString Reason)
{
    /// <summary>The limit in words: "AQL 2.5" or "not allowed".</summary>
    public string Limit => new SeverityLimit(AqlPercent).ToString();

    /// <summary>How the plan judges between good and bad; null when no plan applies.</summary>
    public PlanProtection? Protection { get; init; }
}

/// <summary>How well a plan tells good lots from bad ones: points of its OC curve.</summary>
/// <param name="Observed">The quality counted in this lot, 0 to 1.</param>
/// <param name="AcceptsObserved">The chance that the plan accepts a lot of this size and quality (hypergeometric), 0 to 1.</param>
/// <param name="AcceptedOneInTen">The process quality that it accepts one time in ten (binomial), 0 to 1.</param>
/// <param name="LimitingItems">For this lot alone: the fewest defective items at which it is accepted one time in ten at most (hypergeometric; the definition of ISO 2859-2).</param>
/// <param name="LimitingQuality">The same as a share of the lot, 0 to 1.</param>
public sealed record PlanProtection(double Observed, double AcceptsObserved, double AcceptedOneInTen, long LimitingItems, double LimitingQuality);

/// <summary>A lot with everything that was concluded about it.</summary>
/// <param name="Lot">Its items.</param>
/// <param name="Tally">Its items, counted.</param>
/// <param name="FlaggedShare">Null when no item was photographed.</param>
/// <param name="Readings">One per severity, worst first.</param>
/// <param name="Verdict">By model flags; by confirmed items once a person looked at the lot.</param>
/// <param name="Reasons">Sentences, the deciding one first; never empty.</param>
/// <param name="Remarks">What a reader must know of this lot beside the verdict, such as photos taken for items.</param>
public sealed record LotJudgement(
    Lot Lot,
    LotTally Tally,
    FlaggedShare? FlaggedShare,
    IReadOnlyList<PlanReading> Readings,
    Verdict Verdict,
    IReadOnlyList<FormattableString> Reasons,
    IReadOnlyList<FormattableString> Remarks)
{
    /// <summary>Whether bounds for the lot are guaranteed, and what would be needed if not.</summary>
    public SampleStanding Sample { get; init; } = new($"not recorded", [$"How the items were chosen is not recorded."]);

    /// <summary>The lot's defects by cause and by class.</summary>
    public DefectShares Shares => ShareCounter.Of(this);

    /// <summary>What may be said against the lot; null where no plan of statements was made.</summary>
    public LotClaim? Claim { get; init; }
}
