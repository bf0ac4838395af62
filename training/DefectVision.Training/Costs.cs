using DefectVision.Statistics;
using DefectVision.Statistics.Calibration;

namespace DefectVision.Training;

/// <summary>What errors cost, for an operating point that costs least.</summary>
/// <param name="Errors">Of a photo missed and of a false alarm, in any common unit.</param>
/// <param name="DefectiveShare">Share of photos expected to be defective, between 0 and 1: the labelled set's own share says nothing about a lot.</param>
public sealed record Costs(ErrorCosts Errors, Rate DefectiveShare)
{
    /// <summary>The false-alarm level (0 to 1) of the threshold that would have cost least.</summary>
    /// <param name="scored">Cross-fitted, both sides.</param>
    internal double CheapestLevel(IReadOnlyList<(double Score, bool Defective)> scored)
    {
        int bad = scored.Count(entry => entry.Defective), good = scored.Count - bad;
        var weight = (decimal)(DefectiveShare.Value * good / ((1 - DefectiveShare.Value) * bad));
        var weighed = new ErrorCosts(Errors.Missed * weight, Errors.FalseAlarm, 0);
        var (threshold, _) = weighed.CheapestThreshold([.. scored.Select(entry => new LabelledScore(entry.Score, entry.Defective))]);
        return (scored.Count(entry => !entry.Defective && entry.Score >= threshold) + 1.0) / (good + 1);
    }

    public override string ToString() => FormattableString.Invariant(
        $"costs of {Errors.Missed} for a defective photo missed and {Errors.FalseAlarm} for a false alarm, with {100 * DefectiveShare.Value:0.##} % of the photos defective");
}
