using System.Runtime.InteropServices;
using DefectVision.Inference.Graph.Format;
using Google.Protobuf;

namespace DefectVision.Inference.Graph;

/// <summary>The constants and texts of an ONNX file, read without running it.</summary>
public sealed class StoredTensors
{
    private readonly Dictionary<string, TensorProto> _tensors;
    private readonly Dictionary<string, string> _texts;

    private StoredTensors(ModelProto model)
    {
        _tensors = model.Graph.Initializer.ToDictionary(tensor => tensor.Name, StringComparer.Ordinal);
        _texts = model.MetadataProps.ToDictionary(text => text.Key, text => text.Value, StringComparer.Ordinal);
    }

    /// <exception cref="ModelException">The file is no ONNX model.</exception>
    public static StoredTensors Of(byte[] file, string name)
    {
        try
        {
            return new StoredTensors(ModelProto.Parser.ParseFrom(file));
        }
        catch (InvalidProtocolBufferException fault)
        {
            throw new ModelException($"{name}: found a file that is no ONNX model, wanted one", fault);
        }
    }

    /// <summary>A text attached to the file; null when there is none of that key.</summary>
    public string? Text(string key) => _texts.GetValueOrDefault(key);

    /// <summary>A matrix of 32-bit floats, a row for each step of its first side; null when there is no such constant.</summary>
    public IReadOnlyList<float[]>? Rows(string name) => _tensors.TryGetValue(name, out var tensor) ? Split(MemoryMarshal.Cast<byte, float>(tensor.RawData.Span), tensor) : null;

    /// <summary>The same of 16-bit floats.</summary>
    public IReadOnlyList<Half[]>? HalfRows(string name) => _tensors.TryGetValue(name, out var tensor) ? Split(MemoryMarshal.Cast<byte, Half>(tensor.RawData.Span), tensor) : null;

    private static List<T[]> Split<T>(ReadOnlySpan<T> values, TensorProto tensor)
    {
        var count = (int)tensor.Dims[0];
        var length = count == 0 ? 0 : values.Length / count;
        var rows = new List<T[]>(count);
        for (var row = 0; row < count; row++)
        {
            rows.Add(values.Slice(row * length, length).ToArray());
        }

        return rows;
    }
}
