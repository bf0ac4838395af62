using DefectVision.Inference.Graph;

namespace DefectVision.Inference.Foreign;

/// <summary>
/// From a foreign classifier's numbers to the outputs of the contract. Only operators whose form is the same in every operator set from 7 on:
/// the graph is of the foreign network's.
/// </summary>
internal static class ClassHead
{
    /// <summary>Added to a probability before its logarithm is taken: the least that is told apart from none.</summary>
    private const float Floor = 1e-12f;

    /// <param name="row">N x classes.</param>
    /// <param name="areProbabilities">Else logits.</param>
    public static void Append(OnnxGraph graph, string row, bool areProbabilities, IReadOnlyList<int> good, IReadOnlyList<int> defective)
    {
        var logits = areProbabilities ? Logarithm(graph, row, "class_logits") : row;
        var suspect = LogSum(graph, Chosen(graph, logits, ModelContract.LogitsOutput, defective), "defective", defective.Count);
        var clear = LogSum(graph, Chosen(graph, logits, "good_logits", good), "good", good.Count);
        graph.Node("Sub", ModelContract.ScoreOutput, [suspect, clear]);
    }

    /// <param name="row">N x 1.</param>
    public static void AppendOneNumber(OnnxGraph graph, string row, bool isProbability, bool defectIsHigh)
    {
        var logit = row;
        if (isProbability)
        {
            var other = graph.Node("Sub", "other_probability", [graph.Constant("certainty", [1f], 1), row]);
            logit = graph.Node("Sub", "logit", [Logarithm(graph, row, "logarithm"), Logarithm(graph, other, "other_logarithm")]);
        }

        graph.Node(defectIsHigh ? "Identity" : "Neg", ModelContract.ScoreOutput, [logit]);
        graph.Node("Identity", ModelContract.LogitsOutput, [ModelContract.ScoreOutput]);
    }

    private static string Logarithm(OnnxGraph graph, string probabilities, string name) =>
        graph.Node("Log", name, [graph.Node("Add", name + "_raised", [probabilities, graph.Constant(name + "_floor", [Floor], 1)])]);

    private static string Chosen(OnnxGraph graph, string logits, string name, IReadOnlyList<int> classes) =>
        graph.Node("Gather", name, [logits, graph.Integers(name + "_places", [.. classes.Select(place => (long)place)])], ("axis", 1L));

    // Log of the sum of exponentials, the largest taken out first; ReduceMax changed its form, GlobalMaxPool never did.
    private static string LogSum(OnnxGraph graph, string logits, string side, int count)
    {
        if (count == 1)
        {
            return logits;
        }

        var plane = graph.Node("Reshape", side + "_plane", [logits, graph.Integers(side + "_plane_shape", -1, 1, 1, count)]);
        var most = graph.Node("Reshape", side + "_most", [graph.Node("GlobalMaxPool", side + "_pooled", [plane]), graph.Integers(side + "_most_shape", -1, 1)]);
        var powers = graph.Node("Exp", side + "_powers", [graph.Node("Sub", side + "_lowered", [logits, most])]);
        var ones = new float[count];
        Array.Fill(ones, 1f);
        var sum = graph.Node("MatMul", side + "_sum", [powers, graph.Constant(side + "_ones", ones, count, 1)]);
        return graph.Node("Add", side + "_log_sum", [graph.Node("Log", side + "_log", [sum]), most]);
    }
}
