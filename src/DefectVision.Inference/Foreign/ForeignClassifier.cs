using DefectVision.Imaging;
using DefectVision.Inference.Graph;
using DefectVision.Inference.Graph.Format;
using DefectVision.Inference.Loading;
using Microsoft.ML.OnnxRuntime;

namespace DefectVision.Inference.Foreign;

/// <summary>A foreign network that was run on inputs made by formula, so that it is known how many classes it tells and what its numbers are.</summary>
public sealed class ForeignClassifier
{
    private const string Prefix = "foreign_";

    /// <summary>Computing in 16 bits repeats a probability no better.</summary>
    private const double Agreement = 0.002;

    private readonly ForeignNetwork _network;
    private readonly ClassOutput _output;
    private readonly PhotoPreparation _preparation;
    private readonly ModelProto _taken;

    private ForeignClassifier(ForeignNetwork network, ClassOutput output, PhotoPreparation preparation, ModelProto taken, int classes, ClassNumbers numbers)
    {
        (_network, _output, _preparation, _taken) = (network, output, preparation, taken);
        Classes = classes;
        Numbers = numbers;
    }

    /// <summary>How many numbers it gives; 1 for a classifier of two classes that gives one number for both.</summary>
    public int Classes { get; }

    /// <summary>What they are and how they are read.</summary>
    public ClassNumbers Numbers { get; }

    /// <param name="network">The file.</param>
    /// <param name="output">Where its classes are.</param>
    /// <param name="preparation">What it wants done to a photo.</param>
    /// <param name="told"><see cref="ClassNumbers.Logits"/> or <see cref="ClassNumbers.Probabilities"/> where a person says so; null: told from its last operator and its numbers.</param>
    /// <exception cref="ModelException">ONNX Runtime cannot load or run it so, or it gives something else than a number for each class.</exception>
    public static ForeignClassifier Of(ForeignNetwork network, ClassOutput output, PhotoPreparation preparation, ClassNumbers? told)
    {
        var given = Run(network, network.Proto, output, preparation);
        var last = told is null ? LastActivation.Find(network.Proto.Graph, output.Value) : -1;
        if (last >= 0)
        {
            var taken = LastActivation.Without(network.Proto, last);
            var before = Run(network, taken, output, preparation);
            var isSoftmax = network.Proto.Graph.Node[last].OpType == "Softmax";

            // A softmax over something else than the classes is none.
            if (given.Zip(before).All(pair => AreAlike(pair.First, isSoftmax ? Softmax(pair.Second) : Sigmoid(pair.Second))))
            {
                return new ForeignClassifier(network, output, preparation, taken, given[0].Length, isSoftmax ? ClassNumbers.BeforeSoftmax : ClassNumbers.BeforeSigmoid);
            }
        }

        return new ForeignClassifier(network, output, preparation, network.Proto, given[0].Length, told ?? (given.All(AreProbabilities) ? ClassNumbers.Probabilities : ClassNumbers.Logits));
    }

    /// <summary>The graph with the score (log-odds of not good) and the logits of the defective classes.</summary>
    /// <param name="good">Places of the good classes; at least one.</param>
    /// <param name="defective">Places of the others, in the order of the logits; at least one.</param>
    public OnnxGraph Of(IReadOnlyList<int> good, IReadOnlyList<int> defective)
    {
        var graph = Begun(_network, _taken, _output, _preparation, out var value);
        ClassHead.Append(graph, Row(graph, value), Numbers == ClassNumbers.Probabilities, good, defective);
        return Ended(graph, defective.Count);
    }

    /// <summary>The graph of a classifier of one number: the score is its logit, towards defective, and the only class has the same.</summary>
    /// <param name="defectIsHigh">False: a high number means good.</param>
    public OnnxGraph OfOneNumber(bool defectIsHigh)
    {
        var graph = Begun(_network, _taken, _output, _preparation, out var value);
        ClassHead.AppendOneNumber(graph, Row(graph, value), Numbers == ClassNumbers.Probabilities, defectIsHigh);
        return Ended(graph, 1);
    }

    private string Row(OnnxGraph graph, string value) => graph.Node("Reshape", "class_row", [value, graph.Integers("class_row_shape", -1, Classes)]);

