using DefectVision.Inference;
using DefectVision.Inference.Graph;

namespace DefectVision.Training.Backbones;

/// <summary>
/// How far each place of a photo is from the nearest place of any good photo, as four numbers: the mean of the highest hundredth (of a tile: of the highest nine), the highest, the mean and
/// the deviation over the photo. Source: Roth et al. 2022, PatchCore (CVPR): memory bank and greedy coreset.
/// </summary>
internal static class Deviation
{
    public const int Numbers = 4;

    /// <summary>
    /// Places that a single odd one is seen in, for each is the mean of 3 x 3. Of a tile the score is the mean of so many: what tiles are for is smaller
    /// than a hundredth of a tile. Reasoned, not measured: on the one set where both were tried neither told good from defective.
    /// </summary>
    public const int OfASpeck = 9;

    /// <summary>Names of the memory bank's constants in the graph.</summary>
    public const string WhiteningConstant = "whitening";
    public const string BiasConstant = "whitening_bias";
    public const string MemoryConstant = "memory";

    /// <summary>Channels beside the maps: how far right and how far down.</summary>
    public const int Coordinates = 2;

    /// <summary>Adds 3 x 3 means of the maps, for a place is known by its neighbourhood, and where in the photo it is (0 to 1). The grid keeps its size.</summary>
    public static string Places(OnnxGraph graph, string maps, int rows, int columns)
    {
        var means = graph.Node("AveragePool", "place_means", [maps], ("kernel_shape", new[] { 3L, 3 }), ("strides", new[] { 1L, 1 }), ("pads", new[] { 1L, 1, 1, 1 }), ("count_include_pad", 0L));
        var grid = new float[Coordinates * rows * columns];
        for (var at = 0; at < rows * columns; at++)
        {
            grid[at] = (float)(at % columns) / columns;
            grid[(rows * columns) + at] = (float)(at / columns) / rows;
        }

        // A constant has no batch; nothing of every photo, added to it, has.
        var first = graph.Node("Gather", "place_first", [means, graph.Integers("place_first_axis", 0)], ("axis", 1L));
        var nothing = graph.Node("Sub", "place_nothing", [first, first]);
        var where = graph.Node("Add", "place_where", [nothing, graph.Constant("place_grid", grid, 1, Coordinates, rows, columns)]);
        return graph.Node("Concat", "places", [means, where], ("axis", 1L));
    }

    /// <summary>Adds the distances to a memory bank and gives the name of the vector N x <see cref="Numbers"/>.</summary>
    /// <param name="places">From <see cref="Places"/>.</param>
    /// <param name="count">Places of a photo or tile.</param>
    /// <param name="farthest">How many of them the score is the mean of.</param>
    public static string Append(OnnxGraph graph, string places, int count, int farthest, MemoryBank memory)
    {
        var (rows, inputs) = (memory.Projection.Weights.Count, memory.Projection.Weights[0].Length);
        var whitening = graph.Constant(WhiteningConstant, memory.Projection.Weights.SelectMany(row => row).ToArray(), rows, inputs, 1, 1);
        var scaled = graph.Node("Conv", "place_whitened", [places, whitening, graph.Constant(BiasConstant, [.. memory.Projection.Bias], rows)], ("kernel_shape", new[] { 1L, 1 }));

        // |p - m|^2 = |p|^2 - 2 (p.m - |m|^2 / 2): the nearest is where the bracket is largest.
        var weights = graph.Constant(MemoryConstant, memory.Places.SelectMany(place => place).ToArray(), memory.Places.Count, rows, 1, 1);
        var bias = graph.Constant("memory_norm", [.. memory.Places.Select(place => -0.5f * place.Sum(value => value * value))], memory.Places.Count);
        var nearness = graph.Node("Conv", "nearness", [scaled, weights, bias], ("kernel_shape", new[] { 1L, 1 }));
        var nearest = graph.Node("ReduceMax", "nearest", [nearness], ("axes", new[] { 1L }), ("keepdims", 1L));
        var norm = graph.Node("ReduceSum", "place_norm", [graph.Node("Mul", "place_square", [scaled, scaled]), graph.Integers("channel_axis", 1)], ("keepdims", 1L));
        var twice = graph.Node("Mul", "nearest_twice", [nearest, graph.Constant("two", [2f], 1)]);
        var squared = graph.Node("Relu", "distance_squared", [graph.Node("Sub", "distance_raw", [norm, twice])]);
        var map = graph.Node("Sqrt", ModelContract.HeatMapOutput, [graph.Node("Add", "distance_safe", [squared, graph.Constant("distance_floor", [1e-6f], 1)])]);

        var row = graph.Node("Reshape", "heat_row", [map, graph.Integers("heat_shape", -1, count)]);
        var hundredth = graph.Integers("hundredth", farthest);
        graph.Node("TopK", "heat_top", [row, hundredth], ["heat_top", "heat_top_at"], ("axis", 1L));
        var mean = graph.Node("ReduceMean", "heat_mean", [row], ("axes", new[] { 1L }), ("keepdims", 1L));
        var away = graph.Node("Sub", "heat_away", [row, mean]);
        var variance = graph.Node("ReduceMean", "heat_variance", [graph.Node("Mul", "heat_square", [away, away])], ("axes", new[] { 1L }), ("keepdims", 1L));
        return graph.Node(
            "Concat",
            "deviation",
            [
                graph.Node("ReduceMean", ModelContract.AnomalyScoreOutput, ["heat_top"], ("axes", new[] { 1L }), ("keepdims", 1L)),
                graph.Node("ReduceMax", "heat_highest", [row], ("axes", new[] { 1L }), ("keepdims", 1L)),
                mean,
                graph.Node("Sqrt", "heat_deviation", [variance]),
            ],
            ("axis", 1L));
    }
}
