using DefectVision.Statistics;

namespace DefectVision.History.Scorecards;

/// <summary>The suppliers of one region.</summary>
/// <param name="Country">Two letters of ISO 3166-1; null where the agreements name none.</param>
/// <param name="Region">As the agreements name it; null where they name none.</param>
/// <param name="Suppliers">Their names, in ordinal order.</param>
/// <param name="Lots">All of them.</param>
/// <param name="Found">Nonconforming of the items decided on, over the lots that somebody looked at.</param>
/// <param name="Spend">By currency, in ordinal order: what the lots cost of which size and price are known.</param>
public sealed record RegionShare(string? Country, string? Region, IReadOnlyList<string> Suppliers, int Lots, Tally Found, IReadOnlyList<(string Currency, decimal Value)> Spend)
{
    /// <summary>Every region, in ordinal order of country and region; those without a name last.</summary>
    /// <param name="shipments">Those whose agreement names a supplier count.</param>
    public static IReadOnlyList<RegionShare> All(IReadOnlyList<ShipmentEntry> shipments) =>
    [
        .. shipments.Where(shipment => shipment.Supplier is not null).GroupBy(shipment => (shipment.Country, Region: shipment.Region is { } region ? NameKey.Of(region) : null))
            .OrderBy(group => group.Key.Country is null).ThenBy(group => group.Key.Country, StringComparer.Ordinal).ThenBy(group => group.Key.Region is null).ThenBy(group => group.Key.Region, StringComparer.Ordinal)
            .Select(group => group.ToList())
            .Select(own => new RegionShare(
                own[^1].Country,
                own[^1].Region,
                [.. own.GroupBy(shipment => NameKey.Of(shipment.Supplier!)).Select(named => named.Last().Supplier!).Order(StringComparer.Ordinal)],
                own.Sum(shipment => shipment.Lots.Count),
                new Tally(own.Sum(shipment => shipment.Lots.Sum(lot => lot.Found?.Count ?? 0)), own.Sum(shipment => shipment.Lots.Sum(lot => lot.Found?.Total ?? 0))),
                SpendOf(own))),
    ];

    /// <summary>What shipments cost, by currency.</summary>
    public static IReadOnlyList<(string Currency, decimal Value)> SpendOf(IEnumerable<ShipmentEntry> shipments) =>
    [
        .. shipments.Where(shipment => shipment is { Currency: not null, Value: not null }).GroupBy(shipment => shipment.Currency!).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (group.Key, group.Sum(shipment => shipment.Value!.Value))),
    ];
}
