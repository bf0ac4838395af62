using DefectVision.Inspection;

namespace DefectVision.Cases.Teaching;

/// <summary>Which items to answer for next.</summary>
/// <param name="Folder">Full path of the case.</param>
/// <param name="Count">Items at most, 1 and up.</param>
/// <param name="List">Full path of the list to write.</param>
public sealed record NextRequest(string Folder, int Count, string List)
{
    /// <summary>Another model's look at photos that nobody answered for; null: what the case's own model said of them, else how unlike the others they are.</summary>
    public Func<IReadOnlyList<UnansweredPhoto>, NewLook>? Look { get; init; }
}

/// <summary>A photo of an item that nobody answered for.</summary>
/// <param name="Path">Under the shipment's folder, parts joined by '/'.</param>
/// <param name="FullPath">Where it is, or should be.</param>
public sealed record UnansweredPhoto(string Path, string FullPath);

/// <summary>What another model says of photos.</summary>
/// <param name="Findings">By path under the shipment's folder; none of a photo that could not be read.</param>
/// <param name="Threshold">Of the model; null for one that only orders.</param>
public sealed record NewLook(IReadOnlyDictionary<string, Finding> Findings, double? Threshold);
