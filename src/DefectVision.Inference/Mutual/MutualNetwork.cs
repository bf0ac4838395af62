using DefectVision.Imaging;
using DefectVision.Inference.Features;

namespace DefectVision.Inference.Mutual;

/// <summary>Turns a photo into places that can be held against those of other photos. No label goes into it.</summary>
public sealed class MutualNetwork : IDisposable
{
    private readonly Embedder _embedder;

    /// <param name="backboneFile">An ONNX feature network.</param>
    /// <param name="recipe">The network's input.</param>
    /// <exception cref="ModelException">The network cannot be used at that size.</exception>
    public MutualNetwork(string backboneFile, InputRecipe recipe)
    {
        Recipe = recipe;
        var backbone = FeatureMaps.Build(backboneFile, recipe);
        var graph = backbone.Graph;
        (Rows, Columns, Length) = (backbone.Rows, backbone.Columns, backbone.Channels + PlaceGrid.Coordinates);
        var places = PlaceGrid.Append(backbone);
        var rows = graph.Node("Transpose", "place_rows", [places], ("perm", new[] { 0L, 2, 3, 1 }));
        var flat = graph.Node("Reshape", "place_list", [rows, graph.Integers("place_list_shape", -1, (long)Count * Length)]);
        graph.Output(flat, 0, (long)Count * Length);
        _embedder = new Embedder(graph, flat, Count * Length, recipe.Width, recipe.Height);
    }

    public InputRecipe Recipe { get; }

    /// <summary>Places from top to bottom.</summary>
    public int Rows { get; }

    /// <summary>Places from left to right.</summary>
    public int Columns { get; }

    /// <summary>Places of a photo.</summary>
    public int Count => Rows * Columns;

    /// <summary>Numbers of a place: its channels, then how far right and how far down it is, 0 to 1.</summary>
    public int Length { get; }

    /// <summary>A way through the network for one thread. Its result: place by place, row by row from the top, <see cref="Length"/> numbers each.</summary>
    public Scorer NewScorer() => _embedder.NewScorer();

    public void Dispose() => _embedder.Dispose();
}
