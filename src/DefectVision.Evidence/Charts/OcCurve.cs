using DefectVision.Statistics;
using DefectVision.Statistics.Sampling;

namespace DefectVision.Evidence.Charts;

/// <summary>The OC curve of one sampling plan.</summary>
/// <param name="Label">What it is for, such as "major, AQL 2.5 %".</param>
/// <param name="LotSize">Items in the lot; null: a process (binomial).</param>
/// <param name="Plan">Whose curve it is.</param>
/// <param name="Numbers">Of the plan, short: "n 80, Ac 5".</param>
/// <param name="AqlPercent">Marked on the axis; null when the plan has none.</param>
/// <param name="Observed">The share counted, marked on the curve; null when nothing was.</param>
internal sealed record OcCurve(string Label, long? LotSize, OperatingCurve Plan, string Numbers, decimal? AqlPercent, double? Observed)
{
    /// <summary>The chance that a lot of this quality is accepted, 0 to 1.</summary>
    public double Accepts(double quality) =>
        (LotSize is { } size ? Plan.AcceptanceOfLot(size, new Rate(quality)) : Plan.AcceptanceOfProcess(new Rate(quality))).Value;

    /// <summary>Where the curve has fallen to one in a hundred: the chart need not go further.</summary>
    public double End => Plan.QualityAcceptedWith(new Probability(0.01)).Value;
}
