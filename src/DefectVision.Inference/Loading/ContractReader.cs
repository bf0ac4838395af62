using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.ML.OnnxRuntime;

namespace DefectVision.Inference.Loading;

/// <summary>The contract as JSON in the metadata of an ONNX file.</summary>
internal static class ContractReader
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new TallyConverter(), new PhotoDigestsConverter() },
    };

    public static string Write(ModelContract contract) => JsonSerializer.Serialize(contract, Json);

    /// <exception cref="ModelException">No contract, a broken one, or one that the graph does not keep.</exception>
    public static ModelContract Read(InferenceSession session, string name)
    {
        if (!Texts(session, name).TryGetValue(ModelContract.MetadataKey, out var text))
        {
            throw new ModelException(
                $"{name}: found an ONNX file without metadata '{ModelContract.MetadataKey}', wanted a model that carries its contract (made by `train`)");
        }

        ModelContract contract;
        try
        {
            contract = JsonSerializer.Deserialize<ModelContract>(text, Json) ?? throw new JsonException("the contract is null");
        }
        catch (JsonException fault)
        {
            throw new ModelException($"{name}: its contract is broken: {fault.Message}", fault);
        }

        Check(contract.Schema == ModelContract.CurrentSchema, $"contract '{contract.Schema}'", $"'{ModelContract.CurrentSchema}'");
        Check(contract.DefectClasses.Count >= 1, "no defect class", "at least one");
        Check(contract.GoldenVectors.Count >= 1, "no golden vector", "at least one");
        Check(contract.GoldenVectors.All(vector => vector is not null), "a golden vector that is null", "an input and its outputs");
        Check(!contract.DefectClasses.Concat(contract.Limits).Any(string.IsNullOrWhiteSpace), "a defect class or a limit without a word", "words");
        Check(double.IsFinite(contract.OperatingPoint.Threshold), "a threshold that is no number", "a finite one");
        try
        {
            contract.Input.Validate();
        }
        catch (ArgumentException fault)
        {
            throw new ModelException($"{name}: {fault.Message}", fault);
        }

        CheckTensor(session.InputMetadata, ModelContract.PhotoInput, 3, contract.Input.Height, contract.Input.Width);
        CheckTensor(session.OutputMetadata, ModelContract.ScoreOutput, 1);
        CheckTensor(session.OutputMetadata, ModelContract.LogitsOutput, contract.DefectClasses.Count);
        if (contract.Anomaly is { } scale)
        {
            CheckTensor(session.OutputMetadata, ModelContract.AnomalyScoreOutput, 1);
            Check(scale.To > scale.From, FormattableString.Invariant($"an anomaly scale from {scale.From} to {scale.To}"), "one that rises");
        }

        if (contract.Familiar is { } familiar)
        {
            CheckTensor(session.OutputMetadata, ModelContract.StrangenessOutput, 1);
            Check(familiar.MostStrange is > 0 and < 1, FormattableString.Invariant($"goods known up to a share of {familiar.MostStrange}"), "a share between 0 and 1");
        }

        return contract;

        void Check(bool holds, string found, string wanted)
        {
            if (!holds)
            {
                throw new ModelException($"{name}: found {found}, wanted {wanted}");
            }
        }

        void CheckTensor(IReadOnlyDictionary<string, NodeMetadata> values, string tensor, params int[] sides)
        {
            Check(values.TryGetValue(tensor, out var value), $"no tensor '{tensor}'", "it in the graph");
            var found = value!.Dimensions.Skip(1);
            Check(found.SequenceEqual(sides), $"'{tensor}' of {string.Join(" x ", found)}", string.Join(" x ", sides));
        }
    }

    private static Dictionary<string, string> Texts(InferenceSession session, string name)
    {
        try
        {
            return session.ModelMetadata.CustomMetadataMap;
        }
        catch (NullReferenceException fault)
        {
            // The library cuts such a key off, looks it up again, and does not find it.
            throw new ModelException($"{name}: found metadata under a key with a zero byte, wanted keys that are text", fault);
        }
    }
}
