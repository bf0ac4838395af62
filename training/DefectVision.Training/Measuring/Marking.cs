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
    /// <returns>Place of the grid, row by row; the region's number in this photo or <see cref="ScoredPlace.Outside"/>; pixels, 1 or more.</returns>
    public IEnumerable<(int At, int Region, long Pixels)> Places(HeatMapGrid grid)
    {
        var inside = new bool[Width * Height];
        for (var region = 0; region < Regions.Count; region++)
        {
            foreach (var pixel in Regions[region])
            {
                inside[pixel] = true;
            }

            foreach (var place in Regions[region].GroupBy(pixel => PlaceOf(pixel, grid)))
            {
                yield return (place.Key, region, place.Count());
            }
        }

        var outside = new long[grid.Length];
        for (var pixel = 0; pixel < inside.Length; pixel++)
        {
            outside[PlaceOf(pixel, grid)] += inside[pixel] ? 0 : 1;
        }

        for (var at = 0; at < outside.Length; at++)
        {
            if (outside[at] > 0)
            {
                yield return (at, ScoredPlace.Outside, outside[at]);
            }
        }
    }

    private int PlaceOf(int pixel, HeatMapGrid grid) =>
        (int)((long)(pixel / Width) * grid.Rows / Height * grid.Columns) + (int)((long)(pixel % Width) * grid.Columns / Width);
}
