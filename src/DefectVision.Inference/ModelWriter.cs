using DefectVision.Inference.Graph;
using DefectVision.Inference.Loading;

namespace DefectVision.Inference;

/// <summary>Binds a graph and its contract into one ONNX file.</summary>
public static class ModelWriter
{
    /// <summary>Records the golden vectors from the graph itself and gives the file's bytes.</summary>
    /// <param name="graph">Has the input and outputs that <see cref="ModelContract"/> names.</param>
    /// <param name="contract">Its golden vectors are ignored and made anew.</param>
    /// <exception cref="ModelException">The graph does not keep the contract, or gives no finite numbers.</exception>
    public static byte[] Bind(OnnxGraph graph, ModelContract contract)
    {
        var unproven = contract with { GoldenVectors = [new GoldenVector(0, 0, [])] };
        using var model = Model.Open(With(graph, unproven), contract.Name);
        return With(graph, contract with { GoldenVectors = GoldenCheck.Record(model) });
    }

    private static byte[] With(OnnxGraph graph, ModelContract contract)
    {
        var bound = graph.Copy();
        bound.Metadata(ModelContract.MetadataKey, ContractReader.Write(contract));
        return bound.ToBytes();
    }
}
