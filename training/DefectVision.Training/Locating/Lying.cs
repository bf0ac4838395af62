using DefectVision.Imaging;
using DefectVision.Inference.Mutual;
using DefectVision.Statistics;
using DefectVision.Training.Labels;

namespace DefectVision.Training.Locating;

/// <summary>How goods lie in their photos: much the same way, or at any angle.</summary>
/// <param name="Upright">The pairs of good photos in which the upright look is the most similar one, of all that were compared in eight looks; null: not checked.</param>
internal sealed record Lying(Tally? Upright)
{
    /// <summary>Good items below which it is not checked: fewer do not support a threshold, either.</summary>
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
        var photos = good.Take(AnyAngle.Asked + AnyAngle.Asking).ToList();
        var steps = progress is null ? null : new Relay<int>(done => progress.Report(new TrainingProgress("checking how the goods lie", done, photos.Count)));
        var asked = photos.Take(AnyAngle.Asked).ToHashSet();
        var seen = Embeddings.Compute(
            photos,
            network.NewScorer,
            (take, _, scorer) =>
            {
                scorer.Run();
                return new Reference(string.Empty, take.Photo.Group, [.. scorer.Result(0)]) { Turned = asked.Contains(take.Photo) ? [.. AnyAngle.Turned(scorer, recipe)] : [] };
            },
            recipe,
            alteredBy: null,
            steps,
            cancel).Examples.ToLookup(example => asked.Contains(example.Photo), example => example.Values);
        return seen[true].Any() && seen[false].Any() ? new Lying(AnyAngle.Upright(network, [.. seen[true]], [.. seen[false]])) : NotAsked;
    }

    /// <summary>In words.</summary>
    public override string ToString() => Upright is not { } upright ? FormattableString.Invariant($"not checked: it takes {FewestItems} good items, and photos at most {LongestShape} times as long as wide")
        : FormattableString.Invariant($"{(IsAtAnyAngle ? "at any angle: the memory holds good photos turned in eight ways" : "much the same way: the memory holds good photos as they are")}; in {upright.Count} of {upright.Total} pairs of good photos the upright look is the most similar one, by chance it would be one in {AnyAngle.Turns}");
}
