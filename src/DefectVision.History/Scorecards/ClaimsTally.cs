namespace DefectVision.History.Scorecards;

/// <summary>Claims against a supplier in one currency.</summary>
/// <param name="Currency">Three letters of ISO 4217; null where none was agreed.</param>
/// <param name="Claims">Shipments of which something may be asked, or something was told.</param>
/// <param name="Asked">Sum of the amounts asked.</param>
/// <param name="Settled">Of the claims in which an amount was asked, those of which the agreed amount is known.</param>
/// <param name="AskedOfSettled">What was asked in those.</param>
/// <param name="Agreed">What was agreed in those.</param>
public sealed record ClaimsTally(string? Currency, int Claims, decimal Asked, int Settled, decimal AskedOfSettled, decimal Agreed)
{
    /// <summary>One for each currency, in ordinal order; none where nothing was asked.</summary>
    public static IReadOnlyList<ClaimsTally> Of(IEnumerable<ShipmentEntry> shipments) =>
    [
        .. shipments.Where(shipment => shipment.ClaimState != ClaimState.None).GroupBy(shipment => shipment.Currency).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (group.Key, All: group.ToList(), Settled: group.Where(shipment => shipment is { Asked: > 0, Outcome.Amount: not null }).ToList()))
            .Select(group => new ClaimsTally(
                group.Key, group.All.Count, group.All.Sum(shipment => shipment.Asked ?? 0), group.Settled.Count, group.Settled.Sum(shipment => shipment.Asked ?? 0), group.Settled.Sum(shipment => shipment.Outcome!.Amount!.Value))),
    ];
}
