using DefectVision.Inspection.Reviewing;

namespace DefectVision.Cases.Reviewing;

/// <summary>The first line of a review log.</summary>
/// <param name="Schema">Must be <see cref="CurrentSchema"/>.</param>
/// <param name="Shipment">Name of the shipment's folder.</param>
/// <param name="Started">When the first reader began, UTC.</param>
/// <param name="Protocol">How items are put before readers.</param>
internal sealed record ReviewHeader(string Schema, string Shipment, DateTimeOffset Started, ReviewProtocol Protocol)
{
    public const string CurrentSchema = "defectvision/reviews/1";
}
