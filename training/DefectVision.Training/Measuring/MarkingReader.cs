using DefectVision.Imaging;
using DefectVision.Training.Labels;

namespace DefectVision.Training.Measuring;

/// <summary>Reads where persons saw defects: a mask, of which every pixel that is not black belongs to a defect, or boxes.</summary>
internal sealed class MarkingReader : IDisposable
{
    private readonly PhotoReader _reader = new(DecodeLimits.Default);

    /// <summary>Null for a defective photo that nobody marked, or whose mask cannot be read or is all black. A good photo has no region.</summary>
    public Marking? Read(LabelledPhoto photo)
    {
        if (photo.IsGood)
        {
            return photo.Header is { } header ? new Marking(header.UprightWidth, header.UprightHeight, []) : null;
        }

        var marking = photo.Mask is { } mask ? OfMask(mask) : OfBoxes(photo);
        return marking is { Regions.Count: > 0 } ? marking : null;
    }

    public void Dispose() => _reader.Dispose();

    private Marking? OfMask(string path)
    {
        if (!File.Exists(path) || _reader.ReadPicture(PlainFile.Bytes(path), int.MaxValue).Picture is not { } mask)
        {
            return null;
        }

        var marked = new bool[mask.Width * mask.Height];
        for (var pixel = 0; pixel < marked.Length; pixel++)
        {
            marked[pixel] = mask.Bytes.AsSpan(3 * pixel, 3).ContainsAnyExcept((byte)0);
        }

        return new Marking(mask.Width, mask.Height, ConnectedRegions.Of(marked, mask.Width));
    }

    private static Marking? OfBoxes(LabelledPhoto photo) => photo.Header is { } header
        ? new Marking(
            header.UprightWidth,
            header.UprightHeight,
            [.. photo.Boxes.Select(box => Pixels(box, header.UprightWidth, header.UprightHeight)).Where(pixels => pixels.Count > 0)])
        : null;

    private static IReadOnlyList<int> Pixels(LabelledBox box, int width, int height)
    {
        var (left, right) = (Math.Clamp((int)Math.Floor(box.X), 0, width), Math.Clamp((int)Math.Ceiling(box.X + box.Width), 0, width));
        var (top, bottom) = (Math.Clamp((int)Math.Floor(box.Y), 0, height), Math.Clamp((int)Math.Ceiling(box.Y + box.Height), 0, height));
        return [.. from y in Enumerable.Range(top, bottom - top) from x in Enumerable.Range(left, right - left) select (y * width) + x];
    }
}
