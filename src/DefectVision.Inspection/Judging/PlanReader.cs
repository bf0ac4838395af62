using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Judging.Sections;
using DefectVision.Statistics;
using DefectVision.Statistics.Sampling;

namespace DefectVision.Inspection.Judging;

/// <summary>Reads the agreed sampling plan for one section of one lot, a reading for each limit on a severity that the section can find.</summary>
/// <param name="lot">Whose size chooses the plan.</param>
/// <param name="items">Items that the section looked at.</param>
/// <param name="severities">Those that the section can find.</param>
/// <param name="counts">Of the items, those that do not conform, by the severities that a limit counts together.</param>
/// <param name="counted">The items that are counted at least, by the same.</param>
/// <param name="terms">As agreed, defaults filled in.</param>
/// <param name="section">Whose level applies.</param>
internal sealed class PlanReader(
    Lot lot,
    long items,
    IReadOnlyCollection<Severity> severities,
    Func<SeverityRange, SeverityCount> counts,
    Func<SeverityRange, IEnumerable<Item>> counted,
    AgreedTerms terms,
    SectionKind section)
{
    private static readonly ConfidenceLevel Confidence = ConfidenceLevel.P95;

    /// <summary>The chance at which a plan accepts its limiting quality.</summary>
    private static readonly Probability ConsumerRisk = new(0.10);

    private readonly LotPlans _plans = LotPlans.Of(lot.Name, lot.SoundSize, terms, section, severities);

    private readonly long? _size = lot.SoundSize;

    /// <summary>Worst severity first.</summary>
    public IReadOnlyList<PlanReading> Read() => [.. terms.LimitsOn(severities).Select(limit => Read(limit.Severity, limit.Limit))];

    private FormattableString Items => SectionReading.Items(items);

    private long Missing(AppliedPlan plan) => Math.Max(0, plan.Items - items);

    private PlanReading Read(SeverityRange severity, SeverityLimit limit)
    {
        var plan = _plans.For(severity, limit.IsAllowed);
        var count = counts(severity);
        int? acceptance = plan is null ? null : limit.IsAllowed ? plan.AcceptanceNumber : 0;
        int? rejection = plan is null ? null : limit.IsAllowed ? plan.RejectionNumber : 1;
        var upTo = plan is null ? (int?)null : limit.IsAllowed ? plan.AcceptsUpTo : 0;
        var (answer, conclusion, reason) = !limit.IsAllowed ? NoneAllowed(severity, plan, count)
            : plan is null || (items > plan.Items && limit.AqlPercent is not null) ? Qualified(ByBounds(severity, limit.AqlPercent!.Value, plan, count))
            : items > plan.Items ? AmongMore(severity, plan, count)
            : ByPlan(severity, plan, count);
        return new PlanReading(severity, limit.AqlPercent, plan?.Words, plan?.Items, acceptance, rejection, count, answer, reason)
        {
            Own = limit.Own,
            Zero = limit.Zero,
            Conclusion = conclusion,
            AcceptsUpTo = upTo,
            ReturnsToNormal = limit.IsAllowed && answer == PlanAnswer.Accepts && plan is { ReturnsToNormalUnder: not null } && count.AtLeast > plan.AcceptanceNumber,
            Protection = plan is null || items == 0 || lot.Cartons is not null || _size is not { } size ? null : Protection(plan.Items, upTo!.Value, size, count),
        };
    }

    // A defect of a severity that is not allowed rejects at any number of items.
    private (PlanAnswer, SectionAnswer, FormattableString) NoneAllowed(SeverityRange severity, AppliedPlan? plan, SeverityCount count)
    {
        FormattableString read = $"{Found(severity, count)}; none is allowed";
        return count.AtLeast > 0 ? (PlanAnswer.Rejects, SectionAnswer.Fail, read)
            : count.AtMost > 0 ? (PlanAnswer.Undecided, SectionAnswer.Pending, $"{read}, and items that are not decided may be of this severity")
            : items == 0 ? (PlanAnswer.TooFewItems, SectionAnswer.Pending, read)
            : plan is not null && Missing(plan) > 0 ? (PlanAnswer.TooFewItems, SectionAnswer.Pending, Among(severity, count, plan))
            : (PlanAnswer.Accepts, SectionAnswer.Pass, $"no {severity.InWords} among the items inspected; none is allowed");
    }

    // The rejection number rejects at any number of items up to the plan's; the acceptance number accepts once no missing item could pass it.
    private (PlanAnswer, SectionAnswer, FormattableString) ByPlan(SeverityRange severity, AppliedPlan plan, SeverityCount count)
    {
        var missing = Missing(plan);
        FormattableString read = missing > 0 ? $"{Among(severity, count, plan)} ({Numbers(plan)})" : (FormattableString)$"{Found(severity, count)}, {Numbers(plan)}";
        if (count.AtLeast >= plan.RejectsFrom)
        {
            return (PlanAnswer.Rejects, SectionAnswer.Fail,
                count.AtLeast < plan.RejectionNumber ? $"{read}: more than Ac and fewer than Re, which the contract rejects"
                : missing > 0 ? $"{read}: the rejection number is reached already"
                : read);
        }

        if (count.AtMost + missing <= plan.AcceptsUpTo)
        {
            return (PlanAnswer.Accepts, SectionAnswer.Pass, Accepted(plan, count, missing, read));
        }

        return count.AtLeast > plan.AcceptsUpTo ? (PlanAnswer.BetweenNumbers, SectionAnswer.Pending, $"{read}: more than Ac and fewer than Re, for which the contract's plan says nothing, so the lot is held")
            : count.AtMost <= plan.AcceptsUpTo ? (PlanAnswer.TooFewItems, SectionAnswer.Pending, read)
            : (PlanAnswer.Undecided, SectionAnswer.Pending, $"{read}: items that are not decided could still turn the answer");
    }

    private static FormattableString Accepted(AppliedPlan plan, SeverityCount count, long missing, FormattableString read) => plan switch
    {
        _ when count.AtMost + missing <= plan.AcceptanceNumber => read,
        { ReturnsToNormalUnder: null } when count.AtLeast > plan.AcceptanceNumber => $"{read}: more than Ac and fewer than Re, which the contract accepts",
        { ReturnsToNormalUnder: { } edition } when count.AtLeast > plan.AcceptanceNumber =>
            $"{read}: more than Ac and fewer than Re, which reduced inspection by {edition} accepts; inspection returns to normal for the next lot",
        { ReturnsToNormalUnder: { } edition } => $"{read}: accepted below Re by reduced inspection of {edition}; should more than Ac turn out, inspection returns to normal for the next lot",
        _ => $"{read}: accepted below Re by the contract",
    };

    /// <summary>
    /// More items were inspected than the plan is for, and no AQL was agreed that bounds could be held against: what the plan would say of a random draw of its own
    /// number of items from those inspected (hypergeometric).
    /// </summary>
    private (PlanAnswer, SectionAnswer, FormattableString) AmongMore(SeverityRange severity, AppliedPlan plan, SeverityCount count)
    {
        var accepts = new OperatingCharacteristic(plan.Items, plan.AcceptsUpTo);
        var below = new OperatingCharacteristic(plan.Items, plan.RejectsFrom - 1);
        var accepted = accepts.AcceptanceOfLot(items, count.AtMost).Value;
        var rejected = below.AcceptanceOfLot(items, count.AtLeast).Complement.Value;
        FormattableString read = $"{Found(severity, count)} of {Items}; the plan ({Numbers(plan)}) is for {plan.Items} items, fewer than these";
        return rejected >= Confidence.Value ? (PlanAnswer.Information, SectionAnswer.Fail, (FormattableString)$"{read}: of random draws of {plan.Items} from them at least {PrintedShare.AtLeast(rejected)} % are rejected")
            : accepted >= Confidence.Value ? (PlanAnswer.Information, SectionAnswer.Pass, (FormattableString)$"{read}: of random draws of {plan.Items} from them at least {PrintedShare.AtLeast(accepted)} % are accepted")
            : count.AtMost > count.AtLeast ? (PlanAnswer.Information, SectionAnswer.Pending, (FormattableString)$"{read}: items that are not decided could still turn the answer")
            : (PlanAnswer.Information, SectionAnswer.Pending, (FormattableString)$"{read}: of random draws of {plan.Items} from them {PrintedShare.AtLeast(accepted)} % are accepted and {PrintedShare.AtLeast(rejected)} % rejected, and neither reaches {100 * Confidence.Value:0} %");
    }

    /// <summary>
    /// What the bounds say where the plan is information only: worse than the AQL is shown, or the agreed plan's protection is reached
    /// (quality that it accepts one time in ten is excluded with 90 %), or neither.
    /// </summary>
    private (PlanAnswer, SectionAnswer, FormattableString) ByBounds(SeverityRange severity, decimal agreed, AppliedPlan? plan, SeverityCount count)
    {
        var aql = new Aql(agreed);
        var word = severity.InWords;
        FormattableString read = plan is not null
            ? $"{Found(severity, count)} of {Items}; the plan ({Numbers(plan)}) is for {plan.Items} items, so the bounds decide"
            : lot.IsSizeContradicted ? (FormattableString)$"{Found(severity, count)} of {Items}; {lot.Found} items were found in a lot of {lot.Size}, so no plan of the standard applies and the bounds decide{AsIfPlanned(aql)}"
            : _size is null ? (FormattableString)$"{Found(severity, count)} of {Items}; the lot size is not given, so no plan of the standard applies and the bounds decide{AsIfPlanned(aql)}"
            : $"{Found(severity, count)} of {Items}; a lot of this size ({_size}) is outside the tables of the standard, so the bounds decide";
        if (items == 0)
        {
            return (PlanAnswer.Information, SectionAnswer.Pending, read);
        }

        var permitted = (double)aql.Percent / 100;
        var lower = lot.Cartons is null ? FlaggedShares.Lower(count.AtLeast, items, _size, Confidence) : CartonBounds.Lower(lot, counted(severity), Confidence).Share;
        if (lower > permitted)
        {
            return (PlanAnswer.Information, SectionAnswer.Fail, lot.Cartons is not null
                ? $"{read}: counted by cartons, at least {PrintedShare.AtLeast(lower)} % of the lot's items are {word} (95 %), more than AQL {aql}"
                : (FormattableString)$"{read}: at least {PrintedShare.AtLeast(lower)} % of the lot's items are {word} (95 %), more than AQL {aql}");
        }

        if (lot.Cartons is not null)
        {
            return (PlanAnswer.Information, SectionAnswer.Pending,
                $"{read}, and they do not: counted by cartons, at least {PrintedShare.AtLeast(lower)} % of the lot's items are {word} (95 %), not more than AQL {aql}; where cartons were drawn, no bound accepts a lot");
        }

        var (confidence, tolerated, what) = plan is null
            ? (Confidence, permitted, (FormattableString)$"AQL {aql}")
            : (ConfidenceLevel.P90, plan.Curve.QualityAcceptedWith(ConsumerRisk).Value, $"the quality that the agreed plan accepts one time in ten");

        // An item that nobody read and the model calls clear may be defective: what is counted at most is what would be found.
        FormattableString at = section == SectionKind.Workmanship ? $"would be found {word}" : (FormattableString)$"are {word}";
        FormattableString between = plan is null ? $"and AQL {aql} lies between" : (FormattableString)$"between AQL {aql} and {what} ({PrintedShare.AtLeast(tolerated)} %)";
        var upper = FlaggedShares.Upper(count.AtMost, items, _size, confidence);

        // What nobody has read yet must not turn an accepted lot into a rejected one.
        if (upper <= tolerated && FlaggedShares.Lower(count.AtMost, items, _size, Confidence) > permitted)
        {
            return (PlanAnswer.Information, SectionAnswer.Pending, $"{read}: items that are not decided could still turn the answer");
        }

        return upper <= tolerated
            ? (PlanAnswer.Information, SectionAnswer.Pass, (FormattableString)$"{read}: at most {PrintedShare.AtMost(upper)} % of the lot's items {at} ({100 * confidence.Value:0} %), within {what} ({PrintedShare.AtLeast(tolerated)} %)")
            : (PlanAnswer.Information, SectionAnswer.Pending, $"{read}, and they do not: at least {PrintedShare.AtLeast(lower)} % (95 %) and at most {PrintedShare.AtMost(upper)} % ({100 * confidence.Value:0} %) of the lot's items {at}, {between}");
    }

    private (PlanAnswer, SectionAnswer, FormattableString) Qualified((PlanAnswer Answer, SectionAnswer Conclusion, FormattableString Reason) read) =>
        (read.Answer, read.Conclusion, items == 0 ? read.Reason : terms.Sample(lot).Qualified(read.Reason));

    private static FormattableString Numbers(AppliedPlan plan) => $"Ac {plan.AcceptanceNumber}, Re {plan.RejectionNumber}";

    private FormattableString Among(SeverityRange severity, SeverityCount count, AppliedPlan plan) =>
        $"{Found(severity, count)} among {items} of the {plan.Items} items that the plan asks for";

    private PlanProtection Protection(long sample, int acceptance, long size, SeverityCount count)
    {
        var curve = new OperatingCharacteristic(sample, acceptance);
        var observed = Rate.Of(count.AtLeast, items);
        var limiting = curve.NonconformingAcceptedWith(size, ConsumerRisk);
        return new PlanProtection(
            observed.Value,
            curve.AcceptanceOfLot(size, observed).Value,
            curve.QualityAcceptedWith(ConsumerRisk).Value,
            limiting,
            Rate.Of(limiting, size).Value);
    }

    private FormattableString AsIfPlanned(Aql aql)
    {
        if (items < 2)
        {
            return $"";
        }

        var largest = Enum.GetValues<SampleSizeCodeLetter>()
            .Where(letter => letter != SampleSizeCodeLetter.S)
            .Select(letter => SamplingStandard.PlanAtLetter(terms.Standard, letter, aql, terms.InspectionSeverityOf(lot.Name)))
            .Where(plan => plan.SampleSize <= items)
            .MaxBy(plan => plan.SampleSize);
        return largest is null ? (FormattableString)$"" : $" (for information: a plan for {largest.SampleSize} items at AQL {largest.Aql} has Ac {largest.AcceptanceNumber}, Re {largest.RejectionNumber})";
    }

    private static FormattableString Found(SeverityRange severity, SeverityCount count) => count.AtLeast == count.AtMost
        ? (FormattableString)$"{count.AtLeast} {severity.InWords}"
        : $"{count.AtLeast} to {count.AtMost} {severity.InWords}";
}
