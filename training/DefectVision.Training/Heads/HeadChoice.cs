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
        return new ChosenHeads([.. examples.Select(example => new CrossFitted(example.Take, head.Score(example.Values)))], ToldClasses.Nothing([ModelContract.UnknownClass]));
    }

    /// <summary>One head for defective, one for the class.</summary>
    public ChosenHeads ByLabels(OnnxGraph graph, string embedding)
    {
        var whole = examples.Select(example => example with { Values = example.Values[ofMiddle..] }).ToList();
        var (penalty, fitted) = ChoosePenalty(whole);
        HeadFitting.Defective([.. whole.Select(example => example.Values)], [.. whole.Select(example => !example.Photo.IsGood)], penalty).After(ofMiddle)
            .Append(graph, embedding, ModelContract.ScoreOutput);

        // Which defect is another question than whether.
        var (head, told) = new ClassChoice(examples, turned, folds, ofMiddle, progress, cancel).Choose();
        head.Append(graph, embedding, ModelContract.LogitsOutput);
        return new ChosenHeads(fitted, told);
    }

    // The area under the ROC curve is often a tie among several penalties; log loss decides.
    private (double Penalty, IReadOnlyList<CrossFitted> Fitted) ChoosePenalty(IReadOnlyList<Example<float[]>> whole)
    {
        var best = (Penalty: 0.0, Loss: double.PositiveInfinity, Fitted: (IReadOnlyList<CrossFitted>)[]);
        for (var at = 0; at < Penalties.Length; at++)
        {
            progress?.Report(new TrainingProgress("cross-fitting", at, Penalties.Length));
            var scores = CrossFitting.Scores(whole, folds, Penalties[at], cancel);
            var fitted = scores.Select((score, at) => new CrossFitted(examples[at].Take, score)).ToList();
            var loss = BalancedLogLoss([.. fitted.Select(fit => fit.Pair)]);
            if (loss < best.Loss)
            {
                best = (Penalties[at], loss, fitted);
            }
        }

        progress?.Report(new TrainingProgress("cross-fitting", Penalties.Length, Penalties.Length));
        return (best.Penalty, best.Fitted);
    }

    private static double BalancedLogLoss(IReadOnlyList<(double Score, bool Defective)> scored) =>
        scored.GroupBy(entry => entry.Defective).Sum(side => side.Average(entry =>
            Math.Log(1 + Math.Exp(Math.Clamp(entry.Defective ? -entry.Score : entry.Score, -500, 500)))));
}
