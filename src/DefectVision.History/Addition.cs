namespace DefectVision.History;

/// <summary>What became of a shipment that was to be kept.</summary>
public enum Addition
{
    Added,

    /// <summary>It was kept before, and has changed since: what was kept is replaced.</summary>
    Replaced,

    /// <summary>It was kept before as it is.</summary>
    Known,
}
