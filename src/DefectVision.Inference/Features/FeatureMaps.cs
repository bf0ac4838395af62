using DefectVision.Imaging;
using DefectVision.Inference.Graph;

namespace DefectVision.Inference.Features;

/// <summary>
/// The maps of a feature network brought to one grid of about so many pixels a place: finer maps by means, coarser ones by stretching. Maps coarser
/// than <see cref="CoarsestStride"/> are left out: they made every measured set worse.
/// </summary>
public static class FeatureMaps
{
    /// <summary>Pixels of a place.</summary>
    public const int Stride = 16;

    private const int CoarsestStride = 16;

    /// <param name="networkFile">An ONNX feature network.</param>
    /// <param name="recipe">The size of its input.</param>
    /// <exception cref="ModelException">The network cannot be used at that size.</exception>
    public static Backbone Build(string networkFile, InputRecipe recipe)
    {
        var network = FeatureNetwork.Load(networkFile, recipe.Width, recipe.Height);
        int rows = recipe.Height / Stride, columns = recipe.Width / Stride;
        var graph = new OnnxGraph("defectvision");
        var photo = graph.Input(ModelContract.PhotoInput, 0, 3, recipe.Height, recipe.Width);
        var outputs = graph.Append(network.Bytes, "backbone_", Prepared(graph, photo, network));
        var maps = new List<string>();
        var channels = 0;
        for (var at = 0; at < outputs.Count; at++)
        {
            var map = network.Maps[at];
            if (map.Rows * CoarsestStride < recipe.Height || map.Columns * CoarsestStride < recipe.Width)
            {
                continue;
            }

            maps.Add(OnGrid(graph, outputs[at], map, rows, columns));
            channels += map.Channels;
        }

        return maps.Count > 0
            ? new Backbone(network.Name, network.Sha256, graph, graph.Node("Concat", "maps", [.. maps], ("axis", 1L)), channels, rows, columns) { IsPlain = network.IsPlain }
            : throw new ModelException($"{Path.GetFileName(networkFile)}: found no map of stride {CoarsestStride} or finer, wanted one at least");
    }

    private static string Prepared(OnnxGraph graph, string photo, FeatureNetwork network)
    {
        if (network.IsBlueFirst)
        {
            photo = graph.Node("Gather", "blue_first", [photo, graph.Integers("blue_first_order", 2, 1, 0)], ("axis", 1L));
        }

        return network.InputScale.Equals(1f) ? photo : graph.Node("Mul", "input_scaled", [photo, graph.Constant("input_scale", [network.InputScale], 1)]);
    }

    private static string OnGrid(OnnxGraph graph, string output, FeatureMap map, int rows, int columns)
    {
        if ((map.Rows, map.Columns) == (rows, columns))
        {
            return output;
        }

        if (map.Rows % rows == 0 && map.Columns % columns == 0)
        {
            long down = map.Rows / rows, across = map.Columns / columns;
            return graph.Node("AveragePool", output + "_grid", [output], ("kernel_shape", new[] { down, across }), ("strides", new[] { down, across }));
        }

        var scales = graph.Constant(output + "_scales", [1, 1, (float)rows / map.Rows, (float)columns / map.Columns], 4);
        return graph.Node("Resize", output + "_grid", [output, string.Empty, scales], ("mode", "linear"), ("coordinate_transformation_mode", "half_pixel"));
    }
}
