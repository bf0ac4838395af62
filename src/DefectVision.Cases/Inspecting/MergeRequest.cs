namespace DefectVision.Cases.Inspecting;

/// <summary>Which parts to join.</summary>
/// <param name="Parts">Full paths of the folders of all parts, or of folders that hold them.</param>
/// <param name="Folder">Full path of the case; null: the folder that the first part lies in.</param>
public sealed record MergeRequest(IReadOnlyList<string> Parts, string? Folder)
{
    /// <summary>Full path of the shipment's folder; null: where the parts found it.</summary>
    public string? Shipment { get; init; }

    /// <summary>Full path of the model; null: where the parts found it.</summary>
    public string? Model { get; init; }

    /// <summary>Full path of the network for an order to look in; null: none is made.</summary>
    public string? Backbone { get; init; }

    /// <summary>Threads for what follows from all photos together; changes the speed only.</summary>
    public int Workers { get; init; } = 1;
}
