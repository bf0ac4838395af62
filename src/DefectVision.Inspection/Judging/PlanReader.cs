using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Judging.Sections;
using DefectVision.Statistics;
using DefectVision.Statistics.Sampling;

namespace DefectVision.Inspection.Judging;

/// <summary>Reads the agreed sampling plan for one section of one lot, a reading for each severity that the section can find.</summary>
/// <param name="lot">Whose size chooses the plan.</param>
/// <param name="items">Items that the section looked at.</param>
/// <param name="counts">Of these, those that do not conform, by every severity that they could have.</param>
/// <param name="terms">As agreed, defaults filled in.</param>
/// <param name="section">Whose level applies.</param>
internal sealed class PlanReader(Lot lot, long items, IReadOnlyDictionary<Severity, SeverityCount> counts, AgreedTerms terms, SectionKind section)
{
    private static readonly ConfidenceLevel Confidence = ConfidenceLevel.P95;

    /// <summary>The chance at which a plan accepts its limiting quality.</summary>
    private static readonly Probability ConsumerRisk = new(0.10);

    private readonly IReadOnlyDictionary<Severity, SingleSamplingPlan> _plans = Plans(lot.SoundSize, terms, terms.LevelOf(section), counts.Keys);

    private readonly long? _size = lot.SoundSize;

    /// <summary>Worst severity first.</summary>
    public IReadOnlyList<PlanReading> Read() => [.. counts.Keys.OrderDescending().Select(Read)];

    private bool IsAllowed(Severity severity) => terms.Limits[severity].AqlPercent is not null;

    private FormattableString Items => SectionReading.Items(items);

    private long Missing(SingleSamplingPlan plan) => Math.Max(0, plan.ItemsToInspect - items);

    private PlanReading Read(Severity severity)
    {
        var plan = PlanFor(severity);
        var count = counts[severity];
        int? acceptance = plan is null ? null : IsAllowed(severity) ? plan.AcceptanceNumber : 0;
        int? rejection = plan is null ? null : IsAllowed(severity) ? plan.RejectionNumber : 1;
        var (answer, conclusion, reason) = !IsAllowed(severity) ? NoneAllowed(severity, plan, count)
            : plan is null || items > plan.ItemsToInspect ? ByBounds(severity, plan, count)
            : ByPlan(severity, plan, count);
        return new PlanReading(severity, terms.Limits[severity].AqlPercent, plan is null ? null : Describe(plan), plan?.ItemsToInspect, acceptance, rejection, count, answer, reason)
        {
            Conclusion = conclusion,
            Protection = plan is null || items == 0 ? null : Protection(plan.ItemsToInspect, acceptance!.Value, count),
        };
    }

    // A defect of a severity that is not allowed rejects at any number of items.
    private (PlanAnswer, SectionAnswer, FormattableString) NoneAllowed(Severity severity, SingleSamplingPlan? plan, SeverityCount count)
    {
        FormattableString read = $"{Found(severity, count)}; none is allowed";
        return count.AtLeast > 0 ? (PlanAnswer.Rejects, SectionAnswer.Fail, read)
            : count.AtMost > 0 ? (PlanAnswer.Undecided, SectionAnswer.Pending, $"{read}, and items that are not decided may be of this severity")
            : items == 0 ? (PlanAnswer.TooFewItems, SectionAnswer.Pending, read)
            : plan is not null && Missing(plan) > 0 ? (PlanAnswer.TooFewItems, SectionAnswer.Pending, Among(severity, count, plan))
            : (PlanAnswer.Accepts, SectionAnswer.Pass, $"no {AgreedTerms.Word(severity)} among the items inspected; none is allowed");
    }

