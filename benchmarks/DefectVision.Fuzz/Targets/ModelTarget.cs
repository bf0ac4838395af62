using DefectVision.Fixtures;
using DefectVision.Inference;
using DefectVision.Inference.Foreign;
using DefectVision.Inference.Graph;
using DefectVision.Inference.Loading;

namespace DefectVision.Fuzz.Targets;

/// <summary>
/// A model: the contract alone as JSON, which is put into a good graph, or a whole ONNX file, as a model of ours, as a foreign one and as one to learn on from; of these none is run. It ends by
/// <see cref="ModelException"/> where it is none.
/// </summary>
internal static class ModelTarget
{
    public static FuzzTarget Make()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("fuzz-model").FullName, "model.onnx");
        return new FuzzTarget("model", input => Read(file, input));
    }

    private static void Read(string file, byte[] input)
    {
        if (input is [(byte)'{', ..])
        {
            Refused(() => ModelOf(input));
            return;
        }

        File.WriteAllBytes(file, input);
        Refused(() => Model.Open(input, "model.onnx").Dispose());
        Refused(() => ForeignNetwork.Read(file).OutputNamed(null));
        Refused(() => Stored(StoredTensors.Of(input, "model.onnx")));
    }

    private static void ModelOf(byte[] contract)
    {
        var graph = TinyModel.Graph();
        graph.Metadata(ModelContract.MetadataKey, System.Text.Encoding.UTF8.GetString(contract));
        using var model = Model.Open(graph.ToBytes(), "model.onnx");
        GoldenCheck.Run(model, "model.onnx");
    }

    private static void Stored(StoredTensors tensors)
    {
        tensors.Text(ModelContract.MetadataKey);
        tensors.Rows("score_weights");
        tensors.HalfRows("score_weights");
    }

    private static void Refused(Action read)
    {
        try
        {
            read();
        }
        catch (ModelException)
        {
            // What is no model is refused.
        }
    }
}
