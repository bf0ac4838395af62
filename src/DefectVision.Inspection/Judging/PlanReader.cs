using DefectVision.Statistics;
using DefectVision.Statistics.Sampling;

namespace DefectVision.Inspection.Judging;

/// <summary>Reads the agreed sampling plan for one lot, a reading per severity.</summary>
internal sealed class PlanReader(Lot lot, LotTally tally, AgreedTerms terms)
{
    private static readonly ConfidenceLevel Confidence = ConfidenceLevel.P95;

    /// <summary>The chance at which a plan accepts its limiting quality.</summary>
    private static readonly Probability ConsumerRisk = new(0.10);

    private readonly IReadOnlyDictionary<Severity, SingleSamplingPlan> _plans = Plans(lot, terms);

    /// <summary>Items that every plan together asks for; null when no plan applies.</summary>
    public long? ItemsWanted => _plans.Count > 0 ? _plans.Values.Max(plan => plan.ItemsToInspect) : null;

    public IReadOnlyList<PlanReading> Read() => [.. Enum.GetValues<Severity>().Reverse().Select(Read)];

    private PlanReading Read(Severity severity)
    {
        var limit = terms.Limits[severity];
        var plan = PlanFor(severity);
        var count = tally.BySeverity[severity];
        var (acceptance, rejection) = IsAllowed(severity) ? (plan?.AcceptanceNumber, plan?.RejectionNumber) : plan is null ? (null, (int?)null) : (0, 1);
        var (answer, reason) = plan is null ? (PlanAnswer.Information, WithoutPlan(severity, count)) : Answer(severity, plan, acceptance!.Value, rejection!.Value, count);
        return new PlanReading(
            severity,
            limit.AqlPercent,
            plan is null ? null : Describe(plan),
            plan?.ItemsToInspect,
            acceptance,
            rejection,
            count,
            answer,
            reason)
        {
            Protection = plan is null ? null : Protection(plan.ItemsToInspect, acceptance!.Value, count),
        };
    }

    private PlanProtection Protection(long sample, int acceptance, SeverityCount count)
    {
        var curve = new OperatingCharacteristic(sample, acceptance);
        var size = lot.Size!.Value;
        var observed = Rate.Of(count.AtLeast, tally.Items);
        var limiting = curve.NonconformingAcceptedWith(size, ConsumerRisk);
        return new PlanProtection(
            observed.Value,
            curve.AcceptanceOfLot(size, observed).Value,
            curve.QualityAcceptedWith(ConsumerRisk).Value,
            limiting,
            Rate.Of(limiting, size).Value);
    }

    // Defects that are not allowed have no plan of their own: none on the sample of the major defects' plan, or of the largest where major ones are not allowed either.
    private SingleSamplingPlan? PlanFor(Severity severity) =>
        _plans.TryGetValue(severity, out var plan) ? plan
        : _plans.TryGetValue(Severity.Major, out var major) ? major
        : _plans.Values.MaxBy(other => other.SampleSize);

    /// <summary>False for a severity of which not one item is allowed.</summary>
    public bool IsAllowed(Severity severity) => terms.Limits[severity].AqlPercent is not null;

    private FormattableString WithoutPlan(Severity severity, SeverityCount count) => lot.Size is null
        ? (FormattableString)$"{Found(severity, count)}; the lot size is not given, so no plan of the standard applies{AsIfPlanned(severity)}"
        : $"{Found(severity, count)}; a lot of this size ({lot.Size}) is outside the tables of the standard";

    private (PlanAnswer Answer, FormattableString Reason) Answer(Severity severity, SingleSamplingPlan plan, int acceptance, int rejection, SeverityCount count)
    {
        var found = Found(severity, count);
        var wanted = ItemsWanted!.Value;
        if (tally.Items < wanted)
        {
            var among = (FormattableString)$"{found} among {tally.Items} of the {wanted} items that the plan asks for";
            return (PlanAnswer.TooFewItems, count.AtLeast > acceptance ? $"{among}; they reach the rejection number {acceptance + 1} already" : among);
        }

        var numbers = IsAllowed(severity) ? (FormattableString)$"Ac {acceptance}, Re {rejection}" : $"none is allowed";
        if (tally.Items > plan.ItemsToInspect && IsAllowed(severity))
        {
            return (PlanAnswer.Information, $"{found} of {tally.Items} items; the plan ({numbers}) is for {plan.ItemsToInspect} items and is information only");
        }

        var read = (FormattableString)$"{found}, {numbers}";
        return count.AtLeast >= rejection ? (PlanAnswer.Rejects, read)
            : count.AtMost <= acceptance ? (PlanAnswer.Accepts, read)
            : (PlanAnswer.Undecided, $"{read}: undecided items would turn the answer");
    }

