using DefectVision.Claims.Amounts;
using DefectVision.Claims.Deadlines;
using DefectVision.Claims.Remedies;
using DefectVision.Inspection;
using DefectVision.Inspection.Judging;

namespace DefectVision.Claims.Letters;

/// <summary>The tables and lists of a claim, by the name that a text calls them.</summary>
internal sealed class LetterTables(Claim claim, LetterTexts texts)
{
    private readonly IReadOnlyList<LotFindings> _findings = LotFindings.Of(claim.Record);
    private readonly ExhibitNumbers _exhibits = ExhibitNumbers.Of(claim.Record);

    /// <summary>What the other side is told of: not the courts, which a letter names by itself, nor an option that nothing allows.</summary>
    public static bool IsOption(RemedyCheck check) =>
        check is { Recourse: not (Recourse.Arbitration or Recourse.LegalAction), Ground.Kind: not GroundKind.NotAgreed };

    /// <returns>Empty where the claim has nothing of it.</returns>
    /// <exception cref="InvalidOperationException">A text names a table that no claim has.</exception>
    public IReadOnlyList<LetterBlock> Of(string name) => name switch
    {
        "lots" => Table("lot", _findings.Select(found => Lot(found.Judged))),
        "statements" => [.. _findings.SelectMany(found => Statements(found.Judged))],
        "defects" => Table("defect", _findings.Where(found => found.MayClaimItems).SelectMany(found => found.Judged.Nonconforming.Select(item => Defect(found, item)))),
        "facts" => Table("fact", _findings.SelectMany(found => FactRow.Of(found, claim.Record, texts)).Select(Fact)),
        "amounts" => Table("amount", claim.Amounts.Lines.Where(line => !line.LacksBound).Select(Amount)),
        "all_amounts" => Table("amount", claim.Amounts.Lines.Select(Amount)),
        "totals" => Table("total", claim.Amounts.Totals.Where(total => total.Total is not null).Select(total => Cells(
            Word("amount." + LetterFields.Code(total.Kind)), Text(Money(total.Printed)), Text(Word(total.IsWhole ? "whole" : "not_whole"))))),
        "deadlines" => Table("deadline", claim.Deadlines.Select(Day)),
        "options" => Table("ground", claim.Remedies.Where(IsOption).Select(Ground)),
        "grounds" => Table("ground", claim.Remedies.Select(Ground)),
        "remedies" => Table("remedy", claim.Remedies.Select(check => Described(check, "", ".what", ".cost", ".time"))),
        "remedy_fit" => Table("remedy_fit", claim.Remedies.Select(check => Described(check, "", ".ease", ".risk", ".fits"))),
        "evidence" => Table("evidence", claim.Remedies.Select(check => Cells(
            Word("remedy." + LetterFields.Code(check.Recourse)), Pieces(check.Present), Pieces(check.Missing), Pieces(check.Unknown), Pieces(check.FromBuyer)))),
        "outcome" => claim.Facts.Story is { } story ? Table("outcome", StoryRows.Of(story, claim, texts).Select(row => Cells(row.What, row.Answer))) : [],
        "gaps" => Table("gap", claim.Gaps.Select(gap => Cells(texts.Lacking(gap.Key)))),
        _ => throw new InvalidOperationException($"no table '{name}'"),
    };

    private IReadOnlyList<IReadOnlyList<LetterRun>> Lot(LotJudgement judged) => Cells(
        judged.Lot.Name,
        Word("verdict." + LetterFields.Code(judged.Verdict)),
        judged.Lot.Size is { } size ? Text(LetterFields.Number(size)) : Blank("size"),
        LetterFields.Number(judged.Tally.Items),
        SampleCount.Of([judged]).In(texts),
        judged.HasEvidence
            ? LetterFields.Number(judged.Nonconforming.Count)
            : $"{Word("flagged_only")}{LetterFields.Number(judged.Tally.Flagged)}");

    private IEnumerable<LetterBlock> Statements(LotJudgement judged) => new LotStatements(claim.Record, texts).Of(judged)
        .Select(text => new LetterBullet(Text(texts.Say("lot.sentence", ("lot", judged.Lot.Name), ("text", text)))));

    private IReadOnlyList<IReadOnlyList<LetterRun>> Amount(AmountLine line) => Cells(
        line.Lot,
        Word("amount." + LetterFields.Code(line.Kind)),
        texts.Filled(line.Sum),
        line.Amount is not null ? Text(Money(line.Printed)) : line.LacksBound ? Text(texts.Lacking(AmountLine.GuaranteedBound)) : Missing(line.Missing));

