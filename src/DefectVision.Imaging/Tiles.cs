using System.Text.Json.Serialization;

namespace DefectVision.Imaging;

/// <summary>How a photo is looked at that is too large for one look: in tiles of the network's own input size, each lapping over the next.</summary>
/// <param name="Columns">Tiles from left to right.</param>
/// <param name="Rows">Tiles from top to bottom.</param>
/// <param name="Overlap">Pixels of the input that neighbours share, so that what lies on a seam is whole in one of them.</param>
public sealed record Tiles(int Columns, int Rows, int Overlap)
{
    public const int UsualOverlap = 32;

    /// <summary>Each of them is a run of the network.</summary>
    public const int Most = 64;

    [JsonIgnore]
    public int Count => Columns * Rows;

    /// <summary>Pixels of the whole along one side.</summary>
    /// <param name="tiles">Tiles along it.</param>
    /// <param name="side">Of a tile in pixels.</param>
    public int Whole(int tiles, int side) => (tiles * (side - Overlap)) + Overlap;

    public override string ToString() => FormattableString.Invariant($"in {Columns} x {Rows} tiles that share {Overlap} px");

    /// <param name="width">Of a tile in pixels.</param>
    /// <param name="height">Of a tile in pixels.</param>
    /// <exception cref="ArgumentException">A single tile, more than <see cref="Most"/>, or an overlap that leaves none of its own to a tile.</exception>
    public void Validate(int width, int height)
    {
        if (Columns < 1 || Rows < 1 || (long)Columns * Rows is not (>= 2 and <= Most))
        {
            throw new ArgumentException(FormattableString.Invariant($"found {Columns} x {Rows} tiles, wanted 2 to {Most} in all"));
        }

        if (Overlap < 0 || Overlap >= Math.Min(width, height))
        {
            throw new ArgumentException(FormattableString.Invariant($"found tiles of {width} x {height} px that share {Overlap} px, wanted 0 to less than a side"));
        }
    }
}
