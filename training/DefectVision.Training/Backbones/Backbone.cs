using System.Security.Cryptography;
using DefectVision.Inference.Graph;

namespace DefectVision.Training.Backbones;

/// <summary>What turns a photo into maps of numbers: a slot that any feature network in ONNX form can fill.</summary>
/// <param name="Name">Name and version.</param>
/// <param name="Graph">Has the input "photo" and the value <paramref name="Maps"/>.</param>
/// <param name="Maps">Name of the value N x <paramref name="Channels"/> x rows x columns.</param>
/// <param name="Channels">How many maps.</param>
public sealed record Backbone(string Name, OnnxGraph Graph, string Maps, int Channels)
{
    /// <summary>Of the graph's ONNX bytes as it stands, lower-case hex.</summary>
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Graph.ToBytes()));
}
