namespace DefectVision.History.Recall;

/// <summary>A lot that a recall asks for.</summary>
/// <param name="Shipment">That it came in.</param>
/// <param name="Lot">What is kept of it.</param>
/// <param name="Exhibits">Its nonconforming items that show what is asked for; all of them where no class, severity or cause is.</param>
/// <param name="Items">How many there are: more than <paramref name="Exhibits"/> where an earlier version kept the numbers alone.</param>
public sealed record RecalledLot(ShipmentEntry Shipment, LotEntry Lot, IReadOnlyList<ExhibitEntry> Exhibits, long Items)
{
    /// <summary>Full path of the packet that holds its photos; null where none lies in the case.</summary>
    public string? Packet => Shipment.PacketRoot is null ? null : Path.Combine(Shipment.Folder, "packet");
}
