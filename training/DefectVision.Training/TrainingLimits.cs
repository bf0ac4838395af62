using DefectVision.Imaging;
using DefectVision.Inference;
using DefectVision.Training.Backbones;
using DefectVision.Training.Labels;

namespace DefectVision.Training;

/// <summary>What a model is not for, in sentences.</summary>
internal static class TrainingLimits
{
    public static IReadOnlyList<string> Of(InputRecipe recipe, LabelledSet set, OperatingPoint operatingPoint, bool isGoodOnly) =>
    [
        .. isGoodOnly ? ["It learned from good photos alone: how many defects it finds was never measured, and it cannot say which defect it sees."] : Array.Empty<string>(),
        Smallest(recipe, set),
        FormattableString.Invariant($"The threshold was set to flag at most {100 * operatingPoint.FalseAlarmLevel:0.0} % of good photos like those it learned from; an item with more photos is flagged more often."),
        "It knows only goods, cameras and light like those of its training photos.",
        "Its flags are findings of a model. No person has confirmed them.",
    ];

    // A defect is seen as what it changes of a place.
    private static string Smallest(InputRecipe recipe, LabelledSet set)
    {
        var seen = FormattableString.Invariant($"{(recipe.Locate is null ? "Every photo" : "The product")} is seen at {recipe.Width} x {recipe.Height} px");
        if (set.Photos.Select(photo => photo.Header).OfType<PhotoHeader>().OrderBy(header => header.UprightWidth).ElementAtOrDefault(set.Photos.Count / 2) is not { } usual)
        {
            return seen + ".";
        }

        var window = recipe.Locate?.Usual ?? Window.Whole;
        var place = FeatureMaps.Stride * Math.Max(1, Math.Max(window.Width * usual.UprightWidth / recipe.Width, window.Height * usual.UprightHeight / recipe.Height));
        return seen + FormattableString.Invariant($": in a photo of {usual.UprightWidth} x {usual.UprightHeight} px, what is smaller than about {place:0} px across cannot be told (--working-area for more).");
    }
}
