using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;
using DefectVision.Inspection.Imported;
using DefectVision.Statistics.Verification;

namespace DefectVision.Evidence.Report;

/// <summary>A third party's report held against ours: how often both say the same, and each item on which they differ.</summary>
internal static class ThirdPartySection
{
    public static IEnumerable<Block> Of(InspectionRecord record, Words words)
    {
        yield return Section.Part(words, $"A third party's inspection report");
        if (record.ThirdParty is not { } report || record.Compared is not { } compared)
        {
            yield return Section.Paragraph(words, $"None was given (third-party.csv).", Manner.None);
            yield break;
        }

        var inspectors = report.Findings.Select(finding => finding.Inspector).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var by = inspectors.Count == 0 ? (FormattableString)$"not given" : $"{Listed.Commas(inspectors.Select(Piece.Name))}";
        yield return Section.Paragraph(
            words,
            record.Model is null
                ? (FormattableString)$"{Piece.Name(report.Name)} (SHA-256 {Piece.Code(report.Sha256)}), inspector: {by}; {Phrases.Items(report.Findings.Count)}. Our word on an item is our readers'."
                : $"{Piece.Name(report.Name)} (SHA-256 {Piece.Code(report.Sha256)}), inspector: {by}; {Phrases.Items(report.Findings.Count)}. Our word on an item is our readers', else the model's flag.",
            leadsIn: true);
        yield return Agreement(compared.Agreement, words);
        yield return Section.Sentences(words, Sentences(compared));
        if (compared.Differences.Count > 0)
        {
            yield return new Table(
                words.Columns($"Lot", $"Item", $"=We say", $"Our class, severity", $"=They say", $"Their class, severity", $"Inspector, report"),
                compared.Differences.Select(difference => Row(difference, words)),
                Spacing.Compact);
        }
    }

    private static Table Agreement(ReaderAgreement both, Words words) => new(
        words.Columns($"Items", $"#They: defective", $"#They: not"),
        [
            new Row([words.Say($"we: defective"), Figures.Count(both.BothNonconforming), Figures.Count(both.OnlyFirst)]),
            new Row([words.Say($"we: not"), Figures.Count(both.OnlySecond), Figures.Count(both.BothConforming)]),
        ],
        Spacing.Narrow,
        IsKept: true);

    private static IEnumerable<FormattableString> Sentences(ThirdPartyAgreement compared)
    {
        var same = compared.Agreement.Same;
        yield return $"The same answer on {Figures.Count(same.Count)} of {Phrases.Items(same.Total)} that both decided.";
        yield return (compared.Agreement.Kappa, compared.Kappa) switch
        {
            ({ } kappa, { } bounds) => $"Cohen's kappa {Figures.Ratio(kappa)} ({Figures.Ratio(bounds.Lower)} to {Figures.Ratio(bounds.Upper)}, {Figures.Level(bounds.Confidence)}, {KappaInterval.Method}, class A).",
            ({ } kappa, null) => $"Cohen's kappa {Figures.Ratio(kappa)} (class A); no interval can be given.",
            _ => $"Cohen's kappa is not defined: one answer was never given.",
        };
        if (compared.ByOurReaders.Same.Total > 0)
        {
            yield return $"Of these, our readers had looked at {Phrases.Items(compared.ByOurReaders.Same.Total)}, with the same answer on {Figures.Count(compared.ByOurReaders.Same.Count)}.";
        }

        yield return $"Not compared: {Figures.Count(compared.Undecided.Count)} that we did not decide, {Figures.Count(compared.OnlyTheirs.Count)} that only they speak of, {Figures.Count(compared.OnlyOurs.Count)} that only we looked at.";
        if (compared.LotsNotTheirs.Count > 0)
        {
            yield return $"Lots of ours that they do not speak of: {Names.Some(compared.LotsNotTheirs)}.";
        }
    }

    private static Row Row(ItemDifference difference, Words words) => new(
    [
        Line.Of(Piece.Name(difference.Theirs.Lot)),
        Line.Of(Piece.Name(difference.Theirs.Item)),
        words.Say(difference.Word),
        words.Say(Named(difference.OurClass, difference.OurSeverity)),
        difference.Theirs.IsDefective ? words.Say($"defective") : words.Say($"not defective"),
        words.Say(Named(difference.Theirs.DefectClass, difference.Theirs.Severity)),
        new Cell([.. new[] { difference.Theirs.Inspector, difference.Theirs.ReportNumber }.OfType<string>().DefaultIfEmpty("–").Select(Line.Of)]),
    ]);

    private static FormattableString Named(string? defectClass, Severity? severity) => (defectClass, severity) switch
    {
        ({ } name, { } known) => $"{new ClassName(name)}, {new Word(known)}",
        ({ } name, null) => $"{new ClassName(name)}",
        (null, { } known) => $"{new Word(known)}",
        _ => $"–",
    };
}
