using System.Text;
using DefectVision.Fixtures;
using DefectVision.Inference;
using DefectVision.Inference.Graph;

namespace DefectVision.Fuzz.Making;

/// <summary>Contracts as JSON, models that carry them, and a foreign classifier without one.</summary>
internal static class ModelSeeds
{
    public static IEnumerable<(string Name, byte[] File)> All()
    {
        var model = TinyModel.Bytes();
        yield return ("contract.json", Contract(model));
        yield return ("full-contract.json", Contract(ModelWriter.Bind(TinyModel.GraphWithStrangeness(TinyModel.GraphWithHeatMap()), Full)));
        yield return ("model.onnx", model);
        yield return ("foreign.onnx", Foreign());
    }

    private static ModelContract Full => TinyModel.Contract with
    {
        Anomaly = new AnomalyScale(0, 1, 0.5),
        Familiar = new Familiarity(0.5, 0.2),
    };

    private static byte[] Contract(byte[] model) => Encoding.UTF8.GetBytes(StoredTensors.Of(model, "seed").Text(ModelContract.MetadataKey)!);

    private static byte[] Foreign()
    {
        var graph = new OnnxGraph("foreign");
        var photo = graph.Input("image", 1, 3, TinyModel.Side, TinyModel.Side);
        var row = graph.Node("Flatten", "row", [graph.Node("GlobalAveragePool", "mean", [photo])]);
        graph.Node("Softmax", "classes", [graph.Node("Gemm", "numbers", [row, graph.Constant("weights", [1f, -1f, 0f, 0f, -1f, 1f], 3, 2)])]);
        graph.Output("classes", 1, 2);
        graph.Metadata("names", "{0: 'good', 1: 'hole'}");
        return graph.ToBytes();
    }
}
