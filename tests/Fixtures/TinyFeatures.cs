using DefectVision.Inference;
using DefectVision.Inference.Graph;

namespace DefectVision.Fixtures;

/// <summary>A feature network of no weights: the mean colour of squares of 8 px, and of 16 px.</summary>
internal static class TinyFeatures
{
    public static string Write(string path)
    {
        var graph = new OnnxGraph("tiny_features");
        graph.Input(ModelContract.PhotoInput, 0, 3, 0, 0);
        foreach (var side in new[] { 8L, 16 })
        {
            graph.Output(graph.Node("AveragePool", FormattableString.Invariant($"squares_{side}"), [ModelContract.PhotoInput], ("kernel_shape", new[] { side, side }), ("strides", new[] { side, side })), 0, 3, 0, 0);
        }

        File.WriteAllBytes(path, graph.ToBytes());
        return path;
    }
}
