using DefectVision.Inference.Features;
using DefectVision.Inference.Graph;

namespace DefectVision.Training.Heads;

/// <summary>A linear map from embeddings to one or more numbers, on raw (not standardised) values.</summary>
/// <param name="Weights">One row per output.</param>
/// <param name="Bias">One number per output.</param>
internal sealed record LinearHead(IReadOnlyList<float[]> Weights, IReadOnlyList<float> Bias)
{
    /// <summary>Folds the standardisation into the weights.</summary>
    public static LinearHead OverRaw(IReadOnlyList<float[]> weights, IReadOnlyList<float> bias, Standardiser standard)
    {
        var raw = weights.Select(row => row.Select((weight, column) => weight / standard.Scale[column]).ToArray()).ToList();
        var moved = bias.Select((value, output) => value - raw[output].Select((weight, column) => weight * standard.Mean[column]).Sum());
        return new LinearHead(raw, [.. moved]);
    }

    /// <summary>The same over rows that begin with so many numbers it does not look at.</summary>
    public LinearHead After(int numbers) => this with { Weights = [.. Weights.Select(row => (float[])[.. new float[numbers], .. row])] };

    public double Score(float[] row, int output = 0)
    {
        double sum = Bias[output];
        for (var column = 0; column < row.Length; column++)
        {
            sum += (double)Weights[output][column] * row[column];
        }

        return sum;
    }

    /// <summary>Adds the map to a graph as one of its outputs.</summary>
    public void Append(OnnxGraph graph, string embedding, string output) => graph.Output(Map(graph, embedding, output), 0, Weights.Count);

    /// <summary>Adds the map to a graph as one Gemm, and gives its name.</summary>
    public string Map(OnnxGraph graph, string embedding, string output)
    {
        var weights = graph.Constant($"{output}_weights", Weights.SelectMany(row => row).ToArray(), Weights.Count, Weights[0].Length);
        var bias = graph.Constant($"{output}_bias", Bias.ToArray(), Bias.Count);
        return graph.Node("Gemm", output, [embedding, weights, bias], ("transB", 1L));
    }
}
