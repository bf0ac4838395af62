using DefectVision.Inspection.Drawing;
using DefectVision.Inspection.Reviewing;
using DefectVision.Statistics;

namespace DefectVision.Inspection.Claiming;

/// <summary>What may be said against a lot, in the order in which it may be said. Without a person's review there is the correction of the flags and no more.</summary>
/// <param name="Review">Null when nobody looked at an item of this lot.</param>
/// <param name="Sample">Whether bounds for the lot are guaranteed.</param>
/// <param name="AtLeast">From the items that persons confirmed, or that a measurement or test shows not to conform; null without such evidence.</param>
/// <param name="Comparisons">With the AQL of each severity that has one, worst first; empty without such evidence or without lot size.</param>
/// <param name="Claimed">How many items may be claimed by the bound; null for an accepted lot, and without evidence or lot size.</param>
/// <param name="Amount">Their price; null where nothing is claimed or no price is agreed.</param>
/// <param name="Correction">What follows from the flags alone; null when no item was photographed.</param>
public sealed record LotClaim(
    ReviewTally? Review,
    SampleStanding Sample,
    DefectiveBound? AtLeast,
    IReadOnlyList<AqlComparison> Comparisons,
    ClaimedItems? Claimed,
    ClaimedAmount? Amount,
    FlagCorrection? Correction);

/// <summary>A one-sided lower bound for the defective items of a lot, from items shown defective. It holds whatever the model misses: a missed defect only makes it smaller.</summary>
/// <param name="Found">Shown defective, of the items of the sample.</param>
/// <param name="Confidence">Of this one bound, 0 to 1: the level at which the bounds of all lots hold together.</param>
/// <param name="Rate">At least this share of the lot, 0 to 1.</param>
/// <param name="Items">At least this many items of the lot; null when the lot's size is unknown.</param>
/// <param name="Method">Name and version.</param>
/// <param name="Class">G; null while the sample does not speak for the lot: then it holds only under the assumption that it was drawn at random.</param>
public sealed record DefectiveBound(Tally Found, double Confidence, double Rate, long? Items, string Method, char? Class)
{
    /// <summary>The cartons that it counts; null where items were drawn from the whole lot.</summary>
    public CartonsOpened? Cartons { get; init; }
}

/// <summary>Whether a lot is worse than its AQL: a stronger statement than that a plan rejects it.</summary>
/// <param name="Severity">Whose items are counted.</param>
/// <param name="AqlPercent">As agreed, or the default.</param>
/// <param name="Found">Shown defective at this severity, of the items of the sample.</param>
/// <param name="PermittedInLot">The most defective items that a lot at the AQL holds.</param>
/// <param name="AtLeast">The lower bound for the lot at the same level.</param>
/// <param name="PValue">The chance of as many findings or more in a lot at the AQL.</param>
/// <param name="Alpha">The p-value must be below this: 0.05 shared among all tests of the analysis plan.</param>
/// <param name="CriticalCount">The smallest count that shows it; null when none of this sample would.</param>
/// <param name="OverturnMargin">How many findings may be struck out before it falls; null when it is not shown.</param>
/// <param name="Method">Name and version.</param>
/// <param name="Class">As of the bound.</param>
public sealed record AqlComparison(
    SeverityRange Severity,
    decimal AqlPercent,
    Tally Found,
    long PermittedInLot,
    long AtLeast,
    double PValue,
    double Alpha,
    long? CriticalCount,
    long? OverturnMargin,
    string Method,
    char? Class)
{
    /// <summary>The lot is worse than the AQL at the level of the analysis plan.</summary>
    public bool IsShown => OverturnMargin is not null || (IsByCartons && AtLeast > PermittedInLot);

    /// <summary>By the bound that counts cartons: it rests on how the findings lie in them, so no single count shows it.</summary>
    public bool IsByCartons { get; init; }

    /// <summary>The sample alone holds more defective items than the AQL leaves to the whole lot: counting is enough.</summary>
    public bool IsCounted => Found.Count > PermittedInLot;
}

/// <summary>How many items may be claimed.</summary>
/// <param name="AtLeast">Defective items that the lot holds at least.</param>
/// <param name="Tolerated">Of the lot's items, those that the contract accepts without a claim.</param>
/// <param name="Count">What is claimed: beyond the tolerance, or all where the contract calls it a threshold and it is exceeded.</param>
public sealed record ClaimedItems(long AtLeast, long Tolerated, long Count);

/// <summary>The price of the items that are claimed.</summary>
/// <param name="UnitPrice">As agreed.</param>
/// <param name="Currency">As agreed; null when the agreement does not name one.</param>
/// <param name="Items">Items claimed.</param>
/// <param name="AtLeast">Rounded down to the currency's decimals.</param>
/// <param name="Printed">The amount with the currency's decimals and a point.</param>
/// <param name="Class">As of the bound.</param>
public sealed record ClaimedAmount(decimal UnitPrice, string? Currency, long Items, decimal AtLeast, string Printed, char? Class);

/// <summary>What the flags say of defects when the model's own errors are allowed for.</summary>
/// <param name="Flagged">Flagged of the items photographed.</param>
/// <param name="Refused">Why nothing is corrected, in a sentence; null when it is.</param>
/// <param name="Estimate">Share of defective items, 0 to 1, class A.</param>
/// <param name="Lower">Two-sided interval around it, class A.</param>
/// <param name="Upper">Its other end.</param>
/// <param name="Confidence">Of the interval and of the bound each, 0 to 1.</param>
/// <param name="EstimateMethod">Name and version.</param>
/// <param name="AtLeast">The bound that needs the specificity only, 0 to 1: guaranteed given a validation set of its own that represents this lot.</param>
/// <param name="AtLeastMethod">Name and version.</param>
public sealed record FlagCorrection(
    Tally Flagged,
    FormattableString? Refused,
    double? Estimate,
    double? Lower,
    double? Upper,
    double Confidence,
    string? EstimateMethod,
    double? AtLeast,
    string? AtLeastMethod);
