using DefectVision.Statistics;

namespace DefectVision.Claims;

/// <summary>A lot and the one that came in its place.</summary>
/// <param name="Lot">Name of the first.</param>
/// <param name="Before">Nonconforming of its items decided on; null where nobody looked.</param>
/// <param name="Shipment">Of the other.</param>
/// <param name="OtherLot">Its name.</param>
/// <param name="After">Nonconforming of its items decided on; null where nobody looked.</param>
/// <param name="ByChance">The chance of samples this far apart, or further, if the other lot were no better; null where nobody looked at one of them.</param>
public sealed record ReplacedLot(string Lot, Tally? Before, string Shipment, string OtherLot, Tally? After, Probability? ByChance);
