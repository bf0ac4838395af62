using DefectVision.Inference;
using DefectVision.Inference.Graph;
using DefectVision.Statistics;
using DefectVision.Training.Heads;
using DefectVision.Training.Labels;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace DefectVision.Training.Tests;

/// <summary>Rules of trees: they are tried when labels suffice, join when they tell clearly more, and the graph repeats what was learned.</summary>
public sealed class TreeTests
{
    private const int Side = 2;
    private const int Skipped = 4;
    private const int Learned = (3 * Side * Side) - Skipped;

    [SkippableFact]
    public void The_graph_gives_what_the_library_itself_predicts()
    {
        SkipWithoutLibrary();
        var examples = Ends(300, 300);
        float[][] rows = [.. examples.Select(example => example.Values[Skipped..])];
        bool[] defective = [.. examples.Select(example => !example.Photo.IsGood)];
        var learning = new MLContext(seed: 1);
        var model = TreeFitting.Trained(learning, rows, defective);
        float[] wanted = [.. model.Transform(HeadFitting.Sides(learning, rows, defective)).GetColumn<float>("Probability")];

        var trees = TreeFitting.Defective(rows, defective);
        var graph = Graph(out var features);
        graph.Output(trees.After(Skipped).Map(graph, features, "trees"), 0, 1);
        var found = Run(graph, "trees", examples);
        Assert.True(wanted.Max() - wanted.Min() > 0.5, "the trees tell nothing apart, so nothing is compared");
        for (var at = 0; at < rows.Length; at++)
        {
            Assert.Equal(wanted[at], 1 / (1 + Math.Exp(-found[at])), 1e-4);
            Assert.Equal(trees.Score(rows[at]), found[at], 1e-4);
        }
    }

    [SkippableFact]
    public void Where_no_line_tells_and_trees_do_they_join_and_the_score_is_the_mean_of_the_log_odds()
    {
        SkipWithoutLibrary();
        var examples = Ends(300, 300);
        var (heads, graph) = Choose(examples);
        Assert.True(heads.Look!.HasTrees, heads.Look.ToString());
        Assert.True(heads.Look.Average < heads.Look.Linear.Loss - heads.Look.StandardError);
        Assert.Contains("mean of a linear map and 150 trees", heads.Look.ToString(), StringComparison.Ordinal);

        float[][] rows = [.. examples.Select(example => example.Values[Skipped..])];
        bool[] defective = [.. examples.Select(example => !example.Photo.IsGood)];
        var linear = heads.Look.Linear.Fit(rows, defective);
        var trees = TreeFitting.Defective(rows, defective);
        var found = Run(graph, ModelContract.ScoreOutput, examples);
        Assert.All(rows.Zip(found), pair => Assert.Equal((linear.Score(pair.First) + trees.Score(pair.First)) / 2, pair.Second, 1e-4));
    }

    [SkippableFact]
    public void Where_a_line_tells_all_trees_stay_out_and_the_card_gives_the_figures_of_both()
    {
        SkipWithoutLibrary();
        var (heads, _) = Choose(Examples(300, 300, (random, defective) => Draw(random, first: defective ? 1.5f : -1.5f)));
        Assert.Null(heads.Look!.NotTried);
        Assert.False(heads.Look.HasTrees);
        Assert.True(double.IsFinite(heads.Look.Average));
        Assert.StartsWith("linear map", heads.Look.ToString(), StringComparison.Ordinal);
    }

    [SkippableFact]
    public void The_same_examples_give_the_same_bytes()
    {
        SkipWithoutLibrary();
        var examples = Ends(300, 300);
        var (heads, graph) = Choose(examples);
        Assert.True(heads.Look!.HasTrees, heads.Look.ToString());
        Assert.Equal(graph.ToBytes(), Choose(examples).Graph.ToBytes());
    }

    // Source of the 500: design/learning.md, "boosted trees help from about 500 labels".
    [Theory]
    [InlineData(400, 100, null)]
    [InlineData(100, 400, null)]
    [InlineData(399, 100, "found 399 good and 100 defective photos, wanted 500 with 100 of each")]
    [InlineData(401, 99, "found 401 good and 99 defective photos, wanted 500 with 100 of each")]
    [InlineData(99, 401, "found 99 good and 401 defective photos, wanted 500 with 100 of each")]
    public void Trees_are_tried_from_500_photos_with_100_of_each_side_and_an_altered_photo_is_no_other_photo(int good, int bad, string? wanted)
    {
        var examples = Ends(good, bad);
        Assert.Equal(wanted, TreeChoice.TooFew([.. examples, .. examples.Select(example => example with { Take = example.Take with { IsAltered = true } })]));
    }

    [Fact]
    public void With_too_few_photos_the_head_is_the_linear_one_alone_and_says_why()
    {
        var examples = Ends(60, 60);
        var (heads, graph) = Choose(examples);
        Assert.False(heads.Look!.HasTrees);
        Assert.Contains("trees were not tried: found 60 good and 60 defective photos, wanted 500 with 100 of each", heads.Look.ToString(), StringComparison.Ordinal);

        float[][] rows = [.. examples.Select(example => example.Values[Skipped..])];
        var linear = heads.Look.Linear.Fit(rows, [.. examples.Select(example => !example.Photo.IsGood)]);
        Assert.All(rows.Zip(Run(graph, ModelContract.ScoreOutput, examples)), pair => Assert.Equal(linear.Score(pair.First), pair.Second, 1e-4));
    }

