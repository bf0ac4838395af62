using System.Text;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;
using DefectVision.Inspection.Imported;

namespace DefectVision.Evidence.Data;

/// <summary>
/// to-confirm.csv: one row per item that a person should look at, most suspect first, for a spreadsheet. With answer, reader and time filled in it is a
/// list of what readers said; rows without an answer are no answers. It is work to do and no evidence: it is not one of the files that the report rests on.
/// </summary>
internal static class ToConfirmFile
{
    private const string Header = "lot,item,confirmed,reader,time,defect_class,severity,cause,photo,score,unlike_others,why";

    /// <summary>In the order of the list.</summary>
    public static IReadOnlyList<OpenItem> Items(InspectionRecord record, Terms terms) =>
    [
        .. record.Lots
            .SelectMany(judged => OpenItem.Of(judged.Lot, terms))
            .OrderByDescending(item => item.IsNeeded)
            .ThenByDescending(item => item.IsPerhapsOtherGoods)
            .ThenByDescending(item => item.Photo?.Rank)
            .ThenBy(item => item.Lot, StringComparer.Ordinal)
            .ThenBy(item => item.Name, StringComparer.Ordinal),
    ];

    public static void Write(IReadOnlyList<OpenItem> items, Terms terms, Stream stream, CancellationToken cancel)
    {
        // As in the defect log: the mark makes Excel read UTF-8; RFC 4180 ends lines with CRLF.
        using var list = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        list.WriteLine(Header);
        foreach (var item in items)
        {
            cancel.ThrowIfCancellationRequested();
            list.WriteLine(string.Join(',', Row(item, terms)));
        }
    }

    private static IEnumerable<string> Row(OpenItem item, Terms terms)
    {
        var finding = item.Photo?.Finding;
        var isFlagged = finding?.Standing == Standing.Flagged;
        return
        [
            CsvCell.Name(item.Lot),
            CsvCell.Name(item.Name),
            "",
            "",
            "",
            CsvCell.Name(isFlagged ? finding!.DefectClass : null),
            CsvCell.Text(Code.Of(terms.SeverityOf(finding))),
            CsvCell.Text(isFlagged ? Code.Of(terms.CauseOf(finding!.DefectClass)) : null),
            CsvCell.Name(item.Photo?.Path),
            CsvCell.Number(finding?.Score),
            CsvCell.Number(item.Photo?.Unlikeness?.Times),
            CsvCell.Text(item.Why),
        ];
    }
}
