using DefectVision.Imaging;
using DefectVision.Inference;
using DefectVision.Statistics.Calibration;

namespace DefectVision.Training.Measuring;

/// <summary>What persons marked in one photo.</summary>
/// <param name="Width">Of the photo or its mask, pixels.</param>
/// <param name="Height">Of the photo or its mask, pixels.</param>
/// <param name="Regions">The pixels of each region (row times width plus column); a pixel may lie in several.</param>
internal sealed record Marking(int Width, int Height, IReadOnlyList<IReadOnlyList<int>> Regions)
{
    /// <summary>For each place of the grid the pixels it covers, apart for each region and for those outside.</summary>
    /// <param name="grid">Of the heat map.</param>
    /// <param name="window">The part of the photo that the grid lies over.</param>
    /// <returns>Place of the grid, row by row, null beyond the window; the region's number in this photo or <see cref="ScoredPlace.Outside"/>; pixels, 1 or more.</returns>
    public IEnumerable<(int? At, int Region, long Pixels)> Places(HeatMapGrid grid, Window window)
    {
        var inside = new bool[Width * Height];
        for (var region = 0; region < Regions.Count; region++)
        {
            foreach (var pixel in Regions[region])
            {
                inside[pixel] = true;
            }

            foreach (var place in Regions[region].GroupBy(pixel => PlaceOf(pixel, grid, window)))
            {
                yield return (place.Key, region, place.Count());
            }
        }

        // The last counts what lies beyond the window.
        var outside = new long[grid.Length + 1];
        for (var pixel = 0; pixel < inside.Length; pixel++)
        {
            outside[PlaceOf(pixel, grid, window) ?? grid.Length] += inside[pixel] ? 0 : 1;
        }

        for (var at = 0; at < outside.Length; at++)
        {
            if (outside[at] > 0)
            {
                yield return (at < grid.Length ? at : null, ScoredPlace.Outside, outside[at]);
            }
        }
    }

    private int? PlaceOf(int pixel, HeatMapGrid grid, Window window)
    {
        double across = ((((pixel % Width) + 0.5) / Width) - window.Left) / window.Width, down = ((((pixel / Width) + 0.5) / Height) - window.Top) / window.Height;
        return across >= 0 && across < 1 && down >= 0 && down < 1 ? ((int)(down * grid.Rows) * grid.Columns) + (int)(across * grid.Columns) : null;
    }
}
