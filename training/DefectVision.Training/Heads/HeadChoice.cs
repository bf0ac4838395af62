using DefectVision.Inference;
using DefectVision.Inference.Graph;
using DefectVision.Training.Backbones;

namespace DefectVision.Training.Heads;

/// <summary>Which heads a model gets: each question finds its own penalty by cross-fitting.</summary>
/// <param name="examples">Of photos as they are and altered.</param>
/// <param name="turned">Of defective photos, turned.</param>
/// <param name="folds">Of each of the examples.</param>
/// <param name="ofMiddle">How many of the first numbers of an embedding are of the middle of the photo.</param>
internal sealed class HeadChoice(
    IReadOnlyList<Example<float[]>> examples, IReadOnlyList<Example<float[]>> turned, int[] folds, int ofMiddle, IProgress<TrainingProgress>? progress, CancellationToken cancel)
{
    private static readonly double[] Penalties = [0.01, 0.03, 0.1, 0.3, 1, 3];

    /// <summary>Good photos alone: what is far from all of them is suspect, and nobody knows what it is.</summary>
    /// <param name="graph">Receives the heads.</param>
    /// <param name="embedding">Name of the embedding in it.</param>
    /// <param name="examples">Of good photos.</param>
    public static ChosenHeads ByDistance(OnnxGraph graph, string embedding, IReadOnlyList<Example<float[]>> examples)
    {
        var weights = new float[examples[0].Values.Length];
        weights[^Deviation.Numbers] = 1;
        var head = new LinearHead([weights], [0]);
        head.Append(graph, embedding, ModelContract.ScoreOutput);
        new LinearHead([new float[weights.Length]], [0]).Append(graph, embedding, ModelContract.LogitsOutput);
        return new ChosenHeads([.. examples.Select(example => new CrossFitted(example.Take, head.Score(example.Values)))], null, ToldClasses.Nothing([ModelContract.UnknownClass]));
    }

    /// <summary>One head for defective, one for the class.</summary>
    public ChosenHeads ByLabels(OnnxGraph graph, string embedding)
    {
        var whole = examples.Select(example => example with { Values = example.Values[ofMiddle..] }).ToList();
        var linear = ChooseLinear(whole);
        var (look, fitted) = TreeChoice.Of(whole, folds, linear, progress, cancel);
        IReadOnlyList<float[]> rows = [.. whole.Select(example => example.Values)];
        IReadOnlyList<bool> defective = [.. whole.Select(example => !example.Photo.IsGood)];
        new DefectiveHead(linear.Fit(rows, defective), look.HasTrees ? TreeFitting.Defective(rows, defective) : null).After(ofMiddle)
            .Append(graph, embedding, ModelContract.ScoreOutput);

        // Which defect is another question than whether.
        var (head, told) = new ClassChoice(examples, turned, folds, ofMiddle, progress, cancel).Choose();
        head.Append(graph, embedding, ModelContract.LogitsOutput);
        return new ChosenHeads(fitted, look, told);
    }

    // A few labels say which distance is too far before they say anything of hundreds of pooled numbers: a map of the distances alone is tried beside that of all numbers, and taken
    // where it tells clearly more (the rule of one standard error, as for trees).
    private LinearChoice ChooseLinear(IReadOnlyList<Example<float[]>> whole)
    {
        var all = ChoosePenalty(whole, 0);
        var distances = ChoosePenalty(whole, whole[0].Values.Length - Deviation.Numbers);
        return all.Loss - distances.Loss > LogLoss.StandardErrorOfDifference(all.Fitted, distances.Fitted) ? distances : all;
    }

    // The area under the ROC curve is often a tie among several penalties; log loss decides.
    private LinearChoice ChoosePenalty(IReadOnlyList<Example<float[]>> whole, int passes)
    {
        var tried = new List<LinearChoice>();
        foreach (var penalty in Penalties)
        {
            progress?.Report(new TrainingProgress(passes == 0 ? "cross-fitting" : "cross-fitting the distances", tried.Count, Penalties.Length));
            var choice = new LinearChoice(penalty, passes, []);
            var scores = CrossFitting.Scores(whole, folds, (rows, defective) => new DefectiveHead(choice.Fit(rows, defective), null).Score, cancel);
            tried.Add(choice with { Fitted = [.. scores.Select((score, at) => new CrossFitted(examples[at].Take, score))] });
        }

        return tried.MinBy(choice => choice.Loss)!;
    }
}
