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
    private const int HalfTensor = 10;
    private const long IrVersion = 8;
    private const long OperatorSet = 17;

    /// <summary>The long name of the domain that has none.</summary>
    private const string DefaultDomain = "ai.onnx";

    /// <summary>Operators changed their meaning too often before it.</summary>
    private const long OldestOperatorSet = 11;

    private readonly ModelProto _model;

    public OnnxGraph(string name)
    {
        _model = new ModelProto { IrVersion = IrVersion, ProducerName = "DefectVision", Graph = new GraphProto { Name = name } };
        _model.OpsetImport.Add(new OperatorSetIdProto { Domain = string.Empty, Version = OperatorSet });
    }

    /// <summary>A graph of the operator sets that another model was written for, so that its nodes mean here what they mean there.</summary>
    internal OnnxGraph(string name, ModelProto like)
    {
        _model = new ModelProto { IrVersion = Math.Max(IrVersion, like.IrVersion), ProducerName = "DefectVision", Graph = new GraphProto { Name = name } };
        _model.OpsetImport.Add(like.OpsetImport.Select(set => new OperatorSetIdProto { Domain = set.Domain == DefaultDomain ? string.Empty : set.Domain, Version = set.Version }));
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

    /// <summary>Declares a value as output whose shape nobody knows yet.</summary>
    internal void OpenOutput(string name) => _model.Graph.Output.Add(new ValueInfoProto
    {
        Name = name,
        Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = FloatTensor } },
    });

    /// <summary>The version of the operators of the default domain that a model was written for; 0 when it names none.</summary>
    internal static long DefaultSet(ModelProto model) =>
        model.OpsetImport.Where(set => set.Domain is "" or DefaultDomain).Select(set => set.Version).DefaultIfEmpty(0).Max();

    /// <summary>A constant float tensor.</summary>
    /// <param name="name">Unique in the graph.</param>
    /// <param name="data">Values in row-major order; their number is the product of <paramref name="shape"/>.</param>
    public string Constant(string name, ReadOnlySpan<float> data, params ReadOnlySpan<long> shape) =>
        Constant(name, FloatTensor, MemoryMarshal.AsBytes(data), shape);

    /// <summary>A constant tensor of 16-bit floats, for what the file carries and no node reads.</summary>
    public string Halves(string name, ReadOnlySpan<Half> data, params ReadOnlySpan<long> shape) => Constant(name, HalfTensor, MemoryMarshal.AsBytes(data), shape);

    /// <summary>A constant vector of 64-bit integers, for axes and shapes.</summary>
    public string Integers(string name, params ReadOnlySpan<long> values) =>
        Constant(name, Int64Tensor, MemoryMarshal.AsBytes(values), values.Length);

    /// <summary>Adds an operator of the default domain with one output, which has the given name.</summary>
    public string Node(string operation, string output, ReadOnlySpan<string> inputs, params ReadOnlySpan<(string Name, object Value)> attributes) =>
        Node(operation, output, inputs, [output], attributes);

    /// <summary>Adds an operator of another domain with one output, which has the given name.</summary>
    /// <param name="domain">As its standard names it, such as ai.onnx.ml.</param>
    /// <param name="version">Of its operators; one graph holds one version of a domain.</param>
    public string NodeOf(string domain, long version, string operation, string output, ReadOnlySpan<string> inputs, params ReadOnlySpan<(string Name, object Value)> attributes)
    {
        if (_model.OpsetImport.FirstOrDefault(set => set.Domain == domain) is not { } present)
        {
            _model.OpsetImport.Add(new OperatorSetIdProto { Domain = domain, Version = version });
        }
        else if (present.Version != version)
        {
            throw new ArgumentException(FormattableString.Invariant($"{operation}: found operators of {domain} in version {present.Version}, wanted {version}"));
        }

        Node(operation, output, inputs, attributes);
        _model.Graph.Node[^1].Domain = domain;
        return output;
    }

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

    /// <summary>Takes over the nodes and constants of another model, fed by a value of this graph. Gives the names of its outputs here.</summary>
    /// <param name="file">An ONNX model with one input.</param>
    /// <param name="prefix">Put before every name, so that none is met twice.</param>
    /// <param name="input">The value that takes the place of the model's input.</param>
    /// <exception cref="ModelException">It has more than one input, or was written for operators newer than this graph's.</exception>
    public IReadOnlyList<string> Append(byte[] file, string prefix, string input)
    {
        var other = ModelProto.Parser.ParseFrom(file);
        return Append(other, prefix, input, [.. other.Graph.Output.Select(value => value.Name)]);
    }

    /// <summary>Takes over what another model needs to give the values named in <paramref name="ends"/>. Gives their names here.</summary>
    /// <exception cref="ModelException">As above.</exception>
    internal IReadOnlyList<string> Append(ModelProto other, string prefix, string input, IReadOnlyList<string> ends)
    {
        var inputs = GraphParts.Inputs(other.Graph).Select(value => value.Name).ToList();
        var (own, version) = (DefaultSet(_model), DefaultSet(other));
        if (inputs.Count != 1 || (version != own && version is < OldestOperatorSet or > OperatorSet))
        {
            throw new ModelException(FormattableString.Invariant($"{prefix}: found a network with {inputs.Count} inputs and operator set {version}, wanted one input and a set of {OldestOperatorSet} to {OperatorSet}"));
        }

        var needed = GraphParts.NeededFor(other.Graph, ends);
        foreach (var tensor in other.Graph.Initializer.Where(tensor => needed.Names.Contains(tensor.Name)))
        {
            var taken = tensor.Clone();
            taken.Name = Here(tensor.Name);
            _model.Graph.Initializer.Add(taken);
        }

        foreach (var node in needed.Nodes)
        {
            var taken = node.Clone();
            GraphParts.Rename(taken, Here);
            taken.Name = FormattableString.Invariant($"{prefix}{_model.Graph.Node.Count}");
            _model.Graph.Node.Add(taken);
        }

        foreach (var set in other.OpsetImport.Where(set => set.Domain is not ("" or DefaultDomain) && _model.OpsetImport.All(present => present.Domain != set.Domain)))
        {
            _model.OpsetImport.Add(set.Clone());
        }

        _model.Functions.Add(other.Functions);
        return [.. ends.Select(Here)];

        string Here(string name) => name == inputs[0] ? input : name.Length == 0 ? name : prefix + name;
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
            case string text:
                attribute.S = ByteString.CopyFromUtf8(text);
                attribute.Type = AttributeProto.Types.AttributeType.String;
                break;
            case long[] wholes:
                attribute.Ints.Add(wholes);
                attribute.Type = AttributeProto.Types.AttributeType.Ints;
                break;
            case float[] reals:
                attribute.Floats.Add(reals);
                attribute.Type = AttributeProto.Types.AttributeType.Floats;
                break;
            case string[] texts:
                attribute.Strings.Add(texts.Select(ByteString.CopyFromUtf8));
                attribute.Type = AttributeProto.Types.AttributeType.Strings;
                break;
            default:
                throw new ArgumentException($"{name}: found an attribute of type {value.GetType().Name}, wanted long, float, string or a list of these");
        }

        return attribute;
    }

    private static ValueInfoProto Value(string name, ReadOnlySpan<long> shape)
    {
        var dimensions = new TensorShapeProto();
        for (var axis = 0; axis < shape.Length; axis++)
        {
            // Open sides of one name would have to be equal.
            dimensions.Dim.Add(shape[axis] > 0
                ? new TensorShapeProto.Types.Dimension { DimValue = shape[axis] }
                : new TensorShapeProto.Types.Dimension { DimParam = axis == 0 ? "N" : FormattableString.Invariant($"open_{name}_{axis}") });
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
