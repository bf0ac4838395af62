using System.Security.Cryptography;
using DefectVision.Inference.Graph;
using DefectVision.Inference.Graph.Format;
using DefectVision.Inference.Loading;
using Google.Protobuf;

namespace DefectVision.Inference.Foreign;

/// <summary>Somebody else's ONNX file, read and not yet run: what it takes, what it gives, what it says of itself.</summary>
public sealed class ForeignNetwork
{
    /// <summary>ONNX Runtime promises to run no older operators.</summary>
    private const long OldestOperatorSet = 7;

    /// <summary>Numbers of ONNX for its types of tensors.</summary>
    private static readonly Dictionary<int, ColourNumber> ColourNumbers = new()
    {
        [1] = ColourNumber.Bits32,
        [2] = ColourNumber.Whole,
        [10] = ColourNumber.Bits16,
        [11] = ColourNumber.Bits64,
    };

    private ForeignNetwork(string fileName, byte[] bytes, ModelProto proto, IReadOnlyList<WeightsFile> weights)
    {
        FileName = fileName;
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        Proto = proto;
        Weights = weights;
        Metadata = proto.MetadataProps.DistinctBy(entry => entry.Key).ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);
        Input = InputOf(proto.Graph, fileName);
        ClassOutputs = ClassOutputFinder.In(proto.Graph) is { Count: > 0 } found
            ? found
            : throw new ModelException($"{fileName}: found no output of numbers ({string.Join(", ", proto.Graph.Output.Select(output => output.Name))}), wanted one number for each class");
    }

    /// <summary>Without its folder.</summary>
    public string FileName { get; }

    /// <summary>Of the file, lower-case hex.</summary>
    public string Sha256 { get; }

    /// <summary>Files beside it that hold weights; none where all are inside.</summary>
    public IReadOnlyList<WeightsFile> Weights { get; }

    /// <summary>Version of the ONNX operators it was written for.</summary>
    public long OperatorSet => OnnxGraph.DefaultSet(Proto);

    /// <summary>Texts that its maker attached.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    public ForeignInput Input { get; }

    /// <summary>The outputs that can hold the numbers of its classes; at least one.</summary>
    public IReadOnlyList<ClassOutput> ClassOutputs { get; }

    internal ModelProto Proto { get; }

    /// <param name="path">The ONNX file.</param>
    /// <exception cref="FileNotFoundException">No such file.</exception>
    /// <exception cref="ModelException">It is no ONNX file that can be taken: the message says what was found and what is wanted.</exception>
    public static ForeignNetwork Read(string path)
    {
        var bytes = NetworkFile.Bytes(path);
        var name = Path.GetFileName(path);
        ModelProto proto;
        try
        {
            proto = ModelProto.Parser.ParseFrom(bytes);
        }
        catch (InvalidProtocolBufferException fault)
        {
            throw new ModelException($"{name}: found a file that is no ONNX file, wanted one ({fault.Message})", fault);
        }

        Wanted(proto.Graph is { Node.Count: > 0 }, "no network in it", "an ONNX file");
        Wanted(
            proto.MetadataProps.All(entry => entry.Key != ModelContract.MetadataKey),
            "a model that carries its contract already",
            "a foreign one; this one can be used as it is");
        var version = OnnxGraph.DefaultSet(proto);
        Wanted(version >= OldestOperatorSet, FormattableString.Invariant($"operator set {version}"), FormattableString.Invariant($"{OldestOperatorSet} or newer: export it anew"));
        return new ForeignNetwork(name, bytes, proto, ExternalWeights.TakeIn(proto, path));

        void Wanted(bool holds, string found, string wanted)
        {
            if (!holds)
            {
                throw new ModelException($"{name}: found {found}, wanted {wanted}");
            }
        }
    }

    /// <summary>The output of a name, or the only one that can be meant.</summary>
    /// <param name="name">Null: one that carries its labels, else the only one.</param>
    /// <exception cref="ModelException">There is none of that name, or several can be meant.</exception>
    public ClassOutput OutputNamed(string? name)
    {
        var meant = name is not null ? [.. ClassOutputs.Where(output => output.Name == name)]
            : ClassOutputs.Where(output => output.Labels.Count > 0).ToList() is { Count: 1 } labelled ? labelled
            : ClassOutputs;
        return meant.Count == 1
            ? meant[0]
            : throw new ModelException($"{FileName}: found {(name is null ? "several outputs that can be meant" : $"no output '{name}' of numbers")}, wanted --output with one of {string.Join(", ", ClassOutputs.Select(output => output.Name))}");
    }

    private static ForeignInput InputOf(GraphProto graph, string file)
    {
        var inputs = GraphParts.Inputs(graph).ToList();
        if (inputs is not [var input])
        {
            throw new ModelException($"{file}: found {inputs.Count} inputs ({string.Join(", ", inputs.Select(value => value.Name))}), wanted one, a photo");
        }

        var tensor = input.Type?.TensorType;
        var sides = tensor?.Shape?.Dim.Select(side => Math.Max(0, side.DimValue)).ToList() ?? [];
        if (tensor is null || !ColourNumbers.TryGetValue(tensor.ElemType, out var number))
        {
            throw new ModelException(FormattableString.Invariant($"{file}: found an input '{input.Name}' of ONNX type {tensor?.ElemType ?? 0}, wanted one of float, float16, double or uint8"));
        }

        return sides.Count == 4 && sides[0] is 0 or 1
            ? new ForeignInput(input.Name, number, sides)
            : throw new ModelException($"{file}: found an input '{input.Name}' of {(sides.Count == 0 ? "no known rank" : string.Join(" x ", sides))}, wanted 1 x 3 x height x width or 1 x height x width x 3");
    }
}
