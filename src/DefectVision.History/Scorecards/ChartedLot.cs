using DefectVision.Statistics.Charts;

namespace DefectVision.History.Scorecards;

/// <summary>A lot that somebody looked at, in its place in time.</summary>
/// <param name="Shipment">That it came in.</param>
/// <param name="Lot">What was found.</param>
/// <param name="Point">Its place on the charts; null where no chart can be drawn, since no item of any lot is nonconforming, or every one is.</param>
public sealed record ChartedLot(ShipmentEntry Shipment, LotEntry Lot, ChartPoint? Point);
