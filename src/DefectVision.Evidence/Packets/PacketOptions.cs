using DefectVision.Imaging.Withholding;
using DefectVision.Inspection;

namespace DefectVision.Evidence.Packets;

/// <summary>What goes into a packet.</summary>
/// <param name="InspectionFolder">Where the outputs of the inspection lie; the packet becomes its sub-folder.</param>
/// <param name="ShipmentFolder">Where the paths of the results begin.</param>
/// <param name="Product">Name and version of the program.</param>
/// <param name="Record">The inspection whose outputs they are.</param>
public sealed record PacketOptions(string InspectionFolder, string ShipmentFolder, string Product, InspectionRecord Record)
{
    public OriginalsWanted Originals { get; init; }

    /// <summary>Who makes the packet; null: the buyer of the agreement, if it names one.</summary>
    public string? By { get; init; }

    /// <summary>The date that the packet carries; null: that of the inspection.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>The agreement's file; null when there is none.</summary>
    public string? AgreementFile { get; init; }

    /// <summary>The file of what readers confirmed; null when nobody looked.</summary>
    public string? ConfirmedFile { get; init; }

    /// <summary>The log of the review; null when nobody reviewed.</summary>
    public string? ReviewsFile { get; init; }

    /// <summary>The draw list's file; null when there is none.</summary>
    public string? DrawFile { get; init; }

    /// <summary>The file of what was measured elsewhere; null when there is none.</summary>
    public string? MeasurementsFile { get; init; }

    /// <summary>The file of tests made elsewhere, below whose folder its documents lie; null when there is none.</summary>
    public string? TestsFile { get; init; }

    /// <summary>The file of a third party's report, below whose folder its documents lie; null when there is none.</summary>
    public string? ThirdPartyFile { get; init; }

    /// <summary>The model, whose card lies beside it; null when it is not at hand.</summary>
    public string? ModelFile { get; init; }

    /// <summary>Metadata that is taken out of the copies of photos.</summary>
    public MetadataKinds Withheld { get; init; }

    /// <summary>Regions that are blackened in the copies of photos.</summary>
    public IReadOnlyList<WithheldRegion> WithheldRegions { get; init; } = [];

    /// <summary>Where outputs lie that were written again for the packet, because the inspection's own say what is withheld; null: the inspection's own are copied.</summary>
    public string? OutputsFolder { get; init; }

    /// <summary>Signs the seal; null: nobody does.</summary>
    public SigningKey? Key { get; init; }

    /// <summary>Replaces a packet that lies there.</summary>
    public bool Overwrite { get; init; }
}

/// <summary>A packet that was made.</summary>
/// <param name="Folder">Where it lies.</param>
/// <param name="Root">Of the tree over its manifest, lower-case hex.</param>
/// <param name="SealSha256">Of the seal, on which every byte rests.</param>
/// <param name="Files">In the packet.</param>
/// <param name="Photos">Photos among them, originals and copies.</param>
/// <param name="Missing">What a packet can hold and this one does not, in sentences.</param>
public sealed record PacketMade(string Folder, string Root, string SealSha256, int Files, int Photos, IReadOnlyList<string> Missing)
{
    /// <summary>Of the photos, copies from which something is withheld.</summary>
    public int Copies { get; init; }

    /// <summary>What whoever made it should look at before it goes out, in sentences.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];
}
