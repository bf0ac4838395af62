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
        .. terms.Limits.OrderByDescending(limit => limit.Key).Select(limit => new BindingTerm(TermKind.Limit, new Word(limit.Key).ToString(), limit.Value.ToString())),
        .. terms.Agreement.Classes.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => new BindingTerm(TermKind.ClassSeverity, one.Key, new Word(terms.SeverityOf(one.Key)).ToString())),
        new(TermKind.Sampling, string.Empty, FormattableString.Invariant(terms.SamplingWords)),
        new(TermKind.DrawList, string.Empty, draw?.Sha256 ?? None),
        .. lots.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(lot => new BindingTerm(TermKind.LotSize, lot, terms.SizeOf(lot) is { } size ? FormattableString.Invariant($"{size}") : None)),
    ];

    /// <param name="before">As they stood when scoring began.</param>
    /// <param name="after">As they stand.</param>
    /// <param name="draw">As it is now.</param>
    public static IReadOnlyList<TermsChange> Changes(IReadOnlyList<BindingTerm> before, IReadOnlyList<BindingTerm> after, DrawList? draw)
    {
        var was = before.ToDictionary(term => (term.Kind, term.Subject), term => term.Value);
        var isSameDraw = draw is not null && was.GetValueOrDefault((TermKind.DrawList, string.Empty)) == draw.Sha256;
        return
        [
            .. after.Where(term => was.TryGetValue((term.Kind, term.Subject), out var value) ? value != term.Value : IsNew(term))
                .Select(term => new TermsChange(term.Kind, term.Subject, was.GetValueOrDefault((term.Kind, term.Subject), None), term.Value, !(isSameDraw && IsSaidBy(draw!, term)))),
        ];
    }

    /// <summary>The lot with what stands against its guarantee because terms changed.</summary>
    public static LotJudgement Applied(LotJudgement judged, IReadOnlyList<TermsChange> changes)
    {
        var against = changes.Where(change => change.LosesGuarantee && (change.Kind != TermKind.LotSize || change.Subject == judged.Lot.Name)).ToList();
        return against.Count == 0 ? judged : judged with
        {
            Sample = judged.Sample with
            {
                Wanted = [.. judged.Sample.Wanted, .. against.Select(change =>
                    (FormattableString)$"Changed after scoring began: {new Word(change.Kind)} {change.Subject}: before {change.Before}, now {change.After}. A document that was hashed when scoring began would have to say so.")],
                Condition = against.All(change => change.Kind == TermKind.DrawList) ? judged.Sample.Condition : null,
            },
        };
    }

    // A class that was not agreed before counted as major; naming it so changes nothing. A lot that was not there had no statement.
    private static bool IsNew(BindingTerm term) => term.Kind == TermKind.ClassSeverity && term.Value != new Word(AgreedTerms.DefaultSeverity).ToString();

    // The draw list was hashed when scoring began: what it says was not made to fit the findings.
    private static bool IsSaidBy(DrawList draw, BindingTerm term) => term.Kind switch
    {
        TermKind.Sampling => true,
        TermKind.LotSize => draw.Of(term.Subject)?.LotSize is { } size && FormattableString.Invariant($"{size}") == term.Value,
        _ => false,
    };
}
