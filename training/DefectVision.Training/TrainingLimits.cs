using DefectVision.Imaging;
using DefectVision.Inference;
using DefectVision.Inference.Features;
using DefectVision.Training.Labels;

namespace DefectVision.Training;

/// <summary>What a model is not for, in sentences.</summary>
internal static class TrainingLimits
{
    /// <param name="set">That was learned from; its photos' headers tell the usual size.</param>
    /// <param name="digests">Of its photos; null when there are too many.</param>
    public static IReadOnlyList<string> Of(InputRecipe recipe, LabelledSet set, OperatingPoint operatingPoint, bool isGoodOnly, PhotoDigests? digests) =>
    [
        .. isGoodOnly ? ["It learned from good photos alone: how many defects it finds was never measured, and it cannot say which defect it sees."] : Array.Empty<string>(),
        Smallest(recipe, set),
        operatingPoint.OrdersOnly ? $"{operatingPoint.MeasuredHow}." : $"The threshold was set to flag {operatingPoint.LevelInWords} like those it learned from; an item with more photos is flagged more often.",
        "It knows only goods, cameras and light like those of its training photos. Lots of goods that are not like them are told by their photos, and it decides nothing there.",
        .. digests is null ? [PhotoDigests.LeftOut] : Array.Empty<string>(),
        .. operatingPoint.OrdersOnly ? Array.Empty<string>() : ["Its flags are findings of a model. No person has confirmed them."],
    ];

    // A defect is seen as what it changes of a place.
    private static string Smallest(InputRecipe recipe, LabelledSet set)
    {
        var seen = FormattableString.Invariant($"{(recipe.Locate is null ? "Every photo" : "The product")} is seen at {recipe.Width} x {recipe.Height} px");
        var headers = set.Photos.Select(photo => photo.Header).OfType<PhotoHeader>().OrderBy(header => header.UprightWidth).ToList();
        if (headers.ElementAtOrDefault(set.Photos.Count / 2) is not { } usual)
        {
            return seen + ".";
        }

        return seen + FormattableString.Invariant($": in a photo of {usual.UprightWidth} x {usual.UprightHeight} px, what is smaller than about {Place(recipe, usual):0} px across cannot be told (--working-area for more).");
    }

    // Pixels of the photo that a place of the maps covers.
    private static double Place(InputRecipe recipe, PhotoHeader usual)
    {
        var window = recipe.Locate?.Usual ?? Window.Whole;
        return FeatureMaps.Stride * Math.Max(1, Math.Max(window.Width * usual.UprightWidth / recipe.Width, window.Height * usual.UprightHeight / recipe.Height));
    }
}
