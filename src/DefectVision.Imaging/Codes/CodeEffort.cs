namespace DefectVision.Imaging.Codes;

/// <summary>How much is tried on one picture. It bounds the work by what is tried, never by time: what is read depends on the pixels alone.</summary>
/// <param name="Regions">Places that are looked at, of each size of the picture.</param>
/// <param name="Angles">Directions in which lines are laid across a place, evenly over half a turn.</param>
/// <param name="Lines">Lines of each direction.</param>
/// <param name="TriesInverted">Whether light codes on a dark ground are looked for as well.</param>
/// <param name="EnlargedSide">Places up to this long a side, in pixels, are enlarged where nothing two-dimensional is read as they are: modules of less than three pixels need it.</param>
/// <param name="LeastEdge">Grey levels over two pixels that make an edge where places are looked for: less than a blurred print on cardboard has, more than camera noise.</param>
/// <param name="FewestCells">Cells of 8 px a side with such edges that make a place: the smallest code that can be read has 10 by 10 modules of more than a pixel.</param>
/// <param name="LargestSide">Of a larger picture only its halves up to this longer side, in pixels, are searched.</param>
public sealed record CodeEffort(int Regions, int Angles, int Lines, bool TriesInverted, int EnlargedSide, int LeastEdge, int FewestCells, int LargestSide)
{
    /// <summary>For every photo: upright codes and those turned by a quarter, printed with contrast as labels are; most fabrics have less.</summary>
    public static CodeEffort Quick { get; } = new(2, 2, 7, TriesInverted: false, EnlargedSide: 120, LeastEdge: 56, FewestCells: 6, LargestSide: 1600);

    /// <summary>For photos that are likely to show a label.</summary>
    public static CodeEffort Thorough { get; } = new(12, 6, 17, TriesInverted: true, EnlargedSide: 320, LeastEdge: 28, FewestCells: 4, LargestSide: int.MaxValue);
}
