using DefectVision.Inference.Graph;

namespace DefectVision.Training.Heads;

/// <summary>What tells defective from good: a linear map, or the mean of its log-odds and those of trees.</summary>
internal sealed record DefectiveHead(LinearHead Linear, TreeHead? Trees)
{
    /// <summary>The same over rows that begin with so many numbers it does not look at.</summary>
    public DefectiveHead After(int numbers) => new(Linear.After(numbers), Trees?.After(numbers));

    public double Score(float[] row) => Trees is null ? Linear.Score(row) : Mean(Linear.Score(row), Trees.Score(row));

    public static double Mean(double linear, double trees) => (linear + trees) / 2;

    /// <summary>Adds the head to a graph as one of its outputs.</summary>
    public void Append(OnnxGraph graph, string embedding, string output)
    {
        if (Trees is null)
        {
            Linear.Append(graph, embedding, output);
            return;
        }

        graph.Node("Mean", output, [Linear.Map(graph, embedding, $"{output}_linear"), Trees.Map(graph, embedding, $"{output}_trees")]);
        graph.Output(output, 0, 1);
    }
}
