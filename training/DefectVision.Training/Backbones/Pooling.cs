using DefectVision.Inference.Graph;

namespace DefectVision.Training.Backbones;

/// <summary>
/// From maps to one vector: of each map its mean, its deviation, and its highest and lowest 3 x 3 mean. The first two know the cloth, the last two the spot.
/// </summary>
internal static class Pooling
{
    public const int NumbersPerMap = 4;

    private const double MiddleDeviation = 0.12;

    /// <summary>Of the middle of each map its mean, and its highest and lowest 3 x 3 mean.</summary>
    public const int NumbersOfMiddle = 3;

    /// <summary>Adds the pooling and gives the name of the vector N x (4 * channels).</summary>
    public static string Append(OnnxGraph graph, string maps, int channels)
    {
        var mean = graph.Node("GlobalAveragePool", "pool_mean", [maps]);
        var away = graph.Node("Sub", "pool_away", [maps, mean]);
        var variance = graph.Node("GlobalAveragePool", "pool_variance", [graph.Node("Mul", "pool_square", [away, away])]);
        var deviation = graph.Node("Sqrt", "pool_deviation", [graph.Node("Add", "pool_safe", [variance, graph.Constant("pool_floor", [1e-8f], 1)])]);
        var near = graph.Node("AveragePool", "pool_near", [away], ("kernel_shape", new[] { 3L, 3 }), ("strides", new[] { 1L, 1 }));
        var high = graph.Node("GlobalMaxPool", "pool_high", [near]);
        var low = graph.Node("GlobalMaxPool", "pool_low", [graph.Node("Neg", "pool_negative", [near])]);
        var all = graph.Node("Concat", "pool_all", [mean, deviation, high, low], ("axis", 1L));
        return graph.Node("Reshape", "embedding", [all, graph.Integers("embedding_shape", -1, channels * NumbersPerMap)]);
    }

    /// <summary>
    /// Adds the same of the middle half of either side, where photos that were taken of a defect show it, and gives the name of the vector N x (3 * channels).
    /// The mean weighs the places down like a bell curve with a deviation of 0.12 of a side.
    /// </summary>
    public static string AppendMiddle(OnnxGraph graph, string maps, int channels, int rows, int columns)
    {
        var weights = new float[rows * columns];
        for (var at = 0; at < weights.Length; at++)
        {
            double right = (((at % columns) + 0.5) / columns) - 0.5, down = (((at / columns) + 0.5) / rows) - 0.5;
            weights[at] = (float)Math.Exp(-((right * right) + (down * down)) / (2 * MiddleDeviation * MiddleDeviation));
        }

        var sum = weights.Sum();
        var flat = graph.Node("Reshape", "middle_flat", [maps, graph.Integers("middle_flat_shape", -1, channels, rows * columns)]);
        var mean = graph.Node("MatMul", "middle_mean", [flat, graph.Constant("middle_weights", Array.ConvertAll(weights, weight => weight / sum), rows * columns, 1)]);

        // The edges' 3 x 3 means take in a place beyond the middle half.
        int top = rows / 4, left = columns / 4;
        var middle = graph.Node(
            "Slice", "middle", [maps, graph.Integers("middle_from", Math.Max(0, top - 1), Math.Max(0, left - 1)), graph.Integers("middle_to", Math.Min(rows, rows - top + 1), Math.Min(columns, columns - left + 1)), graph.Integers("middle_axes", 2, 3)]);
        var near = graph.Node("AveragePool", "middle_near", [middle], ("kernel_shape", new[] { 3L, 3 }), ("strides", new[] { 1L, 1 }));
        var high = graph.Node("GlobalMaxPool", "middle_high", [near]);
        var low = graph.Node("GlobalMaxPool", "middle_low", [graph.Node("Neg", "middle_negative", [near])]);
        var all = graph.Node(
            "Concat", "middle_all", [graph.Node("Reshape", "middle_mean_map", [mean, graph.Integers("middle_mean_shape", -1, channels, 1, 1)]), high, low], ("axis", 1L));
        return graph.Node("Reshape", "middle_embedding", [all, graph.Integers("middle_shape", -1, channels * NumbersOfMiddle)]);
    }
}
