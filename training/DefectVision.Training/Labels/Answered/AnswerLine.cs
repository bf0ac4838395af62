using DefectVision.Inspection.Reviewing;

namespace DefectVision.Training.Labels.Answered;

/// <summary>What the readers of one case said of one photo of a set. A photo of several cases has a line for each.</summary>
/// <param name="Path">Where the last addition put the photo, below the set's folder, parts joined by '/'. Where the photo lies elsewhere, a person has decided.</param>
/// <param name="Label">"good" or a defect class; empty once the readers took it back.</param>
/// <param name="Group">Photos of one group never stand on both sides of a split.</param>
/// <param name="Shot">The same for photos that show the same shot.</param>
/// <param name="Origin">Case, item and readers.</param>
/// <param name="Source">Its path in the shipment.</param>
/// <param name="Sha256">Of its bytes, lower-case hex.</param>
internal sealed record AnswerLine(string Path, string Label, string Group, string Shot, PhotoOrigin Origin, string Source, string Sha256)
{
    /// <summary>Of the file: no two photos of a set have one name, so that a photo is known wherever a person puts it.</summary>
    public string Name => NameOf(Path);

    /// <summary>Where readers drew the defect; empty where none did.</summary>
    public IReadOnlyList<PhotoRegion> Regions { get; init; } = [];

    public static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];
}
