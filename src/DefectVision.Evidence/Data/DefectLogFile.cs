using System.Text;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;
using DefectVision.Inspection.Imported;

namespace DefectVision.Evidence.Data;

/// <summary>defect-log.csv: one row per photo that is flagged or shows a confirmed item, for a spreadsheet.</summary>
internal static class DefectLogFile
{
    private const string Header = "lot,item,view,defect_class,severity,cause,photo,score,probability,sha256,position_x,position_y,status,confirmed_by,exhibit,codes";

    /// <summary>A thousandth of a side is finer than any heat map.</summary>
    private const int PositionDigits = 3;

    public static void Write(InspectionRecord record, Terms terms, Stream stream, CancellationToken cancel)
    {
        // The mark in front makes Excel read UTF-8; RFC 4180 ends lines with CRLF.
        using var log = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        log.WriteLine(Header);
        var numbers = ExhibitNumbers.Of(record);
        foreach (var logged in LoggedPhoto.Of(record, terms))
        {
            cancel.ThrowIfCancellationRequested();
            log.WriteLine(string.Join(',', Row(logged, terms, PlaceOf(logged.Photo.Finding), logged.Photo.Place is { } place ? numbers.Of(place.Lot, place.Item) : null)));
        }
    }

    private static IEnumerable<string> Row(LoggedPhoto logged, Terms terms, SuspectPlace? place, int? exhibit)
    {
        var (photo, item) = (logged.Photo, logged.Item);
        return
        [
            CsvCell.Text(photo.Place?.Lot),
            CsvCell.Text(photo.Place?.Item),
            CsvCell.Text(photo.Place?.View),
            CsvCell.Text(logged.DefectClass),
            CsvCell.Text(Code.Of(logged.Severity)),
            CsvCell.Text(Code.Of(item is { IsConfirmed: true } ? item.Cause : terms.CauseOf(photo.Finding?.DefectClass))),
            CsvCell.Text(photo.Path),
            CsvCell.Number(photo.Finding?.Score),
            CsvCell.Number(photo.Finding?.Probability),
            CsvCell.Text(photo.Sha256),
            CsvCell.Number(place is { } known ? Math.Round(known.X, PositionDigits) : null),
            CsvCell.Number(place is { } found ? Math.Round(found.Y, PositionDigits) : null),
            CsvCell.Text(FormattableString.Invariant(logged.Status)),
            CsvCell.Text(item is { IsConfirmed: true } ? string.Join("; ", item.Review!.Readings.Where(reading => reading.IsDefective).Select(reading => reading.Reader)) : null),
            CsvCell.Number(exhibit),
            CsvCell.Text(string.Join("; ", photo.Codes?.Codes.Select(code => code.Printed) ?? [])),
        ];
    }

    private static SuspectPlace? PlaceOf(Finding? finding) => finding?.Standing == Standing.Flagged ? finding.Heat?.Place : null;
}