    // The rejection number rejects at any number of items up to the plan's; the acceptance number accepts once no missing item could pass it.
    private (PlanAnswer, SectionAnswer, FormattableString) ByPlan(Severity severity, SingleSamplingPlan plan, SeverityCount count)
    {
        FormattableString numbers = $"Ac {plan.AcceptanceNumber}, Re {plan.RejectionNumber}";
        var missing = Missing(plan);
        FormattableString read = missing > 0 ? $"{Among(severity, count, plan)} ({numbers})" : (FormattableString)$"{Found(severity, count)}, {numbers}";
        return count.AtLeast >= plan.RejectionNumber
                ? (PlanAnswer.Rejects, SectionAnswer.Fail, missing > 0 ? $"{read}: the rejection number is reached already" : read)
            : count.AtMost + missing <= plan.AcceptanceNumber ? (PlanAnswer.Accepts, SectionAnswer.Pass, read)
            : count.AtMost <= plan.AcceptanceNumber ? (PlanAnswer.TooFewItems, SectionAnswer.Pending, read)
            : (PlanAnswer.Undecided, SectionAnswer.Pending, $"{read}: items that are not decided could still turn the answer");
    }

    /// <summary>
    /// What the bounds say where the plan is information only: worse than the AQL is shown, or the agreed plan's protection is reached
    /// (quality that it accepts one time in ten is excluded with 90 %), or neither.
    /// </summary>
    private (PlanAnswer, SectionAnswer, FormattableString) ByBounds(Severity severity, SingleSamplingPlan? plan, SeverityCount count)
    {
        var aql = new Aql(terms.Limits[severity].AqlPercent!.Value);
        var word = AgreedTerms.Word(severity);
        FormattableString read = plan is not null
            ? $"{Found(severity, count)} of {Items}; the plan (Ac {plan.AcceptanceNumber}, Re {plan.RejectionNumber}) is for {plan.ItemsToInspect} items, so the bounds decide"
            : lot.IsSizeContradicted ? (FormattableString)$"{Found(severity, count)} of {Items}; {lot.Found} items were found in a lot of {lot.Size}, so no plan of the standard applies and the bounds decide{AsIfPlanned(severity)}"
            : _size is null ? (FormattableString)$"{Found(severity, count)} of {Items}; the lot size is not given, so no plan of the standard applies and the bounds decide{AsIfPlanned(severity)}"
            : $"{Found(severity, count)} of {Items}; a lot of this size ({_size}) is outside the tables of the standard, so the bounds decide";
        if (items == 0)
        {
            return (PlanAnswer.Information, SectionAnswer.Pending, read);
        }

        var permitted = (double)aql.Percent / 100;
        var lower = FlaggedShares.Lower(count.AtLeast, items, _size, Confidence);
        if (lower > permitted)
        {
            return (PlanAnswer.Information, SectionAnswer.Fail, $"{read}: at least {PrintedShare.AtLeast(lower)} % of the lot's items are {word} (95 %), more than AQL {aql}");
        }

        var (confidence, tolerated, what) = plan is null
            ? (Confidence, permitted, (FormattableString)$"AQL {aql}")
            : (ConfidenceLevel.P90, plan.OperatingCharacteristic.QualityAcceptedWith(ConsumerRisk).Value, $"the quality that the agreed plan accepts one time in ten");

        // An item that nobody read and the model calls clear may be defective: what is counted at most is what would be found.
        FormattableString at = section == SectionKind.Workmanship ? $"would be found {word}" : (FormattableString)$"are {word}";
        FormattableString between = plan is null ? $"and AQL {aql} lies between" : (FormattableString)$"between AQL {aql} and {what} ({PrintedShare.AtLeast(tolerated)} %)";
        var upper = FlaggedShares.Upper(count.AtMost, items, _size, confidence);
        return upper <= tolerated
            ? (PlanAnswer.Information, SectionAnswer.Pass, (FormattableString)$"{read}: at most {PrintedShare.AtMost(upper)} % of the lot's items {at} ({100 * confidence.Value:0} %), within {what} ({PrintedShare.AtLeast(tolerated)} %)")
            : (PlanAnswer.Information, SectionAnswer.Pending, $"{read}, and they do not: at least {PrintedShare.AtLeast(lower)} % (95 %) and at most {PrintedShare.AtMost(upper)} % ({100 * confidence.Value:0} %) of the lot's items {at}, {between}");
    }

