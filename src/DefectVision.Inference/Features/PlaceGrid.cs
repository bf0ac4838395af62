namespace DefectVision.Inference.Features;

/// <summary>The places of a photo: the maps of a feature network, each place with its neighbourhood, and where in the photo it is.</summary>
public static class PlaceGrid
{
    /// <summary>Channels beside the maps: how far right and how far down.</summary>
    public const int Coordinates = 2;

    /// <summary>How many of a photo's places its score is the mean of: a hundredth.</summary>
    /// <param name="places">Of the photo.</param>
    public static int Hundredth(int places) => Math.Max(1, (places + 50) / 100);

    /// <summary>
    /// Adds 3 x 3 means of the maps, for a place is known by its neighbourhood, and where in the photo it is (0 to 1): N x (channels + 2) x rows x columns. At the edges the frame is in
    /// the mean: a mean of fewer varies more, and whatever lay there would seem far from all that is good.
    /// </summary>
    public static string Append(Backbone backbone)
    {
        var (graph, rows, columns) = (backbone.Graph, backbone.Rows, backbone.Columns);
        var means = graph.Node("AveragePool", "place_means", [backbone.Framed], ("kernel_shape", new[] { 3L, 3 }), ("strides", new[] { 1L, 1 }));
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
}