    private IReadOnlyList<IReadOnlyList<LetterRun>> Day(Deadline deadline) => Cells(
        DeadlineWords.What(deadline, texts),
        DeadlineWords.By(deadline, texts) is { } by ? Text(by) : Missing(deadline.Missing),
        Text(DeadlineWords.Counted(deadline, texts, texts.Day)),
        Text(DeadlineWords.Without(deadline, texts) ?? "–"));

    private IReadOnlyList<IReadOnlyList<LetterRun>> Ground(RemedyCheck check) =>
        Cells(Word("remedy." + LetterFields.Code(check.Recourse)), GroundWords.Runs(check.Ground, texts));

    private IReadOnlyList<IReadOnlyList<LetterRun>> Described(RemedyCheck check, params string[] parts) =>
        Cells([.. parts.Select(part => (object)Word($"remedy.{LetterFields.Code(check.Recourse)}{part}"))]);

    private IReadOnlyList<IReadOnlyList<LetterRun>> Defect(LotFindings found, Item item)
    {
        // A class that the model names of an item that no person confirmed is no word for what a gauge or a test found.
        var classes = item.ByFact.Select(fact => fact.What).Prepend(item.IsConfirmed ? texts.ClassName(item.DefectClass, claim.Record) : null).OfType<string>().Distinct().ToList();
        var readings = item.IsConfirmed ? item.Review!.Readings : [];
        var shownBy = readings.Where(reading => reading.IsDefective).Select(reading => reading.Reader)
            .Concat(item.ByFact.Select(fact => Fact(found, item, fact)).Distinct());
        return Cells(
            found.Judged.Lot.Name,
            item.Name,
            classes.Count > 0 ? Text(texts.List(classes)) : Blank("defect_class"),
            item.WorstSeverity is { } severity ? Text(Word("severity." + LetterFields.Code(severity))) : Blank("severity"),
            item.IsConfirmed && item.Cause is { } cause ? Text(Word("cause." + LetterFields.Code(cause))) : Text("–"),
            Text(_exhibits.Of(found.Judged.Lot.Name, item.Name) is { } exhibit ? LetterFields.Number(exhibit) : "–"),
            Text(texts.List(shownBy)));
    }

    private IReadOnlyList<IReadOnlyList<LetterRun>> Fact(FactRow row) => Cells(
        row.Lot, Word("section." + LetterFields.Code(row.Section)), row.Item ?? Word("whole_lot"), row.What,
        row.Required is null ? row.Found : $"{row.Found} / {row.Required}", row.Report);

    // A test is named with the number of its report; a measurement stands in the table of measurements.
    private string Fact(LotFindings found, Item item, Nonconformity fact)
    {
        var section = Word("section." + LetterFields.Code(fact.Section));
        var numbers = fact.Section != SectionKind.Tests ? []
            : found.FailedTests.Where(test => test.Item == item.Name && test.Test == fact.What).Select(test => test.ReportNumber).OfType<string>().Distinct().ToList();
        return numbers.Count == 0 ? section : texts.Say("shown_by_report", ("section", section), ("report", texts.Say("source.report", ("n", texts.List(numbers)))));
    }

    private IReadOnlyList<LetterBlock> Table(string kind, IEnumerable<IReadOnlyList<IReadOnlyList<LetterRun>>> rows)
    {
        List<IReadOnlyList<IReadOnlyList<LetterRun>>> all = [Cells([.. Word($"head.{kind}").Split('|').Select(head => (object)head.Trim())]), .. rows];
        return all.Count == 1 ? [] : [new LetterTable(all)];
    }

    private string Money(string printed) => claim.Amounts.Currency is { } currency ? $"{printed} {currency}" : texts.Say("without_currency", ("amount", printed));

    private IReadOnlyList<LetterRun> Pieces(IReadOnlyList<Evidence> pieces) =>
        Text(pieces.Count == 0 ? "–" : texts.List(pieces.Select(piece => Word("evidence." + LetterFields.Code(piece)))));

    private IReadOnlyList<LetterRun> Missing(IReadOnlyList<string> fields) => [new LetterRun(texts.List(fields.Select(texts.Lacking)), true)];

    private IReadOnlyList<LetterRun> Blank(string field) => [new LetterRun(Word("blank." + field), true)];

    private static IReadOnlyList<LetterRun> Text(string text) => [new LetterRun(text, false)];

    private static IReadOnlyList<IReadOnlyList<LetterRun>> Cells(params object[] cells) => [.. cells.Select(cell => cell as IReadOnlyList<LetterRun> ?? Text((string)cell))];

    private string Word(string key) => texts.Word(key);
}
