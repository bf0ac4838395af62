using DefectVision.History;

namespace DefectVision.Cases.Remembering;

/// <summary>An exhibit that a photo shows something like.</summary>
/// <param name="Shipment">Its shipment.</param>
/// <param name="Lot">Its lot.</param>
/// <param name="Exhibit">Itself.</param>
/// <param name="Likeness">The cosine of its most suspect place with the nearest place of the photo, -1 to 1: an order to look in, no probability.</param>
public sealed record LikeExhibit(ShipmentEntry Shipment, LotEntry Lot, ExhibitEntry Exhibit, double Likeness);
