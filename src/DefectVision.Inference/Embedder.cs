using DefectVision.Inference.Graph;
using DefectVision.Inference.Loading;
using Microsoft.ML.OnnxRuntime;

namespace DefectVision.Inference;

/// <summary>A graph that is run while a model is being made: from photo to one vector of numbers.</summary>
public sealed class Embedder : IDisposable
{
    private readonly InferenceSession _session;
    private readonly int _width;
    private readonly int _height;

    /// <param name="graph">Has input "photo" (N x 3 x height x width) and the named output.</param>
    /// <param name="output">The name of the output: N x <paramref name="length"/>.</param>
    public Embedder(OnnxGraph graph, string output, int length, int width, int height)
    {
        _session = NativeRuntime.Open(graph.ToBytes());
        _width = width;
        _height = height;
        Output = output;
        Length = length;
    }

    public string Output { get; }

    /// <summary>Numbers in a photo's vector.</summary>
    public int Length { get; }

    public Scorer NewScorer() => new(_session, _width, _height, (Output, [Length]));

    public void Dispose() => _session.Dispose();
}