    private static OnnxGraph Begun(ForeignNetwork network, ModelProto taken, ClassOutput output, PhotoPreparation preparation, out string value)
    {
        const long FloatTensor = 1;
        var graph = new OnnxGraph("defectvision", taken);
        var photo = graph.Input(ModelContract.PhotoInput, 0, 3, preparation.Height, preparation.Width);
        var prepared = preparation.Append(graph, photo, network.Input.Number);
        value = graph.Node("Cast", "class_numbers", [graph.Append(taken, Prefix, prepared, [output.Value])[0]], ("to", FloatTensor));
        return graph;
    }

    private static OnnxGraph Ended(OnnxGraph graph, int classes)
    {
        graph.Output(ModelContract.ScoreOutput, 0, 1);
        graph.Output(ModelContract.LogitsOutput, 0, classes);
        return graph;
    }

    private static IReadOnlyList<float[]> Run(ForeignNetwork network, ModelProto taken, ClassOutput output, PhotoPreparation preparation)
    {
        var graph = Begun(network, taken, output, preparation, out var value);
        graph.OpenOutput(value);
        var recipe = new InputRecipe(InputRecipe.CurrentVersion, preparation.Width, preparation.Height);
        var step = "load";
        try
        {
            using var session = NativeRuntime.Open(graph.ToBytes());
            using var limit = new RunLimit(network.FileName);
            step = "run";
            return [.. Enumerable.Range(0, GoldenPattern.Count).Select(pattern => Same(session, limit, pattern))];
        }
        catch (OnnxRuntimeException fault)
        {
            throw new ModelException(
                FormattableString.Invariant($"{network.FileName}: found a network of operator set {network.OperatorSet} that ONNX Runtime cannot {step} on a photo of {preparation.Width} x {preparation.Height} px, wanted one that it can ({fault.Message.Split('\n')[0]})"),
                fault);
        }

        // Dropout that was exported as in training, and noise: a score that is another at each run proves nothing.
        float[] Same(InferenceSession session, RunLimit limit, int pattern)
        {
            var (first, second) = (Classify(session, limit, pattern), Classify(session, limit, pattern));
            return first.Zip(second).All(pair => pair.First.Equals(pair.Second) || Math.Abs(pair.First - pair.Second) <= Agreement) ? first
                : throw new ModelException($"{network.FileName}: found other numbers in output '{output.Name}' for the same photo at each run, wanted the same ones (a model exported for use, without dropout or noise)");
        }

        float[] Classify(InferenceSession session, RunLimit limit, int pattern)
        {
            var input = new float[recipe.Length];
            GoldenPattern.Fill(pattern, recipe, input);
            using var photo = OrtValue.CreateTensorValueFromMemory(input, [1, 3, recipe.Height, recipe.Width]);
            using var outputs = limit.Within(options => session.Run(options, [ModelContract.PhotoInput], [photo], [value]));
            var shape = outputs[0].GetTensorTypeAndShape().Shape;
            var numbers = outputs[0].GetTensorDataAsSpan<float>().ToArray();
            return numbers.Length > 0 && numbers.Length == shape.Max()
                ? numbers
                : throw new ModelException($"{network.FileName}: found an output '{output.Name}' of {string.Join(" x ", shape)} for one photo, wanted one number for each class (a classifier)");
        }
    }

    private static bool AreAlike(float[] found, double[] wanted) => found.Zip(wanted).All(pair => Math.Abs(pair.First - pair.Second) <= Agreement);

    private static bool AreProbabilities(float[] numbers) =>
        numbers.All(number => number is >= 0 and <= 1) && (numbers.Length == 1 || Math.Abs(numbers.Sum(number => (double)number) - 1) <= Agreement);

    private static double[] Softmax(float[] logits)
    {
        double most = logits.Max(), sum = logits.Sum(logit => Math.Exp(logit - most));
        return [.. logits.Select(logit => Math.Exp(logit - most) / sum)];
    }

    private static double[] Sigmoid(float[] logits) => [.. logits.Select(logit => 1 / (1 + Math.Exp(-logit)))];
}
