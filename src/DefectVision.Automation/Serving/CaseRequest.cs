using System.ComponentModel;

namespace DefectVision.Automation.Serving;

/// <summary>A shipment to inspect.</summary>
/// <param name="Path">Of its folder, or of a zip.</param>
/// <param name="Name">By which the case is called; null: as the folder.</param>
/// <param name="Model">Of the model's file; null: the one that the server was started with.</param>
internal sealed record CaseRequest(
    [property: Description("Full path of the shipment's folder, or of a zip of it, below a root of the server.")] string Path,
    [property: Description("By which the case is called; by default as the folder.")] string? Name = null,
    [property: Description("Full path of the model's file, below a root; by default the server's.")] string? Model = null);
