namespace DefectVision.Imaging.Codes;

/// <summary>How much is tried on one picture. It bounds the work by what is tried, never by time: what is read depends on the pixels alone.</summary>
/// <param name="Regions">Places that are looked at, of each size of the picture.</param>
/// <param name="Angles">Directions in which lines are laid across a place, evenly over half a turn.</param>
/// <param name="Lines">Lines of each direction.</param>
/// <param name="TriesInverted">Whether light codes on a dark ground are looked for as well.</param>
/// <param name="EnlargedSide">Places up to this long a side, in pixels, are enlarged where nothing two-dimensional is read as they are: modules of less than three pixels need it.</param>
public sealed record CodeEffort(int Regions, int Angles, int Lines, bool TriesInverted, int EnlargedSide)
{
    /// <summary>For every photo: upright codes and those turned by a quarter.</summary>
    public static CodeEffort Quick { get; } = new(2, 2, 7, TriesInverted: false, EnlargedSide: 120);

    /// <summary>For photos that are likely to show a label.</summary>
    public static CodeEffort Thorough { get; } = new(12, 6, 17, TriesInverted: true, EnlargedSide: 320);
}
