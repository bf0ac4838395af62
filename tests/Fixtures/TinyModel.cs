using DefectVision.Imaging;
using DefectVision.Inference;
using DefectVision.Inference.Graph;
using DefectVision.Statistics;

namespace DefectVision.Fixtures;

/// <summary>A model of a dozen weights: score = 4 - 8 x mean brightness, so that 0.5 grey stands at the threshold 0; red and blue tell hole from stain.</summary>
internal static class TinyModel
{
    public const int Side = 32;

    /// <summary>Weight of each colour in the score.</summary>
    public const float Weight = -8 / 3f;

    public static InputRecipe Recipe { get; } = new(InputRecipe.CurrentVersion, Side, Side);

    public static ModelContract Contract { get; } = new(
        ModelContract.CurrentSchema,
        "tiny",
        Recipe,
        ["hole", "stain"],
        new Calibration(-2, 0.25, 40, 30),
        new OperatingPoint(0, 0.05, new Tally(28, 30), new Tally(38, 40), "made up for a test"),
        new TrainingFacts("plain grounds", new string('a', 64), new Dictionary<string, int> { ["good"] = 40, ["hole"] = 15, ["stain"] = 15 }, "mean colour", new string('b', 64), 1),
        [],
        ["It knows nothing but brightness."]);

    /// <param name="weight">Of each colour in the score.</param>
    /// <param name="height">Of the input.</param>
    public static OnnxGraph Graph(float weight = Weight, int height = Side)
    {
        var graph = new OnnxGraph("tiny");
        var photo = graph.Input(ModelContract.PhotoInput, 0, 3, height, Side);
        var mean = graph.Node("GlobalAveragePool", "mean", [photo]);
        var row = graph.Node("Reshape", "row", [mean, graph.Integers("row_shape", -1, 3)]);
        graph.Node("Gemm", ModelContract.ScoreOutput, [row, graph.Constant("score_weights", [weight, weight, weight], 3, 1), graph.Constant("score_offset", [4f], 1)]);
        graph.Node("Gemm", ModelContract.LogitsOutput, [row, graph.Constant("class_weights", [1f, -1f, 0f, 0f, -1f, 1f], 3, 2), graph.Constant("class_offset", [0f, 0f], 2)]);
        graph.Output(ModelContract.ScoreOutput, 0, 1);
        graph.Output(ModelContract.LogitsOutput, 0, 2);
        return graph;
    }

    /// <summary>The same with a heat map of 4 x 4 places: the darker, the hotter.</summary>
    public static OnnxGraph GraphWithHeatMap()
    {
        var graph = Graph();
        var places = graph.Node("AveragePool", "places", [ModelContract.PhotoInput], ("kernel_shape", new[] { 8L, 8 }), ("strides", new[] { 8L, 8 }));
        graph.Node("Conv", ModelContract.HeatMapOutput, [places, graph.Constant("heat_weights", [-1f, -1f, -1f], 1, 3, 1, 1)], ("kernel_shape", new[] { 1L, 1 }));
        graph.Output(ModelContract.HeatMapOutput, 0, 1, 4, 4);
        graph.Node("Neg", ModelContract.AnomalyScoreOutput, [graph.Node("ReduceMean", "mean_all", ["row"], ("axes", new[] { 1L }), ("keepdims", 1L))]);
        graph.Output(ModelContract.AnomalyScoreOutput, 0, 1);
        return graph;
    }

    /// <summary>The same with a share of strange places: one less the mean brightness.</summary>
    /// <param name="over">The graph that it is added to; null: <see cref="Graph"/>.</param>
    public static OnnxGraph GraphWithStrangeness(OnnxGraph? over = null)
    {
        var graph = over ?? Graph();
        var mean = graph.Node("ReduceMean", "mean_brightness", ["row"], ("axes", new[] { 1L }), ("keepdims", 1L));
        graph.Node("Sub", ModelContract.StrangenessOutput, [graph.Constant("whole", [1f], 1, 1), mean]);
        graph.Output(ModelContract.StrangenessOutput, 0, 1);
        return graph;
    }

    public static byte[] Bytes(ModelContract? contract = null) => ModelWriter.Bind(Graph(), contract ?? Contract);

    public static string Write(string path, ModelContract? contract = null)
    {
        File.WriteAllBytes(path, Bytes(contract));
        return path;
    }
}
