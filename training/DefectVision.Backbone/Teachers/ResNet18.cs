using System.Reflection;
using System.Runtime.InteropServices;
using DefectVision.Inference;
using DefectVision.Inference.Graph;
using DefectVision.Inference.Graph.Format;
using DefectVision.Statistics;
using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;

namespace DefectVision.Backbone.Teachers;

/// <summary>
/// The ResNet-18 (He et al. 2016, CVPR) that ML.NET's package Microsoft.ML.DnnImageFeaturizer.ResNet18 brings, cut behind its third stage: maps of strides 8 and 16 with
/// 128 and 256 channels, for photos of any size. The norms are folded into the convolutions, because they are written for operators older than ours.
/// </summary>
internal static class ResNet18
{
    /// <summary>Its last values at each stride in the package's file.</summary>
    private static readonly (string Value, string Output, int Channels)[] Ends = [("ReLU315_Output_0", "stride_8", 128), ("ReLU347_Output_0", "stride_16", 256)];

    /// <summary>What the package's own preparation takes off each channel, blue first; it does so by a picture of 224 x 224, of which this is the mean.</summary>
    private static readonly float[] Means = [103.9f, 116.8f, 123.7f];

    private const int WholeSide = 224;
    private const double Tolerance = 1e-4;

    /// <summary>The file in the restored package, as the build found it.</summary>
    public static string PackagedFile => typeof(ResNet18).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(about => about.Key == nameof(ResNet18)).Value!;

    /// <summary>The cut network as an ONNX file.</summary>
    /// <param name="file">The package's file.</param>
    /// <exception cref="InvalidDataException">It is another network.</exception>
    public static byte[] Cut(byte[] file)
    {
        var whole = ModelProto.Parser.ParseFrom(file).Graph;
        var constants = whole.Initializer.ToDictionary(tensor => tensor.Name, StringComparer.Ordinal);
        var input = GraphParts.Inputs(whole).Single().Name;
        var graph = new OnnxGraph("resnet18");
        graph.Node("Sub", input, [graph.Input("photo", 1, 3, 0, 0), graph.Constant("means", Means, 1, 3, 1, 1)]);
        var nodes = GraphParts.NeededFor(whole, Ends.Select(end => end.Value)).Nodes;
        foreach (var node in nodes)
        {
            switch (node.OpType)
            {
                case "Conv":
                    Fold(graph, node, nodes.Single(next => next.Input[0] == node.Output[0]), constants);
                    break;
                case "BatchNormalization":
                    break;
                case "Relu" or "Add" or "MaxPool":
                    graph.Node(node.OpType, node.Output[0], [.. node.Input], Shape(node));
                    break;
                default:
                    throw new InvalidDataException($"{node.Name}: found operator {node.OpType}, wanted those of a residual network");
            }
        }

        foreach (var (value, output, channels) in Ends)
        {
            graph.Output(graph.Node("Identity", output, [value]), 1, channels, 0, 0);
        }

        graph.Metadata("preprocess", "BGR 0..255");
        graph.Metadata(FeatureNetwork.DistancesKey, FeatureNetwork.PlainDistances);
        graph.Metadata("source", "Microsoft.ML.DnnImageFeaturizer.ResNet18 0.23.1");
        graph.Metadata("licence", "MIT");
        return graph.ToBytes();
    }

    /// <summary>The largest difference between the maps of the cut network and the same values of the whole one, on noise of the size that the whole one takes.</summary>
    /// <param name="file">The package's file.</param>
    /// <param name="cut">From <see cref="Cut"/>.</param>
    /// <exception cref="InvalidDataException">It is more than rounding.</exception>
    public static double Verify(byte[] file, byte[] cut)
    {
        var whole = ModelProto.Parser.ParseFrom(file);
        whole.Graph.Output.Clear();
        whole.Graph.Output.Add(Ends.Select(end => new ValueInfoProto { Name = end.Value, Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = 1 } } }));
        var noise = new PinnedGenerator(1, stream: 0);
        var photo = Enumerable.Range(0, 3 * WholeSide * WholeSide).Select(_ => (float)(255 * noise.NextDouble())).ToArray();
        var prepared = photo.Select((value, at) => value - Means[at / (WholeSide * WholeSide)]).ToArray();
        var (found, expected) = (Maps(cut, photo), Maps(whole.ToByteArray(), prepared));
        var largest = found.Zip(expected).Max(map => map.First.Zip(map.Second).Max(pair => Math.Abs(pair.First - pair.Second)) / map.Second.Max(Math.Abs));
        return largest <= Tolerance ? largest : throw new InvalidDataException(FormattableString.Invariant($"the cut network: found a difference of {largest} of the largest value from the whole one, wanted at most {Tolerance}"));
    }

    private static IReadOnlyList<float[]> Maps(byte[] network, float[] photo)
    {
        using var session = new InferenceSession(network);
        using var run = new RunOptions();
        using var input = OrtValue.CreateTensorValueFromMemory(photo, [1, 3, WholeSide, WholeSide]);
        using var outputs = session.Run(run, session.InputNames, [input], session.OutputNames);
        return [.. outputs.Select(output => output.GetTensorDataAsSpan<float>().ToArray())];
    }

    private static void Fold(OnnxGraph graph, NodeProto convolution, NodeProto norm, IReadOnlyDictionary<string, TensorProto> constants)
    {
        var kernel = constants[convolution.Input[1]];
        var weights = Values(kernel);
        float[] scale = Of(1), shift = Of(2), mean = Of(3), variance = Of(4);
        var epsilon = norm.Attribute.Single(attribute => attribute.Name == "epsilon").F;
        var each = weights.Length / scale.Length;
        for (var to = 0; to < scale.Length; to++)
        {
            var factor = scale[to] / MathF.Sqrt(variance[to] + epsilon);
            shift[to] -= factor * mean[to];
            for (var at = 0; at < each; at++)
            {
                weights[(to * each) + at] *= factor;
            }
        }

        graph.Node(
            "Conv",
            norm.Output[0],
            [convolution.Input[0], graph.Constant(kernel.Name, weights, [.. kernel.Dims]), graph.Constant(kernel.Name + "_bias", shift, shift.Length)],
            Shape(convolution));

        float[] Of(int at) => Values(constants[norm.Input[at]]);
    }

    private static (string Name, object Value)[] Shape(NodeProto node) =>
        [.. node.Attribute.Where(attribute => attribute.Name is "kernel_shape" or "strides" or "pads").Select(attribute => (attribute.Name, (object)attribute.Ints.ToArray()))];

    private static float[] Values(TensorProto tensor) => tensor.FloatData.Count > 0 ? [.. tensor.FloatData] : MemoryMarshal.Cast<byte, float>(tensor.RawData.Span).ToArray();
}
