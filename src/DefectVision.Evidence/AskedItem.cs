using DefectVision.Inspection;

namespace DefectVision.Evidence;

/// <summary>An item that a person is asked to look at.</summary>
/// <param name="Lot">By its whole name.</param>
/// <param name="Item">Of the lot.</param>
/// <param name="Photo">That it is asked for.</param>
/// <param name="Why">In words.</param>
public sealed record AskedItem(string Lot, string Item, InspectedFile Photo, string Why);
