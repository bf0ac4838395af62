using System.Globalization;
using DefectVision.Inspection;
using DefectVision.Inspection.Judging;

namespace DefectVision.Claims.Letters;

/// <summary>The tables of a claim, by the name that a text calls them.</summary>
internal sealed class LetterTables(Claim claim, LetterTexts texts)
{
    /// <exception cref="InvalidOperationException">A text names a table that no claim has.</exception>
    public LetterTable? Of(string name) => name switch
    {
        "lots" => Table("lot", claim.Record.Lots.Select(Lot)),
        "defects" => Table("defect", claim.Record.Lots.SelectMany(lot => (lot.Claim?.Confirmed ?? []).Select(item => Defect(lot.Lot.Name, item)))),
        "amounts" => Table("amount", claim.Amounts.Lines.Select(line => Cells(
            line.Lot, Word("amount." + LetterFields.Code(line.Kind)), line.Basis, line.Amount is null ? Missing(line.Missing) : Text(Money(line.Printed)), Text(line.Class?.ToString() ?? "–")))),
        "totals" => Table("total", claim.Amounts.Totals.Where(total => total.Total is not null).Select(total => Cells(
            Word("amount." + LetterFields.Code(total.Kind)), Text(Money(total.Printed)), Text(Word(total.IsWhole ? "whole" : "not_whole"))))),
        "deadlines" => Table("deadline", claim.Deadlines.Select(deadline => Cells(
            Word("deadline." + LetterFields.Code(deadline.Kind)) + (deadline.Lot is { } lot ? " " + lot : string.Empty),
            deadline.Date is null ? Missing(deadline.Missing) : Text(LetterFields.Day(deadline.Date)!),
            Text(Counted(deadline.Counted, deadline.Countries, LetterFields.Day(deadline.From))),
            Text(deadline.WithoutData.Count == 0 ? "–" : Word("without_data") + " " + string.Join(", ", deadline.WithoutData))))),
        "remedies" => Table("remedy", claim.Remedies.Select(check => Cells(
            [.. ((string[])["", ".cost", ".time", ".ease", ".risk", ".fits"]).Select(part => (object)Word($"remedy.{LetterFields.Code(check.Recourse)}{part}"))]))),
        "evidence" => Table("evidence", claim.Remedies.Select(check => Cells(
            Word("remedy." + LetterFields.Code(check.Recourse)), Pieces(check.Present), Pieces(check.Missing), Pieces(check.Unknown)))),
        "gaps" => Table("gap", claim.Gaps.Select(gap => Cells(gap.Key))),
        _ => throw new InvalidOperationException($"no table '{name}'"),
    };

    private IReadOnlyList<IReadOnlyList<LetterRun>> Lot(LotJudgement judged)
    {
        var bound = judged.Claim?.AtLeast;
        return Cells(
            judged.Lot.Name,
            judged.Lot.Size is { } size ? Text(LetterFields.Number(size)) : Blank("size"),
            Text(LetterFields.Number(judged.Tally.Items)),
            Text(judged.Claim?.Review is null ? $"{Word("flagged_only")} {LetterFields.Number(judged.Tally.Flagged)}" : LetterFields.Number(judged.Claim.Confirmed.Count)),
            Text(bound is { Class: 'G', Items: > 0 and { } items } ? string.Create(CultureInfo.InvariantCulture, $"{Word("at_least")} {items} ({bound.Confidence * 100:0.##} %, G)") : Word("no_bound")));
    }

    private IReadOnlyList<IReadOnlyList<LetterRun>> Defect(string lot, Item item)
    {
        var exhibits = item.Photos.Select(photo => claim.Facts.Exhibits.Index().FirstOrDefault(exhibit => exhibit.Item == photo.Path)).Where(exhibit => exhibit.Item is not null).Select(exhibit => LetterFields.Number(exhibit.Index + 1)).ToList();
        return Cells(
            lot,
            item.Name,
            item.DefectClass is { } defectClass ? Text(defectClass) : Blank("defect_class"),
            item.Severity is { } severity ? Text(Word("severity." + LetterFields.Code(severity))) : Blank("severity"),
            item.Cause is { } cause ? Text(Word("cause." + LetterFields.Code(cause))) : Text("–"),
            Text(exhibits.Count == 0 ? "–" : string.Join(", ", exhibits)),
            Text(string.Join(", ", item.Review?.Readings.Where(reading => reading.IsDefective).Select(reading => reading.Reader) ?? [])));
    }

    private LetterTable? Table(string kind, IEnumerable<IReadOnlyList<IReadOnlyList<LetterRun>>> rows)
    {
        List<IReadOnlyList<IReadOnlyList<LetterRun>>> all = [Cells([.. Word($"head.{kind}").Split('|').Select(head => (object)head.Trim())]), .. rows];
        return all.Count == 1 ? null : new LetterTable(all);
    }

    private string Counted(string counted, IReadOnlyList<string> countries, string? from) =>
        counted.Length == 0 ? "–" : $"{counted}{(countries.Count == 0 ? string.Empty : $" {Word("business_days")} ({string.Join(" + ", countries)})")}{(from is null ? string.Empty : $" {Word("after")} {from}")}";

    private string Money(string printed) => claim.Amounts.Currency is { } currency ? $"{printed} {currency}" : $"{printed} ({Word("no_currency")})";

    private IReadOnlyList<LetterRun> Pieces(IReadOnlyList<Remedies.Evidence> pieces) =>
        Text(pieces.Count == 0 ? "–" : string.Join(Word("list_separator"), pieces.Select(piece => Word("evidence." + LetterFields.Code(piece)))));

    private IReadOnlyList<LetterRun> Missing(IReadOnlyList<string> fields) => [new LetterRun(string.Join(Word("list_separator"), fields), true)];

    private IReadOnlyList<LetterRun> Blank(string field) => [new LetterRun(Word("blank." + field), true)];

    private static IReadOnlyList<LetterRun> Text(string text) => [new LetterRun(text, false)];

    private static IReadOnlyList<IReadOnlyList<LetterRun>> Cells(params object[] cells) => [.. cells.Select(cell => cell as IReadOnlyList<LetterRun> ?? Text((string)cell))];

    private string Word(string key) => texts.Word(key);
}
