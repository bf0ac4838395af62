using DefectVision.Imaging;
using DefectVision.Inference.Graph;

namespace DefectVision.Inference.Features;

/// <summary>
/// The maps of a feature network brought to one grid of about so many pixels a place: finer maps by means, coarser ones by stretching. Maps coarser
/// than <see cref="CoarsestStride"/> are left out: they made every measured set worse. The network is shown a frame of one place round the photo, in which its edge goes on, so that
/// every place of the photo has neighbours on all sides.
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
        int width = recipe.Width + (2 * Stride), height = recipe.Height + (2 * Stride), rows = recipe.Height / Stride, columns = recipe.Width / Stride;
        var network = FeatureNetwork.Load(networkFile, width, height);
        var graph = new OnnxGraph("defectvision");
        var photo = graph.Input(ModelContract.PhotoInput, 0, 3, recipe.Height, recipe.Width);
        var framed = graph.Node("Pad", "photo_framed", [photo, graph.Integers("photo_frame", 0, 0, Stride, Stride, 0, 0, Stride, Stride)], ("mode", "edge"));
        var outputs = graph.Append(network.Bytes, "backbone_", Prepared(graph, framed, network));
        var maps = new List<string>();
        var channels = 0;
        for (var at = 0; at < outputs.Count; at++)
        {
            var map = network.Maps[at];
            if (map.Rows * CoarsestStride < height || map.Columns * CoarsestStride < width)
            {
                continue;
            }

            maps.Add(OnGrid(graph, outputs[at], map, rows + 2, columns + 2));
            channels += map.Channels;
        }

        if (maps.Count == 0)
        {
            throw new ModelException($"{Path.GetFileName(networkFile)}: found no map of stride {CoarsestStride} or finer, wanted one at least");
        }

        var all = graph.Node("Concat", "maps_framed", [.. maps], ("axis", 1L));
        var inside = graph.Node("Slice", "maps", [all, graph.Integers("maps_from", 1, 1), graph.Integers("maps_to", rows + 1, columns + 1), graph.Integers("maps_axes", 2, 3)]);
        return new Backbone(network.Name, network.Sha256, graph, inside, all, channels, rows, columns) { IsPlain = network.IsPlain };
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
