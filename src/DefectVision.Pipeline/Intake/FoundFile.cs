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
    /// <summary>Its name, or that of a folder above it, is no UTF-8 on the disk and was read as GB18030.</summary>
    public bool IsNameRead { get; init; }

    /// <summary>A photo of packing, marks or the whole that shows no item which is told.</summary>
    public bool IsContext { get; init; }

    /// <summary>The lot in whose folders such a photo lies; null where it lies in none.</summary>
    public string? NearLot { get; init; }

    public FoundFile Decide(PhotoOutcome outcome, string reason) => this with { Decided = outcome, Reason = reason };
}
