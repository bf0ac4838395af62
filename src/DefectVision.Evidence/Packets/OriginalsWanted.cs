namespace DefectVision.Evidence.Packets;

/// <summary>Which original photos go into a packet.</summary>
public enum OriginalsWanted
{
    /// <summary>All photos of the items that the model flagged, or that a reader found defective.</summary>
    Flagged,

    /// <summary>All photos that were opened.</summary>
    All,
}
