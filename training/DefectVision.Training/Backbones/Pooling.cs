using DefectVision.Inference.Graph;

namespace DefectVision.Training.Backbones;

/// <summary>
/// From maps to one vector: of each map its mean, its deviation, and its highest and lowest 3 x 3 mean. The first two know the cloth, the last two the spot.
/// </summary>
internal static class Pooling
{
    public const int NumbersPerMap = 4;

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
}
