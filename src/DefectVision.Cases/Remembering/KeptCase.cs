using DefectVision.History;

namespace DefectVision.Cases.Remembering;

/// <summary>A case that was put into a history.</summary>
/// <param name="Name">Of the case's folder.</param>
/// <param name="Shipment">What is kept of it.</param>
/// <param name="Addition">What became of it.</param>
public sealed record KeptCase(string Name, ShipmentEntry Shipment, Addition Addition)
{
    /// <summary>Which of its photos were among those of other shipments.</summary>
    public Reuse Reuse { get; init; } = Reuse.None;
}
