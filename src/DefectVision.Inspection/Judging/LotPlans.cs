using DefectVision.Inspection.Agreements;
using DefectVision.Statistics.Sampling;

namespace DefectVision.Inspection.Judging;

/// <summary>The sampling plans of a lot, a plan for each limit that allows defective items at all.</summary>
public sealed class LotPlans
{
    private readonly Dictionary<SeverityRange, AppliedPlan> _plans;

    private LotPlans(Dictionary<SeverityRange, AppliedPlan> plans) => _plans = plans;

    /// <summary>By limit, worst severity first; empty where no plan applies.</summary>
    public IReadOnlyList<KeyValuePair<SeverityRange, AppliedPlan>> ByLimit => [.. _plans.OrderByDescending(entry => entry.Key.Worst).ThenByDescending(entry => entry.Key.Mildest)];

    /// <summary>Items to inspect so that every plan decides; null where no plan applies.</summary>
    public long? Items => _plans.Count == 0 ? null : _plans.Values.Max(plan => plan.Items);

    /// <param name="lot">Its name.</param>
    /// <param name="size">Items in it; null when not known.</param>
    /// <param name="terms">As agreed, defaults filled in.</param>
    /// <param name="section">Whose inspection level applies.</param>
    /// <param name="severities">Those that are counted. Where none of them has a plan, the plans of the others give the sample.</param>
    public static LotPlans Of(string lot, long? size, AgreedTerms terms, SectionKind section, IReadOnlyCollection<Severity> severities)
    {
        var limits = terms.Limits.Where(limit => limit.Limit.IsAllowed).ToList();
        var looked = terms.LimitsOn(severities).Where(limit => limit.Limit.IsAllowed).ToList();
        var chosen = looked.Count > 0 ? looked : limits;
        var plans = size is >= 2 ? Tabled(size.Value, terms, section, terms.InspectionSeverityOf(lot), chosen.Where(limit => limit.Limit.NeedsTable)) : [];
        foreach (var (severity, limit, _) in chosen)
        {
            if (limit.Own is { } own)
            {
                plans[severity] = AppliedPlan.Of(own, size);
            }
            else if (limit.Zero is { } zero)
            {
                plans[severity] = AppliedPlan.Of(zero, size);
            }
        }

        return new LotPlans(plans);
    }

    /// <summary>
    /// The plan that a limit is read by; null where none applies. Defects that are not allowed have none of their own: none on the sample of the major defects'
    /// plan, or of the largest where major ones are not allowed either.
    /// </summary>
    public AppliedPlan? For(SeverityRange severity, bool isAllowed) =>
        isAllowed ? _plans.GetValueOrDefault(severity)
        : _plans.Where(entry => entry.Key.Contains(Severity.Major)).Select(entry => entry.Value).MaxBy(major => major.SampleSize)
            ?? _plans.Values.MaxBy(other => other.SampleSize);

    // Classes of unlike sample size are read at the largest of them, each at its own AQL (ISO 2859-1:1999, 10.3 leaves this to the authority).
    private static Dictionary<SeverityRange, AppliedPlan> Tabled(long size, AgreedTerms terms, SectionKind section, InspectionSeverity severity, IEnumerable<AgreedLimit> limits)
    {
        var level = terms.LevelOf(section);
        var own = limits.ToDictionary(limit => limit.Severity, limit => SamplingStandard.PlanFor(terms.Standard, size, level, new Aql(limit.Limit.AqlPercent!.Value), severity));
        return own.ToDictionary(entry => entry.Key, entry => AppliedPlan.Tabled(AtLargest(entry.Value, own.Values.MaxBy(plan => plan.SampleSize)!.CodeLetter, terms.Standard), terms.LevelWords(section)));
    }

    // Letter S stands in the tightened column of AQL 0.025 alone.
    private static SingleSamplingPlan AtLargest(SingleSamplingPlan plan, SampleSizeCodeLetter letter, string standard) =>
        letter != SampleSizeCodeLetter.S && SamplingStandard.PlanAtLetter(standard, letter, plan.Aql, plan.Severity) is var moved && moved.CodeLetter == letter
            ? moved with { InitialCodeLetter = plan.InitialCodeLetter, LotSize = plan.LotSize }
            : plan;
}
