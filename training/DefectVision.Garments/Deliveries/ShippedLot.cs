namespace DefectVision.Garments.Deliveries;

/// <summary>One lot of the sample shipment and what is wrong in it.</summary>
internal sealed record ShippedLot(string Name, char Letter, int Items, GarmentKind Kind, IReadOnlyList<ShippedDefect> Defects)
{
    /// <summary>Goods made for the lot, photographed or not.</summary>
    public const int Size = 280;
}

/// <summary>A defect that one photo of the shipment shows.</summary>
internal sealed record ShippedDefect(int Item, View View, string Class);
