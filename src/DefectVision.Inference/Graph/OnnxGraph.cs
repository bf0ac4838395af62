using System.Runtime.InteropServices;
using DefectVision.Inference.Graph.Format;
using Google.Protobuf;

namespace DefectVision.Inference.Graph;

/// <summary>
/// An ONNX graph under construction: 32-bit float tensors, nodes in the order they are added. Every method that makes a value returns its name.
/// The same calls give the same bytes.
/// </summary>
public sealed class OnnxGraph
{
    private const int FloatTensor = 1;
    private const int Int64Tensor = 7;
    private const long IrVersion = 8;
    private const long OperatorSet = 17;
    private readonly ModelProto _model;

    public OnnxGraph(string name)
    {
        _model = new ModelProto { IrVersion = IrVersion, ProducerName = "DefectVision", Graph = new GraphProto { Name = name } };
        _model.OpsetImport.Add(new OperatorSetIdProto { Domain = string.Empty, Version = OperatorSet });
    }

    private OnnxGraph(ModelProto model) => _model = model;

    /// <summary>A copy that can grow without changing this one.</summary>
    public OnnxGraph Copy() => new(_model.Clone());

    /// <summary>Declares an input. A dimension of 0 or less is left open.</summary>
    public string Input(string name, params ReadOnlySpan<long> shape)
    {
        _model.Graph.Input.Add(Value(name, shape));
        return name;
    }

    /// <summary>Declares a value as output. A dimension of 0 or less is left open.</summary>
    public void Output(string name, params ReadOnlySpan<long> shape) => _model.Graph.Output.Add(Value(name, shape));

    /// <summary>A constant float tensor.</summary>
    /// <param name="name">Unique in the graph.</param>
    /// <param name="data">Values in row-major order; their number is the product of <paramref name="shape"/>.</param>
    public string Constant(string name, ReadOnlySpan<float> data, params ReadOnlySpan<long> shape) =>
        Constant(name, FloatTensor, MemoryMarshal.AsBytes(data), shape);

    /// <summary>A constant vector of 64-bit integers, for axes and shapes.</summary>
    public string Integers(string name, params ReadOnlySpan<long> values) =>
        Constant(name, Int64Tensor, MemoryMarshal.AsBytes(values), values.Length);

    /// <summary>Adds an operator of the default domain with one output, which has the given name.</summary>
    public string Node(string operation, string output, ReadOnlySpan<string> inputs, params ReadOnlySpan<(string Name, object Value)> attributes) =>
        Node(operation, output, inputs, [output], attributes);

    /// <summary>Adds an operator with several outputs; gives the name of the first.</summary>
    public string Node(string operation, string name, ReadOnlySpan<string> inputs, ReadOnlySpan<string> outputs, params ReadOnlySpan<(string Name, object Value)> attributes)
    {
        var node = new NodeProto { OpType = operation, Name = name };
        foreach (var input in inputs)
        {
            node.Input.Add(input);
        }

        foreach (var output in outputs)
        {
            node.Output.Add(output);
        }

        foreach (var (attribute, value) in attributes)
        {
            node.Attribute.Add(Attribute(attribute, value));
        }

        _model.Graph.Node.Add(node);
        return outputs[0];
    }

    /// <summary>Attaches a text to the file.</summary>
    public void Metadata(string key, string value) => _model.MetadataProps.Add(new StringStringEntryProto { Key = key, Value = value });

    /// <summary>The file's bytes.</summary>
    public byte[] ToBytes() => _model.ToByteArray();

    private static AttributeProto Attribute(string name, object value)
    {
        var attribute = new AttributeProto { Name = name };
        switch (value)
        {
            case long whole:
                attribute.I = whole;
                attribute.Type = AttributeProto.Types.AttributeType.Int;
                break;
            case float real:
                attribute.F = real;
                attribute.Type = AttributeProto.Types.AttributeType.Float;
                break;
            case long[] wholes:
                attribute.Ints.Add(wholes);
                attribute.Type = AttributeProto.Types.AttributeType.Ints;
                break;
            default:
                throw new ArgumentException($"{name}: found an attribute of type {value.GetType().Name}, wanted long, float or long[]");
        }

        return attribute;
    }

    private static ValueInfoProto Value(string name, ReadOnlySpan<long> shape)
    {
        var dimensions = new TensorShapeProto();
        foreach (var side in shape)
        {
            dimensions.Dim.Add(side > 0
                ? new TensorShapeProto.Types.Dimension { DimValue = side }
                : new TensorShapeProto.Types.Dimension { DimParam = "N" });
        }

        return new ValueInfoProto
        {
            Name = name,
            Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = FloatTensor, Shape = dimensions } },
        };
    }

    private string Constant(string name, int type, ReadOnlySpan<byte> raw, params ReadOnlySpan<long> shape)
    {
        var tensor = new TensorProto { Name = name, DataType = type, RawData = ByteString.CopyFrom(raw) };
        foreach (var side in shape)
        {
            tensor.Dims.Add(side);
        }

        _model.Graph.Initializer.Add(tensor);
        return name;
    }
}
