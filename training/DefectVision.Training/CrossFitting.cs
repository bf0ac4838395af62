using System.Security.Cryptography;
using System.Text;
using DefectVision.Training.Heads;
using DefectVision.Training.Labels;

namespace DefectVision.Training;

/// <summary>Scores every labelled photo by a head that has not seen its group, so that every photo calibrates.</summary>
internal static class CrossFitting
{
    /// <summary>Folds, fewer where a side has fewer groups.</summary>
    private const int MostFolds = 10;

    /// <summary>The fold of each photo: groups of each side dealt in the order of a hash of seed and name, so that another photo does not reshuffle the rest.</summary>
    public static int[] Folds(IReadOnlyList<LabelledPhoto> photos, ulong seed)
    {
        var groups = photos.GroupBy(photo => photo.Group)
            .Select(group => (Name: group.Key, Defective: group.Any(photo => !photo.IsGood)))
            .OrderBy(group => Hash(seed, group.Name), StringComparer.Ordinal)
            .ToList();
        var sides = groups.GroupBy(group => group.Defective).ToList();
        var folds = Math.Min(MostFolds, sides.Min(side => side.Count()));
        if (!(folds >= 2))
        {
            throw new DatasetException("found a single group of good or of defective photos, wanted at least two of each that is there, or nothing can be measured");
        }

        var dealt = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var side in sides)
        {
            var next = 0;
            foreach (var (name, _) in side)
            {
                dealt[name] = next++ % folds;
            }
        }

        return [.. photos.Select(photo => dealt[photo.Group])];
    }

    /// <summary>The cross-fitted score of each example.</summary>
    /// <param name="fit">From rows, and which of them are defective, to what scores a row.</param>
    public static double[] Scores(
        IReadOnlyList<Example<float[]>> examples, int[] folds, Func<IReadOnlyList<float[]>, IReadOnlyList<bool>, Func<float[], double>> fit, CancellationToken cancel)
    {
        var scores = new double[examples.Count];
        for (var fold = 0; fold <= folds.Max(); fold++)
        {
            cancel.ThrowIfCancellationRequested();
            var learn = Enumerable.Range(0, examples.Count).Where(at => folds[at] != fold).ToList();
            var score = fit([.. learn.Select(at => examples[at].Values)], [.. learn.Select(at => !examples[at].Photo.IsGood)]);
            for (var at = 0; at < examples.Count; at++)
            {
                if (folds[at] == fold)
                {
                    scores[at] = score(examples[at].Values);
                }
            }
        }

        return scores;
    }

    /// <summary>The cross-fitted class of each defective photo and its probability (0 to 1), null for a good one.</summary>
    /// <param name="examples">Those that are told, and after them others that are only learned from.</param>
    /// <param name="told">How many are told.</param>
    /// <param name="folds">Of those that are told; the others are of the folds of their groups.</param>
    /// <param name="classes">In the order of the head's outputs.</param>
    public static (string Class, double Probability)?[] Classes(
        IReadOnlyList<Example<float[]>> examples, int told, int[] folds, IReadOnlyList<string> classes, double penalty, CancellationToken cancel)
    {
        var answers = new (string, double)?[told];
        var foldOf = folds.Select((fold, at) => (examples[at].Photo.Group, fold)).Distinct().ToDictionary(entry => entry.Group, entry => entry.fold, StringComparer.Ordinal);
        for (var fold = 0; fold <= folds.Max(); fold++)
        {
            cancel.ThrowIfCancellationRequested();
            var learn = examples.Where(example => foldOf[example.Photo.Group] != fold && !example.Photo.IsGood).ToList();
            var head = HeadFitting.Classes([.. learn.Select(example => example.Values)], [.. learn.Select(example => example.Photo.Label)], classes, penalty);
            for (var at = 0; at < told; at++)
            {
                if (folds[at] == fold && !examples[at].Photo.IsGood)
                {
                    var logits = classes.Select((_, output) => head.Score(examples[at].Values, output)).ToList();
                    answers[at] = (classes[logits.IndexOf(logits.Max())], 1 / logits.Sum(logit => Math.Exp(logit - logits.Max())));
                }
            }
        }

        return answers;
    }

    private static string Hash(ulong seed, string name) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{seed}/{name}"))));
}
