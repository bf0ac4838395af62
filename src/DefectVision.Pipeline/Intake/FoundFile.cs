using DefectVision.Inspection;

namespace DefectVision.Pipeline.Intake;

/// <summary>A file that was found.</summary>
/// <param name="Path">Under the shipment's folder, parts joined by '/'.</param>
/// <param name="Bytes">Its size when found.</param>
/// <param name="Place">Its lot, item and view; null when it has none.</param>
/// <param name="Decided">The outcome, where its name or place decides it; null when its content must.</param>
/// <param name="Reason">Why it was decided.</param>
public sealed record FoundFile(string Path, long Bytes, PhotoPlace? Place, PhotoOutcome? Decided, string? Reason)
{
    /// <summary>
    /// The bytes of its path under the shipment's folder, as <see cref="Inspection.NameBytes"/> writes them, where a name in it is no UTF-8 and was read as
    /// GB18030; of a file in an archive those of its entry's name. Null where all is UTF-8.
    /// </summary>
    public string? NameBytes { get; init; }

    /// <summary>Of an archive that was unpacked: what it was unpacked from.</summary>
    public ShipmentArchive? Archive { get; init; }

    /// <summary>A photo of packing, marks or the whole that shows no item which is told; or one of a view of an item that is kept and not scored.</summary>
    public bool IsContext { get; init; }

    /// <summary>The lot in whose folders such a photo lies; null where it lies in none.</summary>
    public string? NearLot { get; init; }

    public FoundFile Decide(PhotoOutcome outcome, string reason) => this with { Decided = outcome, Reason = reason };
}
