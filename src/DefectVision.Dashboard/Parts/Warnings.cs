using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Wording;

namespace DefectVision.Dashboard.Parts;

/// <summary>Lots that stood out on the day they were added, the last year.</summary>
internal static class Warnings
{
    private const int Days = 365;
    private const int Most = 30;

    public static IEnumerable<Block> Of(View view)
    {
        yield return view.Section($"Early warnings", "warnings");
        var alarms = view.Cards.SelectMany(card => card.Alarms.Select(alarm => (card.Supplier, Alarm: alarm)))
            .Where(one => one.Alarm.Lot.Shipment.Day >= view.Today.AddDays(-Days))
            .OrderByDescending(one => one.Alarm.Lot.Shipment.Day).ThenBy(one => one.Supplier, StringComparer.Ordinal).ThenBy(one => one.Alarm.Lot.Lot.Name, StringComparer.Ordinal).ToList();
        if (alarms.Count == 0)
        {
            yield return view.Text($"No lot of the last year stood out from those of its supplier before it.", Manner.None);
            yield break;
        }

        yield return new Table(
            view.Words.Columns($"=Day", $"Supplier", $"Shipment", $"Lot", $"#Nonconforming", $"What", $"#Lots before"),
            alarms.Take(Most).Select(one => new Row(
            [
                Figures.Day(one.Alarm.Lot.Shipment.Day),
                Line.Of(View.Supplier(one.Supplier)),
                Line.Of(view.Case(one.Alarm.Lot.Shipment)),
                Line.Of(Piece.Name(one.Alarm.Lot.Lot.Name)),
                View.Of(one.Alarm.Lot.Lot.Found!.Value),
                view.Words.Say(WarningWords.Of(one.Alarm)),
                Figures.Count(one.Alarm.Before),
            ])),
            Spacing.Compact);
        yield return view.Text($"{(alarms.Count > Most ? (FormattableString)$"The last {Figures.Count(Most)} of {Figures.Count(alarms.Count)} warnings of the last year. " : $"")}As the chart stood on that day, when only the lots before were known. A warning is a reason to look, and no proof: chance gives some, too.", Manner.Note);
    }
}
