using DefectVision.Inference;
using DefectVision.Statistics;
using DefectVision.Statistics.Calibration;

namespace DefectVision.Training.Measuring;

/// <summary>How well the heat map traces what persons marked (class A). Each place of the map stands for the pixels of the photo that it covers.</summary>
/// <param name="Overlap">Area under the per-region overlap up to <paramref name="Limit"/>, divided by it, 0..1.</param>
/// <param name="Limit">Largest share of pixels outside all regions that are called suspicious.</param>
/// <param name="MarkedPhotos">Defective photos with a mask or boxes.</param>
/// <param name="GoodPhotos">Whose every pixel is outside.</param>
/// <param name="Regions">Pieces of masks that hang together, and boxes.</param>
/// <param name="UnmarkedPhotos">Defective photos left out, because nobody marked where, or the mask cannot be read or is empty.</param>
public sealed record PixelMeasure(Probability Overlap, Rate Limit, int MarkedPhotos, int GoodPhotos, int Regions, int UnmarkedPhotos)
{
    /// <summary>Of pixels beyond the part of the photo that the model saw: it calls none of them suspicious.</summary>
    private const double Unseen = double.MinValue;

    /// <summary>Null when no photo is marked.</summary>
    /// <param name="photos">With their heat maps.</param>
    internal static PixelMeasure? Of(IReadOnlyList<ScoredPhoto> photos, HeatMapGrid grid)
    {
        var places = new List<ScoredPlace>();
        var (marked, good, unmarked, regions) = (0, 0, 0, 0);
        using var markings = new MarkingReader();
        foreach (var photo in photos)
        {
            var marking = markings.Read(photo.Photo);
            if (marking is null)
            {
                unmarked++;
                continue;
            }

            places.AddRange(marking.Places(grid, photo.Window).Select(place =>
                new ScoredPlace(place.At is { } at ? photo.HeatMap![at] : Unseen, place.Region == ScoredPlace.Outside ? place.Region : regions + place.Region, place.Pixels)));
            regions += marking.Regions.Count;
            (marked, good) = photo.Photo.IsGood ? (marked, good + 1) : (marked + 1, good);
        }

        return regions == 0 ? null : new PixelMeasure(RegionOverlap.Area(places, RegionOverlap.UsualLimit), RegionOverlap.UsualLimit, marked, good, regions, unmarked);
    }
}
