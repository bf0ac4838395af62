using DefectVision.Imaging;
using DefectVision.Statistics;

namespace DefectVision.Training.Labels;

/// <summary>A photo with what a person said of it.</summary>
/// <param name="Path">The file.</param>
/// <param name="Label">"good" or a defect class.</param>
/// <param name="Group">Photos of one group never stand on both sides of a split.</param>
/// <param name="Sha256">Of its bytes, lower-case hex.</param>
/// <param name="Header">Null when the file is no photo that is read.</param>
public sealed record LabelledPhoto(string Path, string Label, string Group, string Sha256, PhotoHeader? Header)
{
    public const string Good = "good";

    /// <summary>The class of a defect that nobody named.</summary>
    public const string Unnamed = "defect";

    /// <summary>Photos of one item are one trial; a photo that nothing is known of is an item of its own.</summary>
    public string Item { get => field ?? Group; init; }

    public bool IsGood => Label == Good;

    /// <summary>Chance of this photo's own, by its content: neither the order of photos nor threads matter.</summary>
    /// <param name="stream">What it is for.</param>
    internal PinnedGenerator Drawing(ulong seed, ulong stream) => new(seed ^ Convert.ToUInt64(Sha256[..16], 16), stream);

    /// <summary>How a person knows it; null: by its path below the set's folder.</summary>
    public string? ShownAs { get; init; }

    /// <summary>All boxes that were given, in the order of the label file; empty where there are none or the photo cannot be read.</summary>
    public IReadOnlyList<LabelledBox> Boxes { get; init; } = [];

    /// <summary>File of a mask of the defect, null where none was given.</summary>
    public string? Mask { get; init; }
}
