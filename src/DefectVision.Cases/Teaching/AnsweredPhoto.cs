using DefectVision.Inspection.Reviewing;

namespace DefectVision.Cases.Teaching;

/// <summary>A photo of an item that persons answered for, with what they found.</summary>
/// <param name="Path">Under the shipment's folder, parts joined by '/'.</param>
/// <param name="FullPath">Where it is, or should be.</param>
/// <param name="Sha256">Of its bytes when it was inspected, lower-case hex.</param>
/// <param name="Lot">By its whole name.</param>
/// <param name="Item">That it shows.</param>
/// <param name="IsGood">The readers found the item good; otherwise this photo shows its defect.</param>
/// <param name="DefectClass">As the readers call the defect; null where none of them named it, and of a good item.</param>
public sealed record AnsweredPhoto(string Path, string FullPath, string Sha256, string Lot, string Item, bool IsGood, string? DefectClass)
{
    /// <summary>Which picture of the item it is; empty when not told.</summary>
    public string View { get; init; } = string.Empty;

    /// <summary>Where readers drew the defect, in the order of their answers; empty where none did.</summary>
    public IReadOnlyList<PhotoRegion> Regions { get; init; } = [];

    /// <summary>Who answered for the item, in ordinal order of their names.</summary>
    public IReadOnlyList<string> Readers { get; init; } = [];

    /// <summary>When the last of them answered, as a reader of the report sees it: 2026-11-24 09:30 UTC.</summary>
    public string Answered { get; init; } = string.Empty;
}