    /// <summary>24 photos, 400 numbers of which none tells, and behind them the four distances, of which one does: a map of all numbers finds what tells by chance.</summary>
    [Fact]
    public void With_few_labels_the_distances_alone_tell_and_the_head_looks_at_nothing_else()
    {
        var random = new PinnedGenerator(3, stream: 0);
        IReadOnlyList<Example<float[]>> examples = [.. Enumerable.Range(0, 24).Select(at => new Example<float[]>(
            new Take(Photo(at, at < 16, $"group{at}"), IsAltered: false),
            [.. Enumerable.Range(0, 400).Select(_ => (float)random.NextDouble()), (float)random.NextDouble() + (at < 16 ? 0 : 0.8f), .. Enumerable.Range(0, 3).Select(_ => (float)random.NextDouble())]))];
        var folds = CrossFitting.Folds([.. examples.Select(example => example.Photo)], seed: 1);
        var graph = new OnnxGraph("few");
        var features = graph.Node("Reshape", "features", [graph.Input(ModelContract.PhotoInput, 0, 3, 1, 404 / 3), graph.Integers("row", -1, 404)]);
        var heads = new HeadChoice(examples, [], folds, Skipped, null, CancellationToken.None).ByLabels(graph, features);

        Assert.StartsWith("linear map of the distances from good photos alone, penalty", heads.Look!.ToString(), StringComparison.Ordinal);
        Assert.Equal(400 - Skipped, heads.Look.Linear.Passes);
        var head = heads.Look.Linear.Fit([.. examples.Select(example => example.Values[Skipped..])], [.. examples.Select(example => !example.Photo.IsGood)]);
        Assert.All(head.Weights[0].Take(400 - Skipped), weight => Assert.Equal(0, weight));
        Assert.True(head.Weights[0][400 - Skipped] > 0);
    }

    /// <summary>Two groups of three photos that differ by the same tell less than six that differ alike: the error goes by groups.</summary>
    [Fact]
    public void Photos_of_one_group_count_once_in_the_standard_error()
    {
        var apart = Fitted(group => group);
        var together = Fitted(group => group % 2);
        Assert.True(Error(together) > Error(apart));

        static double Error(IReadOnlyList<CrossFitted> one) => LogLoss.StandardErrorOfDifference(one, [.. one.Select((fit, at) => fit with { Score = fit.Score + (at % 2) })]);
        static IReadOnlyList<CrossFitted> Fitted(Func<int, int> group) =>
            [.. Enumerable.Range(0, 12).Select(at => new CrossFitted(new Take(Photo(at, at < 6, $"group{group(at)}"), IsAltered: false), 0.5))];
    }

    /// <summary>A number near nought is good, one near either end defective: no line tells them apart, two splits do.</summary>
    private static IReadOnlyList<Example<float[]>> Ends(int good, int bad) =>
        Examples(good, bad, (random, defective) =>
        {
            var row = Draw(random);
            row[Skipped] = (0.5f * row[Skipped]) + (defective ? 0.5f * Math.Sign(row[Skipped]) : 0);
            return row;
        });

    private static IReadOnlyList<Example<float[]>> Examples(int good, int bad, Func<PinnedGenerator, bool, float[]> draw)
    {
        var random = new PinnedGenerator(3, stream: 0);
        return [.. Enumerable.Range(0, good + bad).Select(at => new Example<float[]>(
            new Take(Photo(at, at < good, $"group{at}"), IsAltered: false),
            draw(random, at >= good)))];
    }

    private static LabelledPhoto Photo(int at, bool isGood, string group) => new($"{at}.jpg", isGood ? LabelledPhoto.Good : "hole", group, $"{at:x64}", null);

    private static float[] Draw(PinnedGenerator random, float first = 0)
    {
        float[] row = [.. Enumerable.Range(0, Skipped + Learned).Select(_ => (float)((2 * random.NextDouble()) - 1))];
        row[Skipped] += first;
        return row;
    }

    private static (ChosenHeads Heads, OnnxGraph Graph) Choose(IReadOnlyList<Example<float[]>> examples)
    {
        var graph = Graph(out var features);
        var folds = CrossFitting.Folds([.. examples.Select(example => example.Photo)], seed: 1);
        return (new HeadChoice(examples, [], folds, Skipped, null, CancellationToken.None).ByLabels(graph, features), graph);
    }

    private static OnnxGraph Graph(out string features)
    {
        var graph = new OnnxGraph("trees");
        features = graph.Node("Reshape", "features", [graph.Input(ModelContract.PhotoInput, 0, 3, Side, Side), graph.Integers("row", -1, Skipped + Learned)]);
        return graph;
    }

    private static List<double> Run(OnnxGraph graph, string output, IReadOnlyList<Example<float[]>> examples)
    {
        using var embedder = new Embedder(graph, output, 1, Side, Side);
        using var scorer = embedder.NewScorer();
        var found = new List<double>();
        foreach (var example in examples)
        {
            example.Values.CopyTo(scorer.Input);
            scorer.Run();
            found.Add(scorer.Result(0)[0]);
        }

        return found;
    }

    private static void SkipWithoutLibrary() => Skip.If(TreeFitting.Missing() is not null, TreeFitting.Missing());
}
