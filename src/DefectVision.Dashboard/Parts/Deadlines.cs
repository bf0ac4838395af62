using DefectVision.Claims;
using DefectVision.Evidence;
using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Wording;
using DefectVision.History;

namespace DefectVision.Dashboard.Parts;

/// <summary>What must be done by a day: deadlines of claims that are not settled, ahead and overdue.</summary>
internal static class Deadlines
{
    private const int Most = 40;

    public static IEnumerable<Block> Of(View view)
    {
        yield return view.Section($"Open deadlines", "deadlines");
        var open = view.Shipments.SelectMany(shipment => shipment.Deadlines.Where(deadline => IsOpen(deadline, shipment)).Select(deadline => (Shipment: shipment, Deadline: deadline, deadline.Day))).ToList();
        if (open.Count == 0)
        {
            yield return view.Text($"No deadline is open.", Manner.None);
            yield break;
        }

        yield return new Table(
            view.Words.Columns($"=By", $"#Days left", $"What", $"Supplier", $"Shipment", $"Lot"),
            open.OrderBy(one => Math.Abs(one.Day.DayNumber - view.Today.DayNumber)).Take(Most).OrderBy(one => one.Day).ThenBy(one => one.Shipment.Name, StringComparer.Ordinal).Select(one => new Row(
            [
                Figures.Day(one.Day),
                one.Day < view.Today ? view.Words.Say($"{Figures.Count(view.Today.DayNumber - one.Day.DayNumber)} overdue") : Line.Of(Figures.Count(one.Day.DayNumber - view.Today.DayNumber)),
                view.Words.In(new Said(language => ClaimPaper.Word("deadline." + one.Deadline.Kind, language))),
                View.SupplierOf(one.Shipment),
                Line.Of(view.Case(one.Shipment)),
                Line.Of(Piece.Name(one.Deadline.Lot ?? "-")),
            ])),
            Spacing.Compact);
        yield return view.Text($"{(open.Count > Most ? (FormattableString)$"{Figures.Count(Most)} of {Figures.Count(open.Count)}, those nearest to this day. " : $"")}Deadlines of shipments whose claim is not settled. A notice that was sent, and an answer that came, close theirs (defectvision history outcome).", Manner.Note);
    }

    // The period of an inspection matters while something may still be complained of.
    private static bool IsOpen(DeadlineEntry deadline, ShipmentEntry shipment) => shipment.ClaimState switch
    {
        ClaimState.NotSent => deadline.Kind is DeadlineEntry.Notice or DeadlineEntry.Period,
        ClaimState.Sent => deadline.Kind is DeadlineEntry.Answer or DeadlineEntry.Escalation,
        _ => false,
    };
}
