using DefectVision.Inspection.Imported;

namespace DefectVision.History.Scorecards;

/// <summary>A product for which the buyer lists other sources, with those who deliver it now.</summary>
/// <param name="Product">As the list names it.</param>
/// <param name="Now">Suppliers of whom lots of it were inspected, the most lots first.</param>
/// <param name="Alternatives">As listed, those who deliver it already left out.</param>
public sealed record CriticalItem(string Product, IReadOnlyList<(string Supplier, int Lots)> Now, IReadOnlyList<Alternative> Alternatives)
{
    /// <summary>One supplier alone delivers it, or nobody does.</summary>
    public bool HasOneSource => Now.Count <= 1;

    /// <summary>One for each product of the list, in ordinal order.</summary>
    public static IReadOnlyList<CriticalItem> All(IReadOnlyList<Alternative> listed, IReadOnlyList<ShipmentEntry> shipments) =>
    [
        .. listed.GroupBy(one => NameKey.Of(one.Product)).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => Of(group.Key, [.. group], shipments)),
    ];

    private static CriticalItem Of(string key, IReadOnlyList<Alternative> listed, IReadOnlyList<ShipmentEntry> shipments)
    {
        List<(string Supplier, int Lots)> now =
        [
            .. shipments.Where(shipment => shipment is { Supplier: not null, Product: { } product } && NameKey.Of(product) == key).GroupBy(shipment => NameKey.Of(shipment.Supplier!))
                .Select(own => (own.Last().Supplier!, own.Sum(shipment => shipment.Lots.Count))).OrderByDescending(own => own.Item2).ThenBy(own => own.Item1, StringComparer.Ordinal),
        ];
        return new CriticalItem(listed[0].Product, now, [.. listed.Where(one => now.TrueForAll(own => NameKey.Of(own.Supplier) != NameKey.Of(one.Supplier)))]);
    }
}
