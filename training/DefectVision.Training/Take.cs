using DefectVision.Imaging;
using DefectVision.Training.Labels;

namespace DefectVision.Training;

/// <summary>A labelled photo as the network is shown it.</summary>
/// <param name="Photo">Which.</param>
/// <param name="IsAltered">Compressed and lit in another way, see <see cref="Alteration"/>.</param>
/// <param name="Way">How it is turned, see <see cref="Turning"/>; 0: not at all.</param>
internal sealed record Take(LabelledPhoto Photo, bool IsAltered, int Way = 0)
{
    /// <summary>As it is, turned in so many ways, altered.</summary>
    public static IReadOnlyList<Take> Of(LabelledPhoto photo, int ways, bool isAlteredToo) =>
    [
        .. Enumerable.Range(0, ways + 1).Select(way => new Take(photo, IsAltered: false, way)),
        .. isAlteredToo ? [new Take(photo, IsAltered: true)] : Array.Empty<Take>(),
    ];

    /// <summary>Puts it into a network's input.</summary>
    /// <param name="asRead">The photo as it is; it stands in the input before the first take.</param>
    /// <param name="seed">Of the alterations.</param>
    public void Show(float[] asRead, InputRecipe recipe, ulong? seed, Span<float> input)
    {
        if (Way > 0)
        {
            Turning.Apply(Way, recipe, asRead, input);
        }
        else if (IsAltered)
        {
            asRead.CopyTo(input);
            Alteration.Of(Photo, seed!.Value).Apply(recipe, input);
        }
    }
}
