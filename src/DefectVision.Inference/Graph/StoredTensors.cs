using System.Runtime.InteropServices;
using DefectVision.Inference.Graph.Format;
using Google.Protobuf;

namespace DefectVision.Inference.Graph;

/// <summary>The constants and texts of an ONNX file, read without running it.</summary>
public sealed class StoredTensors
{
    private readonly string _name;
    private readonly ILookup<string, TensorProto> _tensors;
    private readonly ILookup<string, string> _texts;

    private StoredTensors(ModelProto model, string name)
    {
        _name = name;
        _tensors = (model.Graph ?? throw new ModelException($"{name}: found no network in it, wanted an ONNX model")).Initializer.ToLookup(tensor => tensor.Name, StringComparer.Ordinal);
        _texts = model.MetadataProps.ToLookup(text => text.Key, text => text.Value, StringComparer.Ordinal);
    }

    /// <exception cref="ModelException">The file is no ONNX model.</exception>
    public static StoredTensors Of(byte[] file, string name)
    {
        try
        {
            return new StoredTensors(ModelProto.Parser.ParseFrom(file), name);
        }
        catch (InvalidProtocolBufferException fault)
        {
            throw new ModelException($"{name}: found a file that is no ONNX model, wanted one", fault);
        }
    }

    /// <summary>A text attached to the file; null when there is none of that key.</summary>
    /// <exception cref="ModelException">There are several.</exception>
    public string? Text(string key) => Only(_texts, key);

    /// <summary>A matrix of 32-bit floats, a row for each step of its first side; null when there is no such constant.</summary>
    /// <exception cref="ModelException">There are several, or it holds other numbers than its sides say.</exception>
    public IReadOnlyList<float[]>? Rows(string name) => Only(_tensors, name) is { } tensor ? Split(MemoryMarshal.Cast<byte, float>(tensor.RawData.Span), tensor) : null;

    /// <summary>The same of 16-bit floats.</summary>
    /// <inheritdoc cref="Rows" path="/exception"/>
    public IReadOnlyList<Half[]>? HalfRows(string name) => Only(_tensors, name) is { } tensor ? Split(MemoryMarshal.Cast<byte, Half>(tensor.RawData.Span), tensor) : null;

    private T? Only<T>(ILookup<string, T> all, string name)
        where T : class => all[name].Take(2).ToList() switch
        {
            [] => null,
            [var only] => only,
            _ => throw new ModelException($"{_name}: found '{name}' twice, wanted it once"),
        };

    // The sides say how many values there are; a file may say anything.
    private List<T[]> Split<T>(ReadOnlySpan<T> values, TensorProto tensor)
    {
        if (tensor.Dims.Count == 0 || tensor.Dims.Any(side => side < 1) || tensor.Dims.Aggregate(1.0, (product, side) => product * side) != values.Length)
        {
            throw new ModelException(FormattableString.Invariant($"{_name}: found {values.Length} values in '{tensor.Name}' of {string.Join(" x ", tensor.Dims)}, wanted as many as its sides say"));
        }

        var (count, length) = ((int)tensor.Dims[0], values.Length / (int)tensor.Dims[0]);
        var rows = new List<T[]>(count);
        for (var row = 0; row < count; row++)
        {
            rows.Add(values.Slice(row * length, length).ToArray());
        }

        return rows;
    }
}
