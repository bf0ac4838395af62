using System.Globalization;
using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Judging;

namespace DefectVision.Claims.Letters;

/// <summary>The agreed limits as a letter says them.</summary>
internal sealed class LimitWords(LetterTexts texts)
{
    /// <summary>Whether the plan for this severity is read from the tables of the standard; where none is allowed, whether that of the others is.</summary>
    public static bool IsTabled(Severity severity, AgreedTerms terms) => terms.LimitsOn([severity]).Where(limit => limit.Limit.IsAllowed).ToList() is { Count: > 0 } allowed
        ? allowed.Any(limit => limit.Limit.NeedsTable)
        : terms.NeedsStandard;

    /// <summary>What was agreed for one severity, alone and together with others; null where nothing was: a default is no acceptance criterion.</summary>
    public string? Agreed(Severity severity, AgreedTerms terms)
    {
        var agreed = terms.LimitsOn([severity]).Where(limit => !limit.IsDefault).Select(limit => limit.Severity.IsSingle
            ? Of(limit.Limit)
            : texts.Say("limit.together", ("limit", Of(limit.Limit)), ("severity", Named(limit.Severity)))).ToList();
        return agreed.Count == 0 ? null : string.Join(texts.Word("limit.separator"), agreed);
    }

    /// <summary>"major"; "critical or major" where they are counted together.</summary>
    public string Named(SeverityRange severity) => string.Join(texts.Word("severity_or"), severity.Severities.Select(one => texts.Word("severity." + LetterFields.Code(one))));

    private string Of(SeverityLimit limit)
    {
        var aql = limit.AqlPercent is { } percent ? "AQL " + percent.ToString(CultureInfo.InvariantCulture) : null;
        var plan = limit switch
        {
            { Own: { } own } => texts.Say(
                Key(own), ("n", LetterFields.Number(own.SampleSize)), ("ac", LetterFields.Number(own.AcceptanceNumber)), ("re", LetterFields.Number(own.RejectionNumber))),
            { Zero: { } zero } => texts.Say(
                "limit.zero", ("quality", zero.LimitingQualityPercent.ToString(CultureInfo.InvariantCulture)), ("risk", zero.RiskPercent.ToString(CultureInfo.InvariantCulture))),
            _ => null,
        };
        return limit.IsAllowed ? texts.List(new[] { aql, plan }.OfType<string>()) : texts.Word("not_allowed");
    }

    private static string Key(OwnPlan own) => (own.HasGap, own.Between) switch
    {
        (true, BetweenNumbers.Accept) => "limit.own.accept",
        (true, BetweenNumbers.Reject) => "limit.own.reject",
        _ => "limit.own",
    };
}
