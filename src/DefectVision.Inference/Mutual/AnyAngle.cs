using DefectVision.Imaging;
using DefectVision.Statistics;

namespace DefectVision.Inference.Mutual;

/// <summary>
/// Whether goods lie at any angle. Some photos are turned in <see cref="Turns"/> ways, and others are compared with all of these: where goods lie much the same way, the upright
/// one is the most similar.
/// </summary>
public static class AnyAngle
{
    /// <summary>Looks at a photo, evenly round the clock.</summary>
    public const int Turns = 8;

    /// <summary>Photos that are looked at in all ways.</summary>
    public const int Asked = 8;

    /// <summary>Photos that are held against them.</summary>
    public const int Asking = 16;

    /// <summary>Share of the pairs that are nearest upright, below which the goods lie at any angle. By chance it would be an eighth; castings have 0.29 at most, tiles 0.58 at least. Goods photographed from several sides have less than from one: garments from two sides have 0.5.</summary>
    private const double LeastUpright = 1.0 / 3;

    /// <param name="network">That gave the places.</param>
    /// <param name="asked">In all looks; at least one.</param>
    /// <param name="asking">Upright.</param>
    /// <returns>The pairs of different items whose nearest look is the upright one, of all.</returns>
    public static Tally Upright(MutualNetwork network, IReadOnlyList<Reference> asked, IReadOnlyList<Reference> asking)
    {
        using var scale = new MutualScale(network, asked);
        using var measure = scale.NewMeasure();
        var upright = asking.Select(photo => measure.Upright(photo.Item, photo.Places)).ToList();
        return new Tally(upright.Sum(tally => tally.Count), upright.Sum(tally => tally.Total));
    }

    /// <param name="upright">What <see cref="Upright"/> gave.</param>
    public static bool IsToldBy(Tally upright) => upright.Count < LeastUpright * upright.Total;

    /// <summary>What a network says of a photo when it is turned.</summary>
    /// <param name="scorer">The photo is its input, which is written over.</param>
    /// <param name="recipe">The size of its input.</param>
    /// <param name="turns">In which of the looks, 1 to <see cref="Turns"/> - 1; null: in all but the upright one.</param>
    public static IEnumerable<float[]> Turned(Scorer scorer, InputRecipe recipe, IEnumerable<int>? turns = null)
    {
        var upright = scorer.Input.ToArray();
        foreach (var turn in turns ?? Enumerable.Range(1, Turns - 1))
        {
            Rotation.Turn(upright, recipe.Width, recipe.Height, 360.0 * turn / Turns, scorer.Input);
            scorer.Run();
            yield return scorer.Result(0).ToArray();
        }
    }
}
