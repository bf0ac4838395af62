namespace DefectVision.Training.Labels;

/// <summary>The item of an inspection that a photo shows, and who answered for it.</summary>
/// <param name="Case">The inspection's folder, by name.</param>
/// <param name="Shipment">What was inspected.</param>
/// <param name="Lot">By its whole name.</param>
/// <param name="Item">The physical unit.</param>
/// <param name="View">Which picture of the item; empty when not told.</param>
/// <param name="Readers">Who answered, joined by "; ".</param>
/// <param name="Answered">When the last of them did, as it was written.</param>
public sealed record PhotoOrigin(string Case, string Shipment, string Lot, string Item, string View, string Readers, string Answered)
{
    /// <summary>Photos of one item are one group, in whichever case of the shipment they were answered for.</summary>
    public string Group => $"{Shipment}/{Lot}: {Item}";
}
