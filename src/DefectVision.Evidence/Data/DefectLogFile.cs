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
        var items = record.Lots
            .SelectMany(lot => lot.Lot.AllItems.Select(item => (Lot: lot.Lot.Name, Item: item)))
            .ToDictionary(entry => (entry.Lot, entry.Item.Name), entry => entry.Item);
        var flagged = record.Files
            .Where(file => file.Finding?.Standing == Standing.Flagged || (file.IsReadable && ItemOf(file) is { IsConfirmed: true }))
            .OrderBy(file => file.Place?.Lot, StringComparer.Ordinal)
            .ThenBy(file => file.Place?.Item, StringComparer.Ordinal)
            .ThenBy(file => file.Path, StringComparer.Ordinal);
        foreach (var photo in flagged)
        {
            cancel.ThrowIfCancellationRequested();
            log.WriteLine(string.Join(',', Row(photo, ItemOf(photo), terms, PlaceOf(photo.Finding), photo.Place is { } place ? numbers.Of(place.Lot, place.Item) : null)));
        }

        Item? ItemOf(InspectedFile file) => file.Place is { } place ? items.GetValueOrDefault((place.Lot, place.Item)) : null;
    }

    private static IEnumerable<string> Row(InspectedFile photo, Item? item, Terms terms, SuspectPlace? place, int? exhibit) =>
    [
        CsvCell.Text(photo.Place?.Lot),
        CsvCell.Text(photo.Place?.Item),
        CsvCell.Text(photo.Place?.View),
        CsvCell.Text(DefectClass(photo, item)),
        CsvCell.Text(Code.Of(item?.Review is not null && item.Severity is { } decided ? decided : terms.SeverityOf(photo.Finding))),
        CsvCell.Text(Code.Of(item is { IsConfirmed: true } ? item.Cause : terms.CauseOf(photo.Finding?.DefectClass))),
        CsvCell.Text(photo.Path),
        CsvCell.Number(photo.Finding?.Score),
        CsvCell.Number(photo.Finding?.Probability),
        CsvCell.Text(photo.Sha256),
        CsvCell.Number(place is { } known ? Math.Round(known.X, PositionDigits) : null),
        CsvCell.Number(place is { } found ? Math.Round(found.Y, PositionDigits) : null),
        CsvCell.Text(FormattableString.Invariant(item is null ? Phrases.Status : Phrases.StatusOf(item))),
        CsvCell.Text(item is { IsConfirmed: true } ? string.Join("; ", item.Review!.Readings.Where(reading => reading.IsDefective).Select(reading => reading.Reader)) : null),
        CsvCell.Number(exhibit),
        CsvCell.Text(string.Join("; ", photo.Codes?.Codes.Select(code => code.Printed) ?? [])),
    ];

    private static SuspectPlace? PlaceOf(Finding? finding) => finding?.Standing == Standing.Flagged ? finding.Heat?.Place : null;

    // A reader's word goes before the model's.
    private static string? DefectClass(InspectedFile photo, Item? item) =>
        item is { IsConfirmed: true } ? item.DefectClass : photo.Finding?.DefectClass;
}
