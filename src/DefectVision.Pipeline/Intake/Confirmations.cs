using System.Text;
using DefectVision.Inspection;
using DefectVision.Inspection.Reviewing;

namespace DefectVision.Pipeline.Intake;

/// <summary>
/// <c>confirmed.csv</c>: what readers said of items. Columns item, confirmed (yes, no or unsure), reader and time; where known lot, defect_class, severity and cause.
/// Several defects of an item are several lines. A line whose confirmed is blank is no answer.
/// </summary>
public static class Confirmations
{
    /// <summary>Its name in a shipment's folder.</summary>
    public const string FileName = "confirmed.csv";

    /// <param name="file">Full path.</param>
    /// <param name="items">Every item of the shipment with its lot; a lot may be left out where an item's name is found in one lot only, and given by the last part of its name.</param>
    /// <param name="photos">Every photo with its lot and item: a line may name an item by the name or path of a photo; null: by its own name only.</param>
    /// <exception cref="IntakeException">A line is wrong, or names an item that the shipment does not hold.</exception>
    public static ConfirmedList Read(string file, IReadOnlyCollection<(string Lot, string Item)> items, IReadOnlyCollection<(string Path, string Lot, string Item)>? photos = null)
    {
        var table = CsvTable.Read(file, "item", "confirmed", "reader", "time");
        var known = new KnownItems(items) { Photos = photos ?? [] };
        var answered = table.Lines.Where(line => line["confirmed"].Trim().Length > 0).ToList();
        return new ConfirmedList(table.Name, table.Sha256, [.. answered.Select(line => Reading(line, known))]) { Unanswered = table.Lines.Count - answered.Count };
    }

    private static Confirmation Reading(CsvLine line, KnownItems items)
    {
        var word = line["confirmed"].Normalize(NormalizationForm.FormKC).Trim().ToLowerInvariant() switch
        {
            "yes" => ReaderWord.Defective,
            "no" => ReaderWord.Good,
            "unsure" => ReaderWord.Unsure,
            _ => throw line.Wrong($"confirmed '{line["confirmed"]}'", "yes, no or unsure, or nothing where nobody has answered"),
        };
        var reader = line["reader"].Trim() is { Length: > 0 } name ? name : throw line.Wrong("an answer with an empty reader", "the name of the person who looked");
        var written = line.Optional("time") ?? throw line.Wrong("an answer with an empty time", "when the person looked, such as 2026-11-24T09:30:00Z");
        var time = AnswerTime.Read(written) ?? throw line.Wrong($"the time '{written}'", "one such as 2026-11-24T09:30:00Z");
        var (lot, item) = items.ItemOf(line);
        return new Confirmation(lot, item, word, reader, time, line.Optional("defect_class"), line.Word<Severity>("severity"), line.Word<Cause>("cause"));
    }
}
