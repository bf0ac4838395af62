using DefectVision.Imaging;
using DefectVision.Inference.Graph;

namespace DefectVision.Training.Backbones;

/// <summary>A backbone with its pooled embedding, and with the deviation from good places once there is a memory of them.</summary>
internal sealed class Network
{
    public const string Places = "places_flat";

    private readonly InputRecipe _recipe;
    private readonly Backbone _backbone;
    private readonly string _pooled;
    private readonly string _places;

    public Network(InputRecipe recipe)
    {
        _recipe = recipe;
        _backbone = FilterBank.Build(recipe);
        BackboneSha256 = _backbone.Sha256;
        _pooled = Pooling.Append(_backbone.Graph, _backbone.Maps, _backbone.Channels);
        _places = Deviation.Places(_backbone.Graph, _backbone.Maps, Columns, Rows);
    }

    public string BackboneName => _backbone.Name;

    public string BackboneSha256 { get; }

    /// <summary>Numbers of a place.</summary>
    public int PlaceLength => _backbone.Channels + Deviation.Coordinates;

    /// <summary>Places in one photo.</summary>
    public int PlaceCount => Columns * Rows;

    /// <summary>Numbers in the whole embedding.</summary>
    public int Length => (_backbone.Channels * Pooling.NumbersPerMap) + Deviation.Numbers;

    private int Columns => (_recipe.Width / FilterBank.Stride) - 2;

    private int Rows => (_recipe.Height / FilterBank.Stride) - 2;

    /// <summary>A graph that gives the places of a photo, channel by channel.</summary>
    public OnnxGraph ForPlaces()
    {
        var graph = _backbone.Graph.Copy();
        graph.Node("Reshape", Places, [_places, graph.Integers("places_shape", -1, PlaceLength * PlaceCount)]);
        graph.Output(Places, 0, PlaceLength * PlaceCount);
        return graph;
    }

    /// <summary>A graph up to the whole embedding, whose name it gives.</summary>
    public (OnnxGraph Graph, string Embedding) With(MemoryBank memory)
    {
        var graph = _backbone.Graph.Copy();
        var deviation = Deviation.Append(graph, _places, PlaceCount, memory);
        return (graph, graph.Node("Concat", "features", [_pooled, deviation], ("axis", 1L)));
    }
}
