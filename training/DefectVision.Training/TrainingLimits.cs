using DefectVision.Imaging;
using DefectVision.Inference;
using DefectVision.Inference.Features;
using DefectVision.Training.Labels;
namespace DefectVision.Training;

/// <summary>What a model is not for, in sentences.</summary>
internal static class TrainingLimits
{
    /// <param name="set">That was learned from; its photos' headers tell the usual size.</param>
    /// <param name="wanted">Pixels of one look that a person asked for; null: none.</param>
    /// <param name="digests">Of its photos; null when there are too many.</param>
    public static IReadOnlyList<string> Of(
        InputRecipe recipe, LabelledSet set, int? wanted, OperatingPoint operatingPoint, bool isGoodOnly, PhotoDigests? digests) =>
    [
        .. isGoodOnly ? ["It learned from good photos alone: how many defects it finds was never measured, and it cannot say which defect it sees."] : Array.Empty<string>(),
        Smallest(recipe, set, wanted),
        .. recipe.Tiles is null ? Array.Empty<string>() : ["The tile that is farthest from good ones speaks for its photo. Where in the photo it lies does not count: what is right at one place is taken for right at every other."],
        operatingPoint.OrdersOnly ? $"{operatingPoint.MeasuredHow}." : $"The threshold was set to flag {operatingPoint.LevelInWords} like those it learned from; an item with more photos is flagged more often.",
        "It knows only goods, cameras and light like those of its training photos. Lots of goods that are not like them are told by their photos, and it decides nothing there.",
        .. digests is null ? [PhotoDigests.LeftOut] : Array.Empty<string>(),
        .. operatingPoint.OrdersOnly ? Array.Empty<string>() : ["Its flags are findings of a model. No person has confirmed them."],
    ];

    // A defect is seen as what it changes of a place.
    private static string Smallest(InputRecipe recipe, LabelledSet set, int? wanted)
    {
        var seen = FormattableString.Invariant($"{(recipe.Locate is null ? "Every photo" : "The product")} is seen at {recipe.WholeWidth} x {recipe.WholeHeight} px")
            + (recipe.Tiles is null ? string.Empty : $" {recipe.Tiles}");
        var headers = set.Photos.Select(photo => photo.Header).OfType<PhotoHeader>().OrderBy(header => header.UprightWidth).ToList();
        if (headers.ElementAtOrDefault(set.Photos.Count / 2) is not { } usual)
        {
            return seen + ".";
        }

        var inOneLook = WorkingSize.For(headers, recipe.Locate, wanted, Tiling.None);
        var inTiles = WorkingSize.For(headers, recipe.Locate, wanted, Tiling.Auto);
        var other = recipe.Tiles is not null ? FormattableString.Invariant($"without tiles: about {Place(inOneLook, usual):0} px")
            : inTiles.Tiles is not null ? FormattableString.Invariant($"with --tiles auto: about {Place(inTiles, usual):0} px, if model evaluate says that it helps")
            : "--working-area for more";
        return seen + FormattableString.Invariant($": in a photo of {usual.UprightWidth} x {usual.UprightHeight} px, what is smaller than about {Place(recipe, usual):0} px across cannot be told ({other}).");
    }

    // Pixels of the photo that a place of the maps covers.
    private static double Place(InputRecipe recipe, PhotoHeader usual)
    {
        var window = recipe.Locate?.Usual ?? Window.Whole;
        return FeatureMaps.Stride * Math.Max(1, Math.Max(window.Width * usual.UprightWidth / recipe.WholeWidth, window.Height * usual.UprightHeight / recipe.WholeHeight));
    }
}
