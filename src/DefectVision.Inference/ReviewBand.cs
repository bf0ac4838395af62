using DefectVision.Statistics.Calibration;

namespace DefectVision.Inference;

/// <summary>
/// Scores that a person should look at: below the band at most a stated share of defective photos is passed unseen, above it at most a stated share of good ones
/// is flagged unseen. Source: order-statistic tolerance limits, see <see cref="ToleranceBand"/>.
/// </summary>
/// <param name="PassBelow">Scores below this may pass unseen; null: the photos were too few to promise that of any.</param>
/// <param name="FlagAbove">Scores above this may be flagged unseen; null likewise.</param>
/// <param name="MissRate">Share of defective photos passed unseen, at most; 0 to 1.</param>
/// <param name="FalseAlarmRate">Share of good photos flagged unseen, at most; 0 to 1.</param>
/// <param name="Confidence">With which each of the two holds, 0 to 1.</param>
/// <param name="MeasuredHow">On which scores, in words: where they chose the threshold, too, it is class A.</param>
public sealed record ReviewBand(double? PassBelow, double? FlagAbove, double MissRate, double FalseAlarmRate, double Confidence, string MeasuredHow)
{
    public Triage Decide(double score) => new ToleranceBand(0, PassBelow ?? double.NegativeInfinity, 0, FlagAbove ?? double.PositiveInfinity).Decide(score);

    public override string ToString() => FormattableString.Invariant(
        $"{Side("below", PassBelow, MissRate, "defective", "passed")}; {Side("above", FlagAbove, FalseAlarmRate, "good", "flagged")} ({100 * Confidence:0.#} % each, class A: {MeasuredHow})");

    private static string Side(string side, double? score, double rate, string kind, string done) => score is { } known
        ? FormattableString.Invariant($"{side} {known:0.####} at most {100 * rate:0.#} % of {kind} photos are {done} unseen")
        : FormattableString.Invariant($"too few {kind} photos to promise that at most {100 * rate:0.#} % of them are {done} unseen");
}
