using DefectVision.Inference;
using DefectVision.Inference.Graph;
using DefectVision.Statistics;
using DefectVision.Training.Backbones;

namespace DefectVision.Training.Heads;

/// <summary>Which heads a model gets: each question finds its own penalty by cross-fitting.</summary>
/// <param name="examples">Of photos as they are and altered.</param>
/// <param name="folds">Of each example.</param>
internal sealed class HeadChoice(IReadOnlyList<Example<float[]>> examples, int[] folds, IProgress<TrainingProgress>? progress, CancellationToken cancel)
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
        return new ChosenHeads([.. examples.Select(example => new CrossFitted(example.Take, head.Score(example.Values)))], [ModelContract.UnknownClass], new Dictionary<string, Tally>(), 0);
    }

    /// <summary>One head for defective, one for the class.</summary>
    public ChosenHeads ByLabels(OnnxGraph graph, string embedding)
    {
        var (penalty, fitted) = ChoosePenalty();
        HeadFitting.Defective([.. examples.Select(example => example.Values)], [.. examples.Select(example => !example.Photo.IsGood)], penalty)
            .Append(graph, embedding, ModelContract.ScoreOutput);
        return Classes(graph, embedding, fitted);
    }

    // Which defect is another question than whether, and finds its own penalty.
    private ChosenHeads Classes(OnnxGraph graph, string embedding, IReadOnlyList<CrossFitted> fitted)
    {
        var defective = examples.Where(example => !example.Photo.IsGood).ToList();
        IReadOnlyList<string> classes = [.. defective.Select(example => example.Photo.Label).Distinct().Order(StringComparer.Ordinal)];
        var best = (Penalty: Penalties[0], Right: -1.0, Told: (IReadOnlyDictionary<string, Tally>)new Dictionary<string, Tally>(), Fewest: 0.0);
        foreach (var penalty in classes.Count > 1 ? Penalties : [])
        {
            var answers = CrossFitting.Classes(examples, folds, classes, penalty, cancel);
            var tallies = classes.ToDictionary(name => name, name => new Tally(
                examples.Where((example, at) => !example.Take.IsAltered && example.Photo.Label == name && answers[at]?.Class == name).Count(),
                defective.Count(example => !example.Take.IsAltered && example.Photo.Label == name)));
            var right = tallies.Values.Average(tally => (double)tally.Count / tally.Total);
            if (right > best.Right)
            {
                best = (penalty, right, tallies, ProbabilityToTell(answers));
            }
        }

        HeadFitting.Classes([.. defective.Select(example => example.Values)], [.. defective.Select(example => example.Photo.Label)], classes, best.Penalty)
            .Append(graph, embedding, ModelContract.LogitsOutput);
        return new ChosenHeads(fitted, classes, best.Told, best.Fewest);
    }

    // Classes told with less probability than this were wrong more often than right.
    private double ProbabilityToTell((string Class, double Probability)?[] answers)
    {
        var told = answers.Select((answer, at) => (answer?.Probability, IsRight: answer?.Class == examples[at].Photo.Label)).Where(answer => answer.Probability is not null)
            .OrderBy(answer => answer.Probability).ToList();
        var fewest = 0.0;
        for (int at = 0, right = 0; at < told.Count; at++)
        {
            right += told[at].IsRight ? 1 : 0;
            if (2 * right < at + 1)
            {
                fewest = told[at].Probability!.Value;
            }
        }

        return Math.Round(fewest, 4);
    }

    // The area under the ROC curve is often a tie among several penalties; log loss decides.
    private (double Penalty, IReadOnlyList<CrossFitted> Fitted) ChoosePenalty()
    {
        var best = (Penalty: 0.0, Loss: double.PositiveInfinity, Fitted: (IReadOnlyList<CrossFitted>)[]);
        for (var at = 0; at < Penalties.Length; at++)
        {
            progress?.Report(new TrainingProgress("cross-fitting", at, Penalties.Length));
            var scores = CrossFitting.Scores(examples, folds, Penalties[at], cancel);
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