    /// <summary>
    /// What the bounds say where the plan is information only: worse than the AQL is shown, or the agreed plan's protection is reached
    /// (quality that it accepts one time in ten is excluded with 90 %), or neither.
    /// </summary>
    public (Verdict Verdict, FormattableString Reason) ReadBounds(Severity severity)
    {
        var aql = new Aql(terms.Limits[severity].AqlPercent!.Value);
        var count = tally.BySeverity[severity];
        var word = AgreedTerms.Word(severity);
        var permitted = (double)aql.Percent / 100;
        var lower = FlaggedShares.Lower(count.AtLeast, tally.Items, lot.Size, Confidence);
        if (lower > permitted)
        {
            return (Verdict.Reject, $"at least {PrintedShare.AtLeast(lower)} % of the lot's items would be {Status(word)} (95 %): more than AQL {aql}");
        }

        var plan = PlanFor(severity);
        var (confidence, tolerated, what) = plan is null
            ? (Confidence, permitted, (FormattableString)$"AQL {aql}")
            : (ConfidenceLevel.P90, plan.OperatingCharacteristic.QualityAcceptedWith(ConsumerRisk).Value, $"the quality that the agreed plan accepts one time in ten");
        var upper = FlaggedShares.Upper(count.AtMost, tally.Items, lot.Size, confidence);
        return upper <= tolerated
            ? (Verdict.Accept, (FormattableString)$"at most {PrintedShare.AtMost(upper)} % of the lot's items would be {Status(word)} ({100 * confidence.Value:0} %): within {what} ({PrintedShare.AtLeast(tolerated)} %)")
            : (Verdict.Hold, $"not decided: at least {PrintedShare.AtLeast(lower)} % (95 %) and at most {PrintedShare.AtMost(upper)} % ({100 * confidence.Value:0} %) of the lot's items would be {Status(word)}, which neither exceeds AQL {aql} for sure nor stays within {what} ({PrintedShare.AtLeast(tolerated)} %)");
    }

    private FormattableString Status(Word severity) => tally.Review is null ? (FormattableString)$"flagged as {severity}" : $"confirmed {severity}";

    private FormattableString AsIfPlanned(Severity severity)
    {
        if (terms.Limits[severity].AqlPercent is not { } percent || tally.Items < 2)
        {
            return $"";
        }

        var largest = Enum.GetValues<SampleSizeCodeLetter>()
            .Where(letter => letter != SampleSizeCodeLetter.S)
            .Select(letter => Iso2859.PlanAtLetter(letter, new Aql(percent), InspectionSeverity.Normal))
            .Where(plan => plan.SampleSize <= tally.Items)
            .MaxBy(plan => plan.SampleSize);
        return largest is null ? (FormattableString)$"" : $" (for information: a plan for {largest.SampleSize} items at AQL {largest.Aql} has Ac {largest.AcceptanceNumber}, Re {largest.RejectionNumber})";
    }

    private FormattableString Describe(SingleSamplingPlan plan)
    {
        var read = (FormattableString)$"{plan.Edition}, level {terms.LevelName}, normal, letter {plan.CodeLetter}, n {plan.SampleSize}";
        var whole = plan.FullInspection ? $"{read}: the whole lot" : read;
        return plan.TableConfidence == TableConfidence.B ? $"{whole} (verify against your copy of the standard)" : whole;
    }

    private static FormattableString Found(Severity severity, SeverityCount count) => count.AtLeast == count.AtMost
        ? (FormattableString)$"{count.AtLeast} {AgreedTerms.Word(severity)}"
        : $"{count.AtLeast} to {count.AtMost} {AgreedTerms.Word(severity)}";

    // Classes of unlike sample size are read at the largest of them, each at its own AQL (ISO 2859-1:1999, 10.3 leaves this to the authority).
    private static Dictionary<Severity, SingleSamplingPlan> Plans(Lot lot, AgreedTerms terms)
    {
        if (lot.Size is not >= 2)
        {
            return [];
        }

        var own = terms.Limits
            .Where(entry => entry.Value.AqlPercent is not null)
            .ToDictionary(entry => entry.Key, entry => Iso2859.SinglePlan(lot.Size.Value, terms.Level, new Aql(entry.Value.AqlPercent!.Value), InspectionSeverity.Normal));
        if (own.Count == 0)
        {
            return [];
        }

        var letter = own.Values.MaxBy(plan => plan.SampleSize)!.CodeLetter;
        return own.ToDictionary(
            entry => entry.Key,
            entry => Iso2859.PlanAtLetter(letter, entry.Value.Aql, InspectionSeverity.Normal) is var moved && moved.CodeLetter == letter
                ? moved with { InitialCodeLetter = entry.Value.InitialCodeLetter, LotSize = lot.Size }
                : entry.Value);
    }
}
