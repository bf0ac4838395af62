using DefectVision.Statistics;
using DefectVision.Statistics.Sampling;

namespace DefectVision.Evidence.Charts;

/// <summary>The OC curve of one single sampling plan.</summary>
/// <param name="Label">What it is for, such as "major, AQL 2.5 %".</param>
/// <param name="LotSize">Items in the lot; null: a process (binomial).</param>
/// <param name="SampleSize">Items inspected.</param>
/// <param name="AcceptanceNumber">Ac.</param>
/// <param name="AqlPercent">Marked on the axis; null when the plan has none.</param>
/// <param name="Observed">The share counted, marked on the curve; null when nothing was.</param>
internal sealed record OcCurve(string Label, long? LotSize, long SampleSize, int AcceptanceNumber, decimal? AqlPercent, double? Observed)
{
    /// <summary>The chance that a lot of this quality is accepted, 0 to 1.</summary>
    public double Accepts(double quality)
    {
        var curve = new OperatingCharacteristic(SampleSize, AcceptanceNumber);
        return (LotSize is { } size ? curve.AcceptanceOfLot(size, new Rate(quality)) : curve.AcceptanceOfProcess(new Rate(quality))).Value;
    }

    /// <summary>Where the curve has fallen to one in a hundred: the chart need not go further.</summary>
    public double End => new OperatingCharacteristic(SampleSize, AcceptanceNumber).QualityAcceptedWith(new Probability(0.01)).Value;
}
