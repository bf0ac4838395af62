using DefectVision.Imaging;
using DefectVision.Inference.Features;
using DefectVision.Inference.Graph;

namespace DefectVision.Training.Backbones;

/// <summary>A backbone with its pooled embedding, and with the deviation from good places once there is a memory of them.</summary>
internal sealed class Network
{
    public const string Places = "places_flat";

    private readonly Backbone _backbone;
    private readonly string _middle;
    private readonly string _pooled;
    private readonly string _places;

    /// <param name="recipe">The size of the input.</param>
    /// <param name="networkFile">An ONNX feature network.</param>
    /// <exception cref="Inference.ModelException">It cannot be used at that size.</exception>
    public Network(InputRecipe recipe, string networkFile)
    {
        _backbone = FeatureMaps.Build(networkFile, recipe);
        _pooled = Pooling.Append(_backbone.Graph, _backbone.Maps, _backbone.Channels);
        _middle = Pooling.AppendMiddle(_backbone.Graph, _backbone.Maps, _backbone.Channels, _backbone.Rows, _backbone.Columns);
        _places = PlaceGrid.Append(_backbone);
    }

    public string BackboneName => _backbone.Name;

    public string BackboneSha256 => _backbone.Sha256;

    /// <inheritdoc cref="Inference.FeatureNetwork.IsPlain"/>
    public bool IsPlain => _backbone.IsPlain;

    /// <summary>Numbers of a place.</summary>
    public int PlaceLength => _backbone.Channels + PlaceGrid.Coordinates;

    /// <summary>Places of a photo that are asked whether they are like good ones, see <see cref="Deviation.FamiliarDistances"/>.</summary>
    public int FamiliarCount => Deviation.FamiliarPlaces(_backbone.Rows, _backbone.Columns);

    /// <summary>Places in one photo.</summary>
    public int PlaceCount => _backbone.Columns * _backbone.Rows;

    /// <summary>Numbers in the whole embedding.</summary>
    public int Length => MiddleLength + (_backbone.Channels * Pooling.NumbersPerMap) + Deviation.Numbers;

    /// <summary>Its first numbers, of the middle of the photo: which defect may be told by them, whether there is one is not.</summary>
    public int MiddleLength => _backbone.Channels * Pooling.NumbersOfMiddle;

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
        var deviation = Deviation.Append(graph, _places, (_backbone.Rows, _backbone.Columns), memory);
        graph.Output(Inference.ModelContract.HeatMapOutput, 0, 1, _backbone.Rows, _backbone.Columns);
        graph.Output(Inference.ModelContract.AnomalyScoreOutput, 0, 1);
        return (graph, graph.Node("Concat", "features", [_middle, _pooled, deviation], ("axis", 1L)));
    }
}
