using DefectVision.Inspection.Agreements;
using DefectVision.Statistics.Sampling;

namespace DefectVision.Inspection.Judging;

/// <summary>A single sampling plan as one lot is read by it, whether a table, the contract or a computation gives its numbers.</summary>
/// <param name="Words">Where its numbers come from, and its sample size.</param>
/// <param name="SampleSize">n, as the table or the contract gives it; may exceed the lot.</param>
/// <param name="Items">Items to inspect: n, or the whole lot where that is smaller.</param>
/// <param name="AcceptanceNumber">Ac.</param>
/// <param name="RejectionNumber">Re.</param>
public sealed record AppliedPlan(FormattableString Words, long SampleSize, long Items, int AcceptanceNumber, int RejectionNumber)
{
    /// <summary>What follows between the two numbers, where there are counts between them.</summary>
    public BetweenNumbers Between { get; init; }

    /// <summary>The edition under whose reduced inspection a count between the two numbers accepts the lot and returns the next one to normal inspection; else null.</summary>
    public string? ReturnsToNormalUnder { get; init; }

    /// <summary>The most defective items that accept the lot.</summary>
    public int AcceptsUpTo => Between == BetweenNumbers.Accept ? RejectionNumber - 1 : AcceptanceNumber;

    /// <summary>The fewest defective items that reject the lot.</summary>
    public int RejectsFrom => Between == BetweenNumbers.Reject ? AcceptanceNumber + 1 : RejectionNumber;

    /// <summary>The chance of acceptance at each quality.</summary>
    public OperatingCharacteristic Curve => new(SampleSize, AcceptsUpTo);

    internal static AppliedPlan Tabled(SingleSamplingPlan plan, FormattableString level)
    {
        FormattableString read = $"{plan.Edition}, {level}, {new Word(plan.Severity)}, letter {plan.CodeLetter}, n {plan.SampleSize}";
        var whole = Whole(read, plan.FullInspection);
        return new AppliedPlan(
            plan.TableConfidence == TableConfidence.B ? $"{whole} (verify against your copy of the standard)" : whole,
            plan.SampleSize, plan.ItemsToInspect, plan.AcceptanceNumber, plan.RejectionNumber)
        {
            Between = plan.AcceptsUpTo > plan.AcceptanceNumber ? BetweenNumbers.Accept : BetweenNumbers.Hold,
            ReturnsToNormalUnder = plan.AcceptsUpTo > plan.AcceptanceNumber ? plan.Edition : null,
        };
    }

    /// <param name="own">As the contract gives it.</param>
    /// <param name="lotSize">Items in the lot; null when not known.</param>
    internal static AppliedPlan Of(OwnPlan own, long? lotSize) => new(
        Whole($"the contract's own plan, n {own.SampleSize}", own.SampleSize >= lotSize),
        own.SampleSize, Math.Min(own.SampleSize, lotSize ?? long.MaxValue), own.AcceptanceNumber, own.RejectionNumber)
    {
        Between = own.Between,
    };

    /// <param name="zero">Limiting quality and risk.</param>
    /// <param name="lotSize">Items in the lot; null when not known.</param>
    internal static AppliedPlan Of(ZeroAcceptance zero, long? lotSize)
    {
        var quality = new Statistics.Rate((double)(zero.LimitingQualityPercent / 100));
        var caught = new Statistics.ConfidenceLevel((double)(1 - (zero.RiskPercent / 100)));
        FormattableString risk = zero.IsRiskDefault ? $"{zero.RiskPercent} % (default, not agreed)" : (FormattableString)$"{zero.RiskPercent} %";
        if (lotSize is not { } size)
        {
            var process = ConsumerRisk.SampleSizeForProcess(quality, 0, caught);
            return new AppliedPlan(
                $"c = 0, n {process}: the smallest sample with which goods of the limiting quality, {zero.LimitingQualityPercent} % defective, are accepted with a chance of {risk} at most (binomial, the lot size is not given)",
                process, process, 0, 1);
        }

        var bad = Math.Max(1, ConsumerRisk.NonconformingIn(size, quality));
        var sample = ConsumerRisk.SampleSizeForLot(size, bad, 0, caught)!.Value;
        FormattableString computed = $"c = 0, n {sample}: the smallest sample with which a lot of {size} items with {bad} or more defective (limiting quality {zero.LimitingQualityPercent} %) is accepted with a chance of {risk} at most (hypergeometric)";
        return new AppliedPlan(Whole(computed, sample >= size), sample, sample, 0, 1);
    }

    private static FormattableString Whole(FormattableString plan, bool isWhole) => isWhole ? $"{plan}: the whole lot" : plan;
}
