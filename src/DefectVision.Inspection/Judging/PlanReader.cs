using System.Globalization;
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
        var (answer, reason) = Answer(severity, limit.AqlPercent is null, plan, count);
        var acceptance = limit.AqlPercent is null ? 0 : plan?.AcceptanceNumber;
        return new PlanReading(
            severity,
            limit.ToString(),
            plan is null ? null : Describe(plan),
            plan?.ItemsToInspect,
            plan is null ? null : acceptance,
            plan is null ? null : limit.AqlPercent is null ? 1 : plan.RejectionNumber,
            count,
            answer,
            reason);
    }

    // Defects that are not allowed have no plan of their own: none on the sample of the largest plan (that of the major defects, as a rule).
    private SingleSamplingPlan? PlanFor(Severity severity) =>
        _plans.TryGetValue(severity, out var plan) ? plan
        : _plans.TryGetValue(Severity.Major, out var major) ? major
        : _plans.Values.MaxBy(other => other.SampleSize);

    private (PlanAnswer Answer, string Reason) Answer(Severity severity, bool notAllowed, SingleSamplingPlan? plan, SeverityCount count)
    {
        var word = AgreedTerms.Word(severity);
        var found = Found(word, count);
        if (plan is null)
        {
            return (PlanAnswer.Information, lot.Size is null
                ? $"{found}; the lot size is not given, so no plan of the standard applies{AsIfPlanned(severity)}"
                : $"{found}; a lot of {lot.Size} item{(lot.Size == 1 ? string.Empty : "s")} is outside the tables of the standard");
        }

        var wanted = ItemsWanted!.Value;
        if (tally.Items < wanted)
        {
            var acceptance = notAllowed ? 0 : plan.AcceptanceNumber;
            var already = count.AtLeast > acceptance ? $"; they reach the rejection number {acceptance + 1} already" : string.Empty;
            return (PlanAnswer.TooFewItems, $"{found} among {tally.Items} of the {wanted} items that the plan asks for{already}");
        }

        var numbers = notAllowed ? "none is allowed" : Invariant($"Ac {plan.AcceptanceNumber}, Re {plan.RejectionNumber}");
        var (ac, re) = notAllowed ? (0, 1) : (plan.AcceptanceNumber, plan.RejectionNumber);
        if (tally.Items > plan.ItemsToInspect && !notAllowed)
        {
            return (PlanAnswer.Information, Invariant($"{found} of {tally.Items} items; the plan ({numbers}) is for {plan.ItemsToInspect} items and is information only"));
        }

        return count.AtLeast >= re ? (PlanAnswer.Rejects, $"{found}, {numbers}")
            : count.AtMost <= ac ? (PlanAnswer.Accepts, $"{found}, {numbers}")
            : (PlanAnswer.Undecided, $"{found}, {numbers}: undecided items would turn the answer");
    }

    /// <summary>
    /// What the bounds say where the plan is information only: worse than the AQL is shown, or the agreed plan's protection is reached
    /// (quality that it accepts one time in ten is excluded with 90 %), or neither.
    /// </summary>
    public (Verdict Verdict, string Reason) ReadBounds(Severity severity)
    {
        var aql = new Aql(terms.Limits[severity].AqlPercent!.Value);
        var count = tally.BySeverity[severity];
        var word = AgreedTerms.Word(severity);
        var permitted = (double)aql.Percent / 100;
        var lower = FlaggedShares.Lower(count.AtLeast, tally.Items, lot.Size, Confidence);
        if (lower > permitted)
        {
            return (Verdict.Reject, Invariant($"at least {Down(lower)} of the lot's items would be flagged as {word} (95 %): more than AQL {aql}"));
        }

        var plan = PlanFor(severity);
        var (confidence, tolerated, what) = plan is null
            ? (Confidence, permitted, Invariant($"AQL {aql}"))
            : (ConfidenceLevel.P90, plan.OperatingCharacteristic.QualityAcceptedWith(ConsumerRisk).Value, "the quality that the agreed plan accepts one time in ten");
        var upper = FlaggedShares.Upper(count.AtMost, tally.Items, lot.Size, confidence);
        return upper <= tolerated
            ? (Verdict.Accept, Invariant($"at most {Up(upper)} of the lot's items would be flagged as {word} ({100 * confidence.Value:0} %): within {what} ({Down(tolerated)})"))
            : (Verdict.Hold, Invariant($"not decided: between {Down(lower)} and {Up(upper)} of the lot's items would be flagged as {word}, which neither exceeds AQL {aql} for sure nor stays within {what} ({Down(tolerated)})"));
    }

    private string AsIfPlanned(Severity severity)
    {
        if (terms.Limits[severity].AqlPercent is not { } percent || tally.Items < 2)
        {
            return string.Empty;
        }

        var letter = Enum.GetValues<SampleSizeCodeLetter>()
            .Where(letter => letter != SampleSizeCodeLetter.S)
            .Select(letter => Iso2859.PlanAtLetter(letter, new Aql(percent), InspectionSeverity.Normal))
            .Where(plan => plan.SampleSize <= tally.Items)
            .MaxBy(plan => plan.SampleSize);
        return letter is null ? string.Empty : Invariant($" (for information: a plan for {letter.SampleSize} items at AQL {letter.Aql} has Ac {letter.AcceptanceNumber}, Re {letter.RejectionNumber})");
    }

    private string Describe(SingleSamplingPlan plan) =>
        Invariant($"{plan.Edition}, level {terms.LevelName}, normal, letter {plan.CodeLetter}, n {plan.SampleSize}{(plan.FullInspection ? ": the whole lot" : string.Empty)}")
        + (plan.TableConfidence == TableConfidence.B ? " (verify against your copy of the standard)" : string.Empty);

    private static string Found(string word, SeverityCount count) => count.AtLeast == count.AtMost
        ? Invariant($"{count.AtLeast} {word}")
        : Invariant($"{count.AtLeast} to {count.AtMost} {word}");

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

    // Bounds are printed rounded outward, so that no printed bound claims more than the number did.
    private static string Down(double share) => Invariant($"{Math.Floor((1000 * share) + 1e-9) / 10:0.0} %");

    private static string Up(double share) => Invariant($"{Math.Max(0, Math.Ceiling((1000 * share) - 1e-9)) / 10:0.0} %");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
