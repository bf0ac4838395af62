using DefectVision.Backbone.Students;
using DefectVision.Inference.Graph;
using Microsoft.ML.OnnxRuntime;
using static TorchSharp.torch;

namespace DefectVision.Backbone.Exporting;

/// <summary>The student's body as an ONNX file: batch norm folded, height and width left open.</summary>
internal static class BackboneWriter
{
    public const string Input = "photo";

    /// <summary>Strides and outputs, in order.</summary>
    public static readonly int[] Strides = [4, 8, 16];

    private const double Tolerance = 1e-3;

    /// <summary>Name of a stage's first convolution in the file, before "_weights" and "_biases".</summary>
    public static string StageName(int stage) => FormattableString.Invariant($"stage_{Strides[stage]}");

    /// <summary>Name of a block, before "_first" and "_second".</summary>
    public static string BlockName(string stage, int block) => FormattableString.Invariant($"{stage}_block_{block}");

    /// <summary>The graph: input 1 x 3 x H x W, RGB 0 to 1; outputs stride_4, stride_8, stride_16.</summary>
    public static byte[] Write(Student student, IReadOnlyDictionary<string, string> about)
    {
        var graph = new OnnxGraph("backbone");
        var value = graph.Input(Input, 1, 3, 0, 0);

        // (x - 0.5) / 0.25 of a photo that is padded with zeros is not what the student saw: it was padded after this step. So it is a step here too.
        value = graph.Node("Mul", "scaled", [value, graph.Constant("four", [4f], 1)]);
        value = graph.Node("Sub", "centred", [value, graph.Constant("two", [2f], 1)]);
        value = Rectified(graph, Convolution(graph, student.Stem, value, "stem"), "stem");
        for (var at = 0; at < Strides.Length; at++)
        {
            var stage = student.Stages[at];
            var name = StageName(at);
            value = Rectified(graph, Convolution(graph, stage.Halving, value, name), name);
            for (var block = 0; block < stage.Blocks.Count; block++)
            {
                var part = BlockName(name, block);
                var inner = Rectified(graph, Convolution(graph, stage.Blocks[block].First, value, part + "_first"), part + "_first");
                inner = graph.Node("Add", part + "_sum", [Convolution(graph, stage.Blocks[block].Second, inner, part + "_second"), value]);
                value = Rectified(graph, inner, part);
            }

            graph.Output(graph.Node("Identity", OutputName(at), [value]), 1, Student.Channels[at + 1], 0, 0);
        }

        foreach (var (key, words) in about)
        {
            graph.Metadata(key, words);
        }

        return graph.ToBytes();
    }

    /// <summary>The largest difference between the file and the student, on noise of two unlike sizes.</summary>
    /// <exception cref="InvalidDataException">It is more than rounding.</exception>
    public static double Verify(byte[] file, Student student)
    {
        student.eval();
        using var quiet = no_grad();
        using var session = new InferenceSession(file);
        using var run = new RunOptions();
        var largest = 0.0;
        foreach (var (height, width) in new[] { (192, 192), (160, 416) })
        {
            using var scope = NewDisposeScope();
            var noise = rand(1, 3, height, width);
            var expected = student.Body(noise * 255).Select(map => map.contiguous().data<float>().ToArray()).ToArray();
            using var input = OrtValue.CreateTensorValueFromMemory(noise.data<float>().ToArray(), [1, 3, height, width]);
            using var outputs = session.Run(run, [Input], [input], [.. Strides.Select((_, at) => OutputName(at))]);
            for (var at = 0; at < expected.Length; at++)
            {
                var found = outputs[at].GetTensorDataAsSpan<float>();
                for (var place = 0; place < expected[at].Length; place++)
                {
                    largest = Math.Max(largest, Math.Abs(found[place] - expected[at][place]));
                }
            }
        }

        return largest <= Tolerance ? largest : throw new InvalidDataException(FormattableString.Invariant($"the file: found a difference of {largest} from the student, wanted at most {Tolerance}"));
    }

    private static string OutputName(int at) => FormattableString.Invariant($"stride_{Strides[at]}");

    private static string Rectified(OnnxGraph graph, string value, string name) => graph.Node("Relu", name + "_relu", [value]);

    private static string Convolution(OnnxGraph graph, ConvolutionNorm step, string value, string name)
    {
        var (weights, biases) = step.Folded();
        return graph.Node(
            "Conv",
            name + "_conv",
            [value, graph.Constant(name + "_weights", weights, step.To, step.From, 3, 3), graph.Constant(name + "_biases", biases, step.To)],
            ("strides", new long[] { step.Stride, step.Stride }),
            ("pads", new long[] { 1, 1, 1, 1 }));
    }
}
