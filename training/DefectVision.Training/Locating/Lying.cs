using DefectVision.Imaging;
using DefectVision.Inference.Mutual;
using DefectVision.Statistics;
using DefectVision.Training.Labels;

namespace DefectVision.Training.Locating;

/// <summary>How goods lie in their photos: much the same way, or at any angle.</summary>
/// <param name="Upright">The pairs of good photos that are most alike upright, of all that were held against each other in eight looks; null: not asked.</param>
internal sealed record Lying(Tally? Upright)
{
    /// <summary>Good items below which it is not asked: of fewer no level can be told, either.</summary>
    private const int FewestItems = 20;

    /// <summary>Of a photo's sides, the longer over the shorter: a strip that is turned is mostly edge.</summary>
    private const double LongestShape = 2;

    public static Lying NotAsked { get; } = new((Tally?)null);

    public bool IsAtAnyAngle => Upright is { } upright && AnyAngle.IsToldBy(upright);

    /// <param name="set">Whose good photos are asked.</param>
    /// <param name="recipe">The input at which they are looked at.</param>
    /// <param name="backboneFile">The feature network.</param>
    /// <param name="progress">Told the number of photos done.</param>
    public static Lying Of(LabelledSet set, InputRecipe recipe, string backboneFile, IProgress<TrainingProgress>? progress, CancellationToken cancel)
    {
        var good = set.Photos.Where(photo => photo.IsGood && photo.Header is not null)
            .GroupBy(photo => photo.Group, StringComparer.Ordinal)
            .Select(group => group.MinBy(photo => photo.Sha256, StringComparer.Ordinal)!)
            .OrderBy(photo => photo.Sha256, StringComparer.Ordinal)
            .ToList();
        if (good.Count < FewestItems || Math.Max(recipe.Width, recipe.Height) > LongestShape * Math.Min(recipe.Width, recipe.Height))
        {
            return NotAsked;
        }

        using var network = new MutualNetwork(backboneFile, recipe);
        var steps = good.Take(AnyAngle.Asked + AnyAngle.Asking).ToList();
        var relay = progress is null ? null : new Relay<int>(done => progress.Report(new TrainingProgress("asking how the goods lie", done, steps.Count)));
        var asked = steps.Take(AnyAngle.Asked).ToHashSet();
        var seen = Embeddings.Compute(
            steps,
            network.NewScorer,
            (take, _, scorer) =>
            {
                float[] upright = [.. scorer.Input];
                scorer.Run();
                float[] places = [.. scorer.Result(0)];
                return new Reference(string.Empty, take.Photo.Group, places) { Turned = asked.Contains(take.Photo) ? [.. AnyAngle.Turned(scorer, recipe, upright)] : [] };
            },
            recipe,
            alteredBy: null,
            relay,
            cancel).Examples.ToLookup(example => asked.Contains(example.Photo), example => example.Values);
        return seen[true].Any() && seen[false].Any() ? new Lying(AnyAngle.Upright(network, [.. seen[true]], [.. seen[false]])) : NotAsked;
    }

    /// <summary>In words.</summary>
    public override string ToString() => Upright is not { } upright ? $"not asked: that takes {FewestItems} good items and photos not much longer than wide"
        : FormattableString.Invariant($"{(IsAtAnyAngle ? "at any angle: the memory holds good photos turned in eight ways" : "much the same way: the memory holds good photos as they are")}; of {upright.Total} pairs of good photos {upright.Count} are most alike upright, by chance it would be an eighth");
}
