using DefectVision.Inference.Graph;

namespace DefectVision.Inference.Features;

/// <summary>What turns a photo into maps of numbers on one grid: a slot that any feature network in ONNX form can fill.</summary>
/// <param name="Name">Name of the network.</param>
/// <param name="Sha256">Of its ONNX file, lower-case hex.</param>
/// <param name="Graph">Has the input "photo" and the value <paramref name="Maps"/>.</param>
/// <param name="Maps">Name of the value N x <paramref name="Channels"/> x <paramref name="Rows"/> x <paramref name="Columns"/>.</param>
/// <param name="Framed">Name of the same with a place more on every side: N x <paramref name="Channels"/> x (<paramref name="Rows"/> + 2) x (<paramref name="Columns"/> + 2).</param>
/// <param name="Channels">How many maps.</param>
/// <param name="Rows">Places from top to bottom.</param>
/// <param name="Columns">Places from left to right.</param>
public sealed record Backbone(string Name, string Sha256, OnnxGraph Graph, string Maps, string Framed, int Channels, int Rows, int Columns)
{
    /// <inheritdoc cref="FeatureNetwork.IsPlain"/>
    public bool IsPlain { get; init; }
}
