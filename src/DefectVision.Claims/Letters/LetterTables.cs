using DefectVision.Inspection;
using DefectVision.Inspection.Claiming;
using DefectVision.Inspection.Judging;

namespace DefectVision.Claims.Letters;

/// <summary>The tables of a claim, by the name that a text calls them.</summary>
internal sealed class LetterTables(Claim claim, LetterTexts texts)
{
    private readonly IReadOnlyList<LotFindings> _findings = LotFindings.Of(claim.Record);
    private readonly ExhibitNumbers _exhibits = ExhibitNumbers.Of(claim.Record);

    /// <exception cref="InvalidOperationException">A text names a table that no claim has.</exception>
    public LetterTable? Of(string name) => name switch
    {
        "lots" => Table("lot", _findings.Select(found => Lot(found.Judged))),
        "defects" => Table("defect", _findings.Where(found => found.MayClaimItems).Select(found => found.Judged)
            .SelectMany(judged => judged.Nonconforming.Select(item => Defect(judged.Lot.Name, item)))),
        "facts" => Table("fact", _findings.SelectMany(found => FactRow.Of(found, claim.Record, texts)).Select(Fact)),
        "amounts" => Table("amount", claim.Amounts.Lines.Select(line => Cells(
            line.Lot, Word("amount." + LetterFields.Code(line.Kind)), texts.Filled(line.Sum),
            line.Amount is null ? Missing(line.Missing) : Text(Money(line.Printed)), Text(line.Class?.ToString() ?? "–")))),
        "totals" => Table("total", claim.Amounts.Totals.Where(total => total.Total is not null).Select(total => Cells(
            Word("amount." + LetterFields.Code(total.Kind)), Text(Money(total.Printed)), Text(Word(total.IsWhole ? "whole" : "not_whole"))))),
        "deadlines" => Table("deadline", claim.Deadlines.Select(deadline => Cells(
            Word("deadline." + LetterFields.Code(deadline.Kind)) + (deadline.Lot is { } lot ? " " + lot : string.Empty),
            deadline.Date is null ? Missing(deadline.Missing) : Text(DeadlineWords.By(deadline)!),
            Text(DeadlineWords.Counted(deadline, texts)),
            Text(DeadlineWords.Without(deadline, texts) ?? "–")))),
        "remedies" => Table("remedy", claim.Remedies.Select(check => Cells(
            [.. ((string[])["", ".cost", ".time", ".ease", ".risk", ".fits"]).Select(part => (object)Word($"remedy.{LetterFields.Code(check.Recourse)}{part}"))]))),
        "evidence" => Table("evidence", claim.Remedies.Select(check => Cells(
            Word("remedy." + LetterFields.Code(check.Recourse)), Pieces(check.Present), Pieces(check.Missing), Pieces(check.Unknown)))),
        "gaps" => Table("gap", claim.Gaps.Select(gap => Cells(gap.Key))),
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
            : $"{Word("flagged_only")} {LetterFields.Number(judged.Tally.Flagged)}",
        judged.Verdict == Verdict.Accept ? Word("single_items") : Bound(judged.Claim));

    private string Bound(LotClaim? known)
    {
        if (known?.AtLeast is not { Class: 'G', Items: > 0 and { } items } bound)
            return Word("no_bound");
        var least = $"{Word("at_least")} {LetterFields.Number(items)} ({PrintedConfidence.Of(bound.Confidence)} %, G)";
        return known.Claimed is not { Tolerated: > 0 } claimed ? least
            : string.Join(
                Word("list_separator"), least, texts.Word("count.tolerated", claimed.Tolerated), texts.Word("count.claimed", claimed.Count));
    }

    private IReadOnlyList<IReadOnlyList<LetterRun>> Defect(string lot, Item item)
    {
        // A class that the model names of an item that no person confirmed is no word for what a gauge or a test found.
        var classes = item.ByFact.Select(fact => fact.What).Prepend(item.IsConfirmed ? item.DefectClass : null).OfType<string>().Distinct().ToList();
        var readings = item.IsConfirmed ? item.Review!.Readings : [];
        var shownBy = readings.Where(reading => reading.IsDefective).Select(reading => reading.Reader)
            .Concat(item.ByFact.Select(fact => Word("section." + LetterFields.Code(fact.Section))).Distinct());
        return Cells(
            lot,
            item.Name,
            classes.Count > 0 ? Text(string.Join(", ", classes)) : Blank("defect_class"),
            item.WorstSeverity is { } severity ? Text(Word("severity." + LetterFields.Code(severity))) : Blank("severity"),
            item.IsConfirmed && item.Cause is { } cause ? Text(Word("cause." + LetterFields.Code(cause))) : Text("–"),
            Text(_exhibits.Of(lot, item.Name) is { } exhibit ? LetterFields.Number(exhibit) : "–"),
            Text(string.Join(", ", shownBy)));
    }

    private IReadOnlyList<IReadOnlyList<LetterRun>> Fact(FactRow row) => Cells(
        row.Lot, Word("section." + LetterFields.Code(row.Section)), row.Item ?? Word("whole_lot"), row.What,
        $"{row.Found} / {row.Required ?? "–"}", row.Report);

    private LetterTable? Table(string kind, IEnumerable<IReadOnlyList<IReadOnlyList<LetterRun>>> rows)
    {
        List<IReadOnlyList<IReadOnlyList<LetterRun>>> all = [Cells([.. Word($"head.{kind}").Split('|').Select(head => (object)head.Trim())]), .. rows];
        return all.Count == 1 ? null : new LetterTable(all);
    }

    private string Money(string printed) => claim.Amounts.Currency is { } currency ? $"{printed} {currency}" : $"{printed} ({Word("no_currency")})";

    private IReadOnlyList<LetterRun> Pieces(IReadOnlyList<Remedies.Evidence> pieces) =>
        Text(pieces.Count == 0 ? "–" : string.Join(Word("list_separator"), pieces.Select(piece => Word("evidence." + LetterFields.Code(piece)))));

    private IReadOnlyList<LetterRun> Missing(IReadOnlyList<string> fields) => [new LetterRun(string.Join(Word("list_separator"), fields.Select(texts.Lacking)), true)];

    private IReadOnlyList<LetterRun> Blank(string field) => [new LetterRun(Word("blank." + field), true)];

    private static IReadOnlyList<LetterRun> Text(string text) => [new LetterRun(text, false)];

    private static IReadOnlyList<IReadOnlyList<LetterRun>> Cells(params object[] cells) => [.. cells.Select(cell => cell as IReadOnlyList<LetterRun> ?? Text((string)cell))];

    private string Word(string key) => texts.Word(key);
}
