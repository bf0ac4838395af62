using DefectVision.Inference;
using DefectVision.Inference.Features;
using DefectVision.Inference.Graph;

namespace DefectVision.Training.Backbones;

/// <summary>
/// How far each place of a photo is from the nearest place of any good photo, as four numbers: the mean of the highest hundredth, the highest, the mean and
/// the deviation over the photo. Source: Roth et al. 2022, PatchCore (CVPR): memory bank and greedy coreset.
/// </summary>
internal static class Deviation
{
    public const int Numbers = 4;

    /// <summary>Names of the memory bank's constants in the graph.</summary>
    public const string WhiteningConstant = "whitening";
    public const string BiasConstant = "whitening_bias";
    public const string MemoryConstant = "memory";
    private const string DensityConstant = "memory_density";

    /// <summary>How far every place is from the good ones, wherever in the photo they are: N x <see cref="FamiliarPlaces"/>.</summary>
    public const string FamiliarDistances = "familiar_distances";

    /// <summary>Good places that are asked whether a photo's places are like them: the first of a greedy coreset are a coreset themselves.</summary>
    private const int MostFamiliar = 1000;

    /// <summary>Places of a photo that are asked.</summary>
    public static int FamiliarPlaces(int rows, int columns) => rows * columns;

    /// <summary>Adds the share of those places that are farther than good ones are, as the output <see cref="ModelContract.StrangenessOutput"/>.</summary>
    /// <param name="within">That 95 % of good places lie within.</param>
    public static void AppendStrangeness(OnnxGraph graph, double within)
    {
        var beyond = graph.Node("Greater", "familiar_beyond", [FamiliarDistances, graph.Constant("familiar_within", [(float)within], 1)]);
        graph.Node("ReduceMean", ModelContract.StrangenessOutput, [graph.Node("Cast", "familiar_counted", [beyond], ("to", 1L))], ("axes", new[] { 1L }), ("keepdims", 1L));
        graph.Output(ModelContract.StrangenessOutput, 0, 1);
    }

    // Position is left out: goods that lie elsewhere in the photo are the same goods.
    private static void AppendFamiliar(OnnxGraph graph, string scaled, int places, MemoryBank memory)
    {
        var components = memory.Projection.Weights.Count - PlaceGrid.Coordinates;
        var known = memory.Places.Take(MostFamiliar).Select(place => place[..components]).ToList();
        var taken = graph.Node("Slice", "familiar_places", [scaled, graph.Integers("familiar_from", 0), graph.Integers("familiar_to", components), graph.Integers("familiar_axes", 1)]);
        var squared = SquaredDistance(graph, "familiar_", taken, known).Distance;
        graph.Node("Reshape", FamiliarDistances, [graph.Node("Sqrt", "familiar_distance", [squared]), graph.Integers("familiar_shape", -1, places)]);
    }

    // |p - m|^2 = |p|^2 - 2 (p.m - |m|^2 / 2): the nearest is where the bracket is largest.
    private static (string Distance, string Nearness) SquaredDistance(OnnxGraph graph, string prefix, string places, IReadOnlyList<float[]> memory)
    {
        var weights = graph.Constant(prefix + MemoryConstant, memory.SelectMany(place => place).ToArray(), memory.Count, memory[0].Length, 1, 1);
        var bias = graph.Constant(prefix + "memory_norm", [.. memory.Select(place => -0.5f * place.Sum(value => value * value))], memory.Count);
        var nearness = graph.Node("Conv", prefix + "nearness", [places, weights, bias], ("kernel_shape", new[] { 1L, 1 }));
        var nearest = graph.Node("ReduceMax", prefix + "nearest", [nearness], ("axes", new[] { 1L }), ("keepdims", 1L));
        var norm = graph.Node("ReduceSum", prefix + "place_norm", [graph.Node("Mul", prefix + "place_square", [places, places]), graph.Integers(prefix + "channel_axis", 1)], ("keepdims", 1L));
        var twice = graph.Node("Mul", prefix + "nearest_twice", [nearest, graph.Constant(prefix + "two", [2f], 1)]);
        return (graph.Node("Relu", prefix + "distance_squared", [graph.Node("Sub", prefix + "distance_raw", [norm, twice])]), nearness);
    }

    /// <summary>Adds the distances to a memory bank and gives the name of the vector N x <see cref="Numbers"/>.</summary>
    /// <param name="places">From <see cref="PlaceGrid.Append"/>.</param>
    /// <param name="grid">Places of a photo.</param>
    public static string Append(OnnxGraph graph, string places, (int Rows, int Columns) grid, MemoryBank memory)
    {
        var (rows, inputs) = (memory.Projection.Weights.Count, memory.Projection.Weights[0].Length);
        var whitening = graph.Constant(WhiteningConstant, memory.Projection.Weights.SelectMany(row => row).ToArray(), rows, inputs, 1, 1);
        var scaled = graph.Node("Conv", "place_whitened", [places, whitening, graph.Constant(BiasConstant, [.. memory.Projection.Bias], rows)], ("kernel_shape", new[] { 1L, 1 }));

        var (squared, nearness) = SquaredDistance(graph, string.Empty, scaled, memory.Places);
        var distance = graph.Node("Sqrt", "distance", [graph.Node("Add", "distance_safe", [squared, graph.Constant("distance_floor", [1e-6f], 1)])]);

        // In the spacing that good places have there.
        var density = graph.Constant(DensityConstant, Array.ConvertAll(memory.Spacing(), spacing => 1 / spacing), memory.Places.Count);
        var map = graph.Node("Mul", ModelContract.HeatMapOutput, [distance, graph.Node("Gather", "nearest_density", [density, graph.Node("ArgMax", "nearest_at", [nearness], ("axis", 1L), ("keepdims", 1L))])]);

        AppendFamiliar(graph, scaled, FamiliarPlaces(grid.Rows, grid.Columns), memory);
        var row = graph.Node("Reshape", "heat_row", [map, graph.Integers("heat_shape", -1, grid.Rows * grid.Columns)]);
        var hundredth = graph.Integers("hundredth", PlaceGrid.Hundredth(grid.Rows * grid.Columns));
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
