using System.Runtime.InteropServices;
using System.Text;

namespace DefectVision.Fixtures;

/// <summary>
/// Writes ONNX files field by field, as other people's exporters do, and shares no code with the product that reads them.
/// Field numbers: onnx.proto of ONNX 1.12.
/// </summary>
internal sealed class OnnxFile
{
    public const int Single = 1;
    public const int Byte = 2;
    public const int Long = 7;
    public const int Bool = 9;
    public const int Half = 10;
    private const int Text = 8;
    private readonly List<byte> _graph = new();
    private readonly List<byte> _more = new();

    public OnnxFile Node(string operation, string[] inputs, string[] outputs, params (string Name, object Value)[] attributes)
    {
        var node = new List<byte>();
        foreach (var input in inputs)
            Put(node, 1, input);
        foreach (var output in outputs)
            Put(node, 2, output);
        Put(node, 4, operation);
        foreach (var (name, value) in attributes)
            Put(node, 5, Attribute(name, value));
        if (operation == "ZipMap")
            Put(node, 7, "ai.onnx.ml");
        Put(_graph, 1, node);
        return this;
    }

    /// <summary>A constant of floats.</summary>
    public OnnxFile Floats(string name, long[] shape, params float[] values) => Tensor(name, Single, shape, MemoryMarshal.AsBytes<float>(values).ToArray());

    /// <summary>A constant vector of whole numbers.</summary>
    public OnnxFile Longs(string name, params long[] values) => Tensor(name, Long, [values.Length], MemoryMarshal.AsBytes<long>(values).ToArray());

    /// <summary>A constant of floats that lies in another file.</summary>
    /// <param name="told">Where: location, offset, length.</param>
    public OnnxFile External(string name, long[] shape, params (string Key, string Value)[] told)
    {
        var tensor = new List<byte>();
        foreach (var side in shape)
            Put(tensor, 1, side);
        Put(tensor, 2, Single);
        Put(tensor, 8, name);
        foreach (var (key, value) in told)
            Put(tensor, 13, Entry(key, value));
        Put(tensor, 14, 1);
        Put(_graph, 5, tensor);
        return this;
    }

    /// <summary>Declares an input; a side of 0 is open.</summary>
    public OnnxFile Input(string name, int type, params long[] shape) => Value(11, name, TensorType(type, shape));

    /// <summary>Declares an output; a side of 0 is open.</summary>
    public OnnxFile Output(string name, int type, params long[] shape) => Value(12, name, TensorType(type, shape));

    /// <summary>Declares an output of the type that a ZipMap gives: a sequence of maps from text to float.</summary>
    public OnnxFile OutputOfMaps(string name)
    {
        List<byte> map = new(), inner = new(), sequence = new(), outer = new();
        Put(map, 1, Text);
        Put(map, 2, TensorType(Single, []));
        Put(inner, 5, map);
        Put(sequence, 1, inner);
        Put(outer, 4, sequence);
        return Value(12, name, outer);
    }

    /// <summary>Declares an output that is a sequence of float tensors.</summary>
    public OnnxFile OutputOfTensors(string name)
    {
        List<byte> sequence = new(), outer = new();
        Put(sequence, 1, TensorType(Single, []));
        Put(outer, 4, sequence);
        return Value(12, name, outer);
    }

    public OnnxFile Metadata(string key, string value)
    {
        Put(_more, 14, Entry(key, value));
        return this;
    }

    /// <param name="operatorSet">Of the default domain.</param>
    /// <param name="format">The IR version.</param>
    public byte[] ToBytes(int operatorSet = 17, int format = 8)
    {
        var model = new List<byte>();
        Put(model, 1, format);
        Put(model, 2, "somebody else");
        Put(_graph, 2, "foreign");
        Put(model, 7, _graph);
        Put(model, 8, Set(string.Empty, operatorSet));
        Put(model, 8, Set("ai.onnx.ml", 1));
        model.AddRange(_more);
        return model.ToArray();
    }

    private static List<byte> Entry(string key, string value)
    {
        var entry = new List<byte>();
        Put(entry, 1, key);
        Put(entry, 2, value);
        return entry;
    }

    private static List<byte> Set(string domain, int version)
    {
        var set = new List<byte>();
        Put(set, 1, domain);
        Put(set, 2, version);
        return set;
    }

    private static List<byte> Attribute(string name, object value)
    {
        var attribute = new List<byte>();
        Put(attribute, 1, name);
        switch (value)
        {
            case long whole:
                Put(attribute, 3, whole);
                Put(attribute, 20, 2);
                break;
            case OnnxFile graph:
                Put(graph._graph, 2, "inside");
                Put(attribute, 6, graph._graph);
                Put(attribute, 20, 5);
                break;
            case long[] wholes:
                foreach (var one in wholes)
                    Put(attribute, 8, one);
                Put(attribute, 20, 7);
                break;
            case string[] texts:
                foreach (var text in texts)
                    Put(attribute, 9, text);
                Put(attribute, 20, 8);
                break;
            default:
                throw new ArgumentException($"{name}: found {value.GetType().Name}");
        }

        return attribute;
    }

    private OnnxFile Tensor(string name, int type, long[] shape, byte[] raw)
    {
        var tensor = new List<byte>();
        foreach (var side in shape)
            Put(tensor, 1, side);
        Put(tensor, 2, type);
        Put(tensor, 8, name);
        Put(tensor, 9, raw);
        Put(_graph, 5, tensor);
        return this;
    }

    private OnnxFile Value(int field, string name, List<byte> type)
    {
        var value = new List<byte>();
        Put(value, 1, name);
        Put(value, 2, type);
        Put(_graph, field, value);
        return this;
    }

    private static List<byte> TensorType(int type, long[] shape)
    {
        List<byte> outer = new(), tensor = new(), sides = new();
        foreach (var side in shape)
        {
            var dimension = new List<byte>();
            if (side > 0)
                Put(dimension, 1, side);
            else
                Put(dimension, 2, FormattableString.Invariant($"open_{sides.Count}"));
            Put(sides, 1, dimension);
        }

        Put(tensor, 1, type);
        if (shape.Length > 0)
            Put(tensor, 2, sides);
        Put(outer, 1, tensor);
        return outer;
    }

    private static void Put(List<byte> to, int field, long value)
    {
        Varint(to, (ulong)field << 3);
        Varint(to, (ulong)value);
    }

    private static void Put(List<byte> to, int field, string text) => Put(to, field, Encoding.UTF8.GetBytes(text));

    private static void Put(List<byte> to, int field, List<byte> message) => Put(to, field, message.ToArray());

    private static void Put(List<byte> to, int field, byte[] bytes)
    {
        Varint(to, ((ulong)field << 3) | 2);
        Varint(to, (ulong)bytes.Length);
        to.AddRange(bytes);
    }

    private static void Varint(List<byte> to, ulong value)
    {
        for (; value > 127; value >>= 7)
            to.Add((byte)(value | 128));
        to.Add((byte)value);
    }
}
