using DefectVision.Inspection.Drawing;
using DefectVision.Inspection.Judging;

namespace DefectVision.Inspection.Claiming;

/// <summary>The terms that guaranteed statements rest on: whoever changes them after the findings are known must not be able to call the result planned.</summary>
public static class BindingTerms
{
    private const string None = "not given";

    /// <param name="terms">As agreed, defaults filled in.</param>
    /// <param name="draw">Null when no draw list was given.</param>
    /// <param name="lots">Names of all lots found or agreed.</param>
    public static IReadOnlyList<BindingTerm> Of(AgreedTerms terms, DrawList? draw, IEnumerable<string> lots) =>
    [
        new(TermKind.Standard, string.Empty, terms.Standard),
        .. new[] { SectionKind.Workmanship, SectionKind.Measurements, SectionKind.Tests }.Select(section => new BindingTerm(TermKind.Level, new Word(section).ToString(), terms.LevelNameOf(section))),
        .. Enum.GetValues<Severity>().OrderDescending().Select(severity => new BindingTerm(TermKind.Limit, new Word(severity).ToString(), LimitsOn(severity, terms))),
        .. terms.Agreement.Classes.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => new BindingTerm(TermKind.ClassSeverity, one.Key, Worded(terms.SeverityOf(one.Key)))),
        new(TermKind.MeasurementSeverity, string.Empty, Worded(terms.Agreement.Measurements.Severity ?? AgreedTerms.DefaultSeverity)),
        .. terms.Agreement.Measurements.Points.Select(point => new BindingTerm(TermKind.MeasurementSeverity, point.Key, Worded(point.Value))),
        new(TermKind.TestSeverity, string.Empty, Worded(terms.TestSeverity)),
        new(TermKind.Sampling, string.Empty, FormattableString.Invariant(terms.SamplingWords)),
        new(TermKind.DrawList, string.Empty, draw?.Sha256 ?? None),
        .. lots.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).SelectMany(lot => new BindingTerm[]
        {
            new(TermKind.LotSize, lot, terms.SizeOf(lot) is { } size ? FormattableString.Invariant($"{size}") : None),
            new(TermKind.Views, lot, ViewsOf(lot, terms)),
            new(TermKind.InspectionSeverity, lot, new Word(terms.InspectionSeverityOf(lot)).ToString()),
        }),
    ];

    /// <param name="before">As they stood when scoring began.</param>
    /// <param name="after">As they stand.</param>
    /// <param name="draw">As it is now.</param>
    public static IReadOnlyList<TermsChange> Changes(IReadOnlyList<BindingTerm> before, IReadOnlyList<BindingTerm> after, DrawList? draw)
    {
        var (was, now) = (ByPlace(before), ByPlace(after));
        var isSameDraw = draw is not null && was.GetValueOrDefault((TermKind.DrawList, string.Empty)) == draw.Sha256;
        return
        [
            .. now.Keys.Union(was.Keys)
                .Select(place => (place.Kind, place.Subject, Before: InForce(was, place), After: InForce(now, place)))
                .Where(term => term is { Before: not null, After: not null } && term.Before != term.After)
                .Select(term => new TermsChange(term.Kind, term.Subject, term.Before!, term.After!, !(isSameDraw && IsSaidBy(draw!, term.Kind, term.Subject, term.After!)))),
        ];
    }

    /// <summary>The lot with what stands against its guarantee because terms changed.</summary>
    public static LotJudgement Applied(LotJudgement judged, IReadOnlyList<TermsChange> changes)
    {
        var against = changes.Where(change => change.LosesGuarantee && (change.Kind is not (TermKind.LotSize or TermKind.InspectionSeverity or TermKind.Views) || change.Subject == judged.Lot.Name)).ToList();
        return against.Count == 0 ? judged : judged with
        {
            Sample = judged.Sample with
            {
                Wanted = [.. judged.Sample.Wanted, .. against.Select(change =>
                    (FormattableString)$"Changed after scoring began: {Named(change)}: before {change.Before}, now {change.After}. To keep the guarantee, a document whose digest was recorded when scoring began must state the new value.")],
                Condition = against.All(change => change.Kind == TermKind.DrawList) ? judged.Sample.Condition : null,
            },
        };
    }

    private static Dictionary<(TermKind Kind, string Subject), string> ByPlace(IReadOnlyList<BindingTerm> terms) => terms.ToDictionary(term => (term.Kind, term.Subject), term => term.Value);

    // What is not named counts by its default. Null where nothing was said of it: a lot that was not there had no statement, and earlier journals know fewer kinds.
    private static string? InForce(Dictionary<(TermKind Kind, string Subject), string> terms, (TermKind Kind, string Subject) place) =>
        terms.TryGetValue(place, out var value) ? value
        : place.Kind == TermKind.ClassSeverity ? Worded(AgreedTerms.DefaultSeverity)
        : place.Kind == TermKind.MeasurementSeverity ? terms.GetValueOrDefault((place.Kind, string.Empty))
        : null;

    private static FormattableString Named(TermsChange change) =>
        change.Subject.Length == 0 ? (FormattableString)$"{new Word(change.Kind)}" : $"{new Word(change.Kind)} {change.Subject}";

    // Its own limit, and that of severities that it is counted together with.
    private static string LimitsOn(Severity severity, AgreedTerms terms) => string.Join(
        "; ", terms.LimitsOn([severity]).Select(limit => limit.Severity.IsSingle ? limit.Limit.ToString() : $"{limit.Severity} together {limit.Limit}"));

    private static string ViewsOf(string lot, AgreedTerms terms)
    {
        var parts = new[] { terms.RequiredViewsOf(lot) is { Count: > 0 } required ? Part("required", required) : null, terms.ContextViewsOf(lot) is { } context ? Part("context", context) : null }
            .OfType<string>().ToList();
        return parts.Count == 0 ? None : $"{{ {string.Join(", ", parts)} }}";

        static string Part(string key, IEnumerable<string> views) => $"{key}: [{string.Join(", ", views)}]";
    }

    private static string Worded(Severity severity) => new Word(severity).ToString();

    // The draw list was hashed when scoring began: what it says was not made to fit the findings.
    private static bool IsSaidBy(DrawList draw, TermKind kind, string subject, string value) => kind switch
    {
        TermKind.Sampling => true,
        TermKind.LotSize => draw.Of(subject)?.LotSize is { } size && FormattableString.Invariant($"{size}") == value,
        _ => false,
    };
}