    private FormattableString Among(Severity severity, SeverityCount count, SingleSamplingPlan plan) =>
        $"{Found(severity, count)} among {items} of the {plan.ItemsToInspect} items that the plan asks for";

    private PlanProtection Protection(long sample, int acceptance, SeverityCount count)
    {
        var curve = new OperatingCharacteristic(sample, acceptance);
        var observed = Rate.Of(count.AtLeast, items);
        var limiting = curve.NonconformingAcceptedWith(_size!.Value, ConsumerRisk);
        return new PlanProtection(
            observed.Value,
            curve.AcceptanceOfLot(_size.Value, observed).Value,
            curve.QualityAcceptedWith(ConsumerRisk).Value,
            limiting,
            Rate.Of(limiting, _size.Value).Value);
    }

    // Defects that are not allowed have no plan of their own: none on the sample of the major defects' plan, or of the largest where major ones are not allowed either.
    private SingleSamplingPlan? PlanFor(Severity severity) =>
        _plans.TryGetValue(severity, out var plan) ? plan
        : _plans.TryGetValue(Severity.Major, out var major) ? major
        : _plans.Values.MaxBy(other => other.SampleSize);

    private FormattableString AsIfPlanned(Severity severity)
    {
        if (terms.Limits[severity].AqlPercent is not { } percent || items < 2)
        {
            return $"";
        }

        var largest = Enum.GetValues<SampleSizeCodeLetter>()
            .Where(letter => letter != SampleSizeCodeLetter.S)
            .Select(letter => SamplingStandard.PlanAtLetter(terms.Standard, letter, new Aql(percent), InspectionSeverity.Normal))
            .Where(plan => plan.SampleSize <= items)
            .MaxBy(plan => plan.SampleSize);
        return largest is null ? (FormattableString)$"" : $" (for information: a plan for {largest.SampleSize} items at AQL {largest.Aql} has Ac {largest.AcceptanceNumber}, Re {largest.RejectionNumber})";
    }

    private FormattableString Describe(SingleSamplingPlan plan)
    {
        var read = (FormattableString)$"{plan.Edition}, {terms.LevelWords(section)}, normal, letter {plan.CodeLetter}, n {plan.SampleSize}";
        var whole = plan.FullInspection ? $"{read}: the whole lot" : read;
        return plan.TableConfidence == TableConfidence.B ? $"{whole} (verify against your copy of the standard)" : whole;
    }

    private static FormattableString Found(Severity severity, SeverityCount count) => count.AtLeast == count.AtMost
        ? (FormattableString)$"{count.AtLeast} {AgreedTerms.Word(severity)}"
        : $"{count.AtLeast} to {count.AtMost} {AgreedTerms.Word(severity)}";

    // Classes of unlike sample size are read at the largest of them, each at its own AQL (ISO 2859-1:1999, 10.3 leaves this to the authority).
    private static Dictionary<Severity, SingleSamplingPlan> Plans(long? size, AgreedTerms terms, InspectionLevel level, IEnumerable<Severity> severities)
    {
        if (size is not >= 2)
        {
            return [];
        }

        var limits = terms.Limits.Where(entry => entry.Value.AqlPercent is not null).ToList();
        var looked = limits.Where(entry => severities.Contains(entry.Key)).ToList();
        var own = (looked.Count > 0 ? looked : limits)
            .ToDictionary(entry => entry.Key, entry => SamplingStandard.PlanFor(terms.Standard, size.Value, level, new Aql(entry.Value.AqlPercent!.Value), InspectionSeverity.Normal));
        if (own.Count == 0)
        {
            return [];
        }

        var letter = own.Values.MaxBy(plan => plan.SampleSize)!.CodeLetter;
        return own.ToDictionary(
            entry => entry.Key,
            entry => SamplingStandard.PlanAtLetter(terms.Standard, letter, entry.Value.Aql, InspectionSeverity.Normal) is var moved && moved.CodeLetter == letter
                ? moved with { InitialCodeLetter = entry.Value.InitialCodeLetter, LotSize = size }
                : entry.Value);
    }
}
