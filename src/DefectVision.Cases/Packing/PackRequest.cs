using DefectVision.Evidence.Packets;
using DefectVision.Imaging.Withholding;

namespace DefectVision.Cases.Packing;

/// <summary>How to make a packet of a case.</summary>
/// <param name="Folder">Full path of the case; the packet becomes its sub-folder.</param>
public sealed record PackRequest(string Folder)
{
    /// <summary>Where the shipment is now; null: where it was inspected.</summary>
    public string? Shipment { get; init; }

    public OriginalsWanted Originals { get; init; }

    /// <summary>Signs the packet; null: nobody does.</summary>
    public SigningKey? Key { get; init; }

    /// <summary>Who makes the packet; null: the buyer of the agreement.</summary>
    public string? By { get; init; }

    /// <summary>Replaces a packet that is there, with its signature and timestamps.</summary>
    public bool Overwrite { get; init; }

    /// <summary>The date that the packet carries; null: that of the inspection.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>Metadata that is taken out of the copies of photos.</summary>
    public MetadataKinds Withheld { get; init; }

    /// <summary>Full path of a list of regions to blacken in the copies of photos; null: none.</summary>
    public string? RegionsFile { get; init; }
}
