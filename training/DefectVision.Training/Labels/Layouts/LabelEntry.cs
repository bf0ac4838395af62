using DefectVision.Imaging;
using DefectVision.Inspection.Reviewing;

namespace DefectVision.Training.Labels.Layouts;

/// <summary>What a set's labels say of one photo.</summary>
/// <param name="Path">The photo's file.</param>
/// <param name="Label">"good" or a defect class; null when nobody said anything of it.</param>
/// <param name="Group">As the labels say, or the photo's path within the set.</param>
/// <param name="Where">The place in the labels that says it, for errors.</param>
internal sealed record LabelEntry(string Path, string? Label, string Group, string Where)
{
    /// <summary>The item, as the labels say; null where they do not.</summary>
    public string? Item { get; init; }

    /// <summary>The labels say the group; else it is the photo's path.</summary>
    public bool IsGroupSaid { get; init; }

    /// <summary>The photo's path without a folder that only says its label.</summary>
    public string Below { get => field ?? Group; init; }

    /// <summary>In pixels, unless <see cref="BoxesAreShares"/>.</summary>
    public IReadOnlyList<LabelledBox> Boxes { get; init; } = [];

    /// <summary>True when the boxes are given as shares of the photo's width and height.</summary>
    public bool BoxesAreShares { get; init; }

    public string? Mask { get; init; }

    /// <summary>With boxes of its label where persons drew them.</summary>
    public LabelEntry Marked(IEnumerable<PhotoRegion> regions) => this with
    {
        Boxes = [.. regions.Select(region => new LabelledBox(Label!, region.X, region.Y, region.Width, region.Height))],
        BoxesAreShares = true,
    };

    /// <summary>The boxes in pixels of the upright photo.</summary>
    public IReadOnlyList<LabelledBox> BoxesOf(PhotoHeader? header) =>
        !BoxesAreShares ? Boxes
        : header is null ? []
        : [.. Boxes.Select(box => new LabelledBox(
            box.Class,
            box.X * header.UprightWidth,
            box.Y * header.UprightHeight,
            box.Width * header.UprightWidth,
            box.Height * header.UprightHeight))];
}
