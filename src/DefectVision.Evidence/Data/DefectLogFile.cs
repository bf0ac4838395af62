using System.Text;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;

namespace DefectVision.Evidence.Data;

/// <summary>defect-log.csv: one row per flagged photo, for a spreadsheet.</summary>
internal static class DefectLogFile
{
    private const string Header = "lot,item,view,defect_class,severity,cause,photo,score,probability,sha256,status";

    public static void Write(InspectionRecord record, Terms terms, Stream stream)
    {
        // The mark in front makes Excel read UTF-8; RFC 4180 ends lines with CRLF.
        using var log = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        log.WriteLine(Header);
        var flagged = record.Files
            .Where(file => file.Finding?.Standing == Standing.Flagged)
            .OrderBy(file => file.Place?.Lot, StringComparer.Ordinal)
            .ThenBy(file => file.Place?.Item, StringComparer.Ordinal)
            .ThenBy(file => file.Path, StringComparer.Ordinal);
        foreach (var photo in flagged)
        {
            log.WriteLine(string.Join(',', Row(photo, terms)));
        }
    }

    private static IEnumerable<string> Row(InspectedFile photo, Terms terms) =>
    [
        CsvCell.Text(photo.Place?.Lot),
        CsvCell.Text(photo.Place?.Item),
        CsvCell.Text(photo.Place?.View),
        CsvCell.Text(photo.Finding?.DefectClass),
        CsvCell.Text(Code.Of(terms.SeverityOf(photo.Finding))),
        CsvCell.Text(Code.Of(terms.CauseOf(photo.Finding?.DefectClass))),
        CsvCell.Text(photo.Path),
        CsvCell.Number(photo.Finding?.Score),
        CsvCell.Number(photo.Finding?.Probability),
        CsvCell.Text(photo.Sha256),
        CsvCell.Text(Phrases.Status),
    ];
}
