using DefectVision.Inspection;
using DefectVision.Inspection.Reviewing;

namespace DefectVision.Pipeline.Intake;

/// <summary>
/// <c>confirmed.csv</c>: what readers said of items. Columns item, confirmed (yes, no, unsure or different), reader and time; where known lot, defect_class, severity and cause.
/// The column item may hold the path or the file name of a photo of the item instead: where the reader sees a defect, the photo that shows it. Several defects of an item
/// are several lines. A line whose confirmed is blank is no answer; "different" says that an item is not the one whose shot it shares.
/// </summary>
public static class Confirmations
{
    /// <summary>Its name in a shipment's folder.</summary>
    public const string FileName = "confirmed.csv";

    /// <param name="file">Full path.</param>
    /// <param name="items">Every item of the shipment.</param>
    /// <param name="reading">Where wrong lines go; null: they are an error.</param>
    /// <exception cref="IntakeException">The list cannot be read, or a line is wrong or names an item that the shipment does not hold.</exception>
    internal static ConfirmedList Read(string file, KnownItems items, ListReading? reading = null)
    {
        var table = CsvTable.Read(file, "item", "confirmed", "reader", "time");
        var answers = table.Each(line => string.IsNullOrWhiteSpace(line["confirmed"]) ? null : Answer(line, items), reading, days: ["time"]);
        return new ConfirmedList(table.Name, table.Sha256, [.. answers.OfType<Confirmation>()])
        {
            Different = [.. answers.OfType<DifferentItem>()],
            Unanswered = answers.Count(answer => answer is null),
        };
    }

    private static object Answer(CsvLine line, KnownItems items)
    {
        ReaderWord? word = TradeWords.IsDifferent(line["confirmed"]) ? null : TradeWords.YesOrNo.Read(line["confirmed"]) switch
        {
            true => ReaderWord.Defective,
            false => ReaderWord.Good,
            null when TradeWords.IsUnsure(line["confirmed"]) => ReaderWord.Unsure,
            null => throw line.WrongCell("confirmed", "yes, no, unsure or different, or nothing where nobody has answered"),
        };
        var reader = line["reader"].Trim() is { Length: > 0 } name ? name : throw line.Wrong("an answer with an empty reader", "the name of the person who looked", "reader");
        var moment = line.Moment("time", "one such as 2026-11-24T09:30:00Z") ?? throw line.Wrong("an answer with an empty time", "when the person looked, such as 2026-11-24T09:30:00Z", "time");
        var (lot, item) = items.ItemOf(line);
        return word is { } said
            ? new Confirmation(lot, item, said, reader, moment.Time, line.DefectClass, line.Word<Severity>("severity"), line.Word<Cause>("cause")) { Photo = items.PhotoOf(line, (lot, item)), HasNoZone = moment.Offset is null }
            : new DifferentItem(lot, item, reader, moment.Time);
    }
}
