namespace DefectVision.Imaging.Codes;

/// <summary>
/// Reads the codes of a picture, large ones and small ones: in smaller and smaller pictures of it, places with strong edges close together are found, and only these are read.
/// Not for use by two threads at once.
/// </summary>
public sealed class CodeReader
{
    /// <summary>Codes of one photo; a sheet of labels may hold more.</summary>
    public const int Most = 32;

    /// <summary>A picture of this longer side shows codes that fill the photo at widths that lines can read.</summary>
    private const int SmallestSide = 500;

    /// <summary>Grey levels over two pixels: modules of half a pixel leave this much of a printed code's contrast.</summary>
    private static readonly CodeEffort Small = CodeEffort.Quick with { LeastEdge = 40, FewestCells = 4 };

    /// <summary>Nothing can be read in less.</summary>
    private const int LeastSide = 24;

    private readonly BarReader _bars = new();
    private readonly SquareReader _squares = new();

    /// <summary>Whether a picture shows a place that may be a code, read or too small to be read in it.</summary>
    public static bool SeesAny(Luminance picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        return BusyAreas.Of(picture, Small).Count > 0;
    }

    /// <summary>Each code once, by symbology and text in ordinal order.</summary>
    /// <param name="picture">Its values are not changed.</param>
    /// <param name="effort">How much is tried.</param>
    public IReadOnlyList<ReadCode> Read(Luminance picture, CodeEffort effort)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentNullException.ThrowIfNull(effort);
        var codes = new HashSet<ReadCode>();
        for (var size = picture; Math.Min(size.Width, size.Height) >= LeastSide; size = size.Halved())
        {
            if (Math.Max(size.Width, size.Height) > effort.LargestSide)
            {
                continue;
            }

            foreach (var (area, isTwoWay) in BusyAreas.Of(size, effort))
            {
                codes.UnionWith(_bars.Read(size, area, effort));
                codes.UnionWith(isTwoWay ? _squares.Read(size.Cut(area), effort) : []);
            }

            if (Math.Max(size.Width, size.Height) <= SmallestSide)
            {
                break;
            }
        }

        return [.. codes.OrderBy(code => code.Symbology, StringComparer.Ordinal).ThenBy(code => code.Text, StringComparer.Ordinal).Take(Most)];
    }
}
