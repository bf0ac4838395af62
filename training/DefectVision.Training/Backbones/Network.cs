using DefectVision.Imaging;
using DefectVision.Inference.Graph;

namespace DefectVision.Training.Backbones;

/// <summary>A backbone with its pooled embedding, and with the deviation from good places once there is a memory of them.</summary>
internal sealed class Network
{
    public const string Places = "places_flat";

    private readonly InputRecipe recipe;
    private readonly Backbone backbone;
    private readonly string pooled;
    private readonly string places;

    public Network(InputRecipe recipe)
    {
        this.recipe = recipe;
        backbone = FilterBank.Build(recipe);
        BackboneSha256 = backbone.Sha256;
        pooled = Pooling.Append(backbone.Graph, backbone.Maps, backbone.Channels);
        places = Deviation.Places(backbone.Graph, backbone.Maps, Columns, Rows);
    }

    public string BackboneName => backbone.Name;

    public string BackboneSha256 { get; }

    /// <summary>Numbers of a place.</summary>
    public int PlaceLength => backbone.Channels + Deviation.Coordinates;

    /// <summary>Places in one photo.</summary>
    public int PlaceCount => Columns * Rows;

    /// <summary>Numbers in the whole embedding.</summary>
    public int Length => (backbone.Channels * Pooling.NumbersPerMap) + Deviation.Numbers;

    private int Columns => (recipe.Width / FilterBank.Stride) - 2;

    private int Rows => (recipe.Height / FilterBank.Stride) - 2;

    /// <summary>A graph that gives the places of a photo, channel by channel.</summary>
    public OnnxGraph ForPlaces()
    {
        var graph = backbone.Graph.Copy();
        graph.Node("Reshape", Places, [places, graph.Integers("places_shape", -1, PlaceLength * PlaceCount)]);
        graph.Output(Places, 0, PlaceLength * PlaceCount);
        return graph;
    }

    /// <summary>A graph up to the whole embedding, whose name it gives.</summary>
    public (OnnxGraph Graph, string Embedding) With(MemoryBank memory)
    {
        var graph = backbone.Graph.Copy();
        var deviation = Deviation.Append(graph, places, PlaceCount, memory);
        return (graph, graph.Node("Concat", "features", [pooled, deviation], ("axis", 1L)));
    }
}
