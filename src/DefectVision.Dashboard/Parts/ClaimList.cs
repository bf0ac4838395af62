using DefectVision.Claims;
using DefectVision.Evidence;
using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Wording;
using DefectVision.History;
using DefectVision.History.Scorecards;

namespace DefectVision.Dashboard.Parts;

/// <summary>Claims, those in progress first, and their sums.</summary>
internal static class ClaimList
{
    private const int Most = 60;

    /// <param name="isOfOne">All are against one supplier, who need not be named.</param>
    public static IEnumerable<Block> Of(View view, IReadOnlyList<ShipmentEntry> shipments, bool isOfOne)
    {
        var claims = shipments.Where(shipment => shipment.ClaimState != ClaimState.None)
            .OrderBy(shipment => shipment.ClaimState == ClaimState.Settled).ThenByDescending(shipment => shipment.Day).ThenBy(shipment => shipment.Name, StringComparer.Ordinal).ToList();
        if (claims.Count == 0)
        {
            yield return view.Text($"No claim.", Manner.None);
            yield break;
        }

        foreach (var sums in ClaimsTally.Of(shipments))
        {
            yield return view.Text(Sums(sums));
        }

        FormattableString[] first = isOfOne ? [$"=Day", $"Shipment"] : [$"=Day", $"Supplier", $"Shipment"];
        yield return new Table(
            view.Words.Columns([.. first, $"#Asked", $"=State", $"=As told", $"Remedy", $"#Agreed"]),
            claims.Take(Most).Select(shipment => Row(view, shipment, isOfOne)),
            Spacing.Compact);
        if (claims.Count > Most)
        {
            yield return view.Text($"{Figures.Count(Most)} of {Figures.Count(claims.Count)} claims: those in progress, then the newest.", Manner.Note);
        }
    }

    private static Row Row(View view, ShipmentEntry shipment, bool isOfOne)
    {
        var outcome = shipment.Outcome;
        Cell[] first = isOfOne ? [Figures.Day(shipment.Day), Line.Of(view.Case(shipment))]
            : [Figures.Day(shipment.Day), View.SupplierOf(shipment), Line.Of(view.Case(shipment))];
        return new Row(
        [
            .. first,
            shipment.Asked is { } asked ? Money.Text(asked, shipment.Currency) : "-",
            view.Words.Say(State(shipment.ClaimState)),
            view.Lines(
                Told(outcome?.Notified) is { } notified ? (FormattableString)$"notified {notified}" : null,
                Told(outcome?.Answered) is { } answered ? (FormattableString)$"answered {answered}" : null,
                Told(outcome?.Agreed) is { } agreed ? (FormattableString)$"agreed {agreed}" : null,
                Told(outcome?.Received) is { } received ? (FormattableString)$"received {received}" : null),
            outcome?.Remedy is { } remedy ? view.Words.In(new Said(language => ClaimPaper.Word("agreed." + ClaimPaper.Code(remedy), language))) : Line.Of("-"),
            outcome?.Amount is { } amount ? Money.Text(amount, shipment.Currency) : "-",
        ]);
    }

    private static FormattableString State(ClaimState state) => state switch
    {
        ClaimState.NotSent => $"no notice told",
        ClaimState.Sent => $"notified",
        ClaimState.Answered => $"answered",
        ClaimState.Agreed => $"remedy agreed",
        _ => $"settled",
    };

    // An amount without a currency is no amount: the claim said so.
    private static FormattableString Sums(ClaimsTally sums) => sums.Settled == 0
        ? (FormattableString)$"{Counts.Claims(sums.Claims)}, {Money.Text(sums.Asked, sums.Currency)} asked; of none is the agreed amount known."
        : $"{Counts.Claims(sums.Claims)}, {Money.Text(sums.Asked, sums.Currency)} asked; agreed in {Figures.Count(sums.Settled)}: {Money.Text(sums.Agreed, sums.Currency)} of {Money.Text(sums.AskedOfSettled, sums.Currency)} asked.";

    private static string? Told(DateOnly? day) => day is { } known ? Figures.Day(known) : null;
}
