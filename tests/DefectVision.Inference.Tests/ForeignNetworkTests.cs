using System.Runtime.InteropServices;
using System.Security.Cryptography;
using DefectVision.Fixtures;
using DefectVision.Inference.Foreign;
using DefectVision.Inference.Graph;
using DefectVision.Inference.Loading;
using Microsoft.ML.OnnxRuntime;

namespace DefectVision.Inference.Tests;

/// <summary>
/// Rule: a foreign classifier in our frame says of a photo what it says by itself, run by ONNX Runtime on the same photo prepared by hand
/// (within 0.0001 of a probability); what cannot be framed is refused by name.
/// </summary>
public sealed class ForeignNetworkTests : IDisposable
{
    private const int Side = ForeignFiles.Side;
    private const double Tolerance = 1e-4;
    private static readonly float[] Mean = [0.485f, 0.456f, 0.406f];
    private static readonly float[] Deviation = [0.229f, 0.224f, 0.225f];
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void Planes_with_mean_and_deviation()
    {
        var (network, classifier) = Framed(ForeignFiles.Plain(), Preparation() with { Mean = Mean, Deviation = Deviation });
        Assert.Equal((3, ClassNumbers.BeforeSoftmax, PixelLayout.ChannelsFirst), (classifier.Classes, classifier.Numbers, network.Input.Layout));
        Same(classifier, Alone(ForeignFiles.Plain(), "logits", Planes((value, colour) => ((value / 255f) - Mean[colour]) / Deviation[colour]), [1, 3, Side, Side]));
    }

    [Fact]
    public void Places_of_open_size_and_logits()
    {
        var (network, classifier) = Framed(ForeignFiles.Places(), Preparation() with { Layout = PixelLayout.ChannelsLast });
        Assert.Equal((3, ClassNumbers.Logits, PixelLayout.ChannelsLast), (classifier.Classes, classifier.Numbers, network.Input.Layout));
        Assert.Equal("? x ? x ? x 3", network.Input.Shape);
        Same(classifier, Softmax(Alone(ForeignFiles.Places(), "row", PlacesOf(Planes((value, _) => value / 255f)), [1, Side, Side, 3])));
    }

    [Fact]
    public void Places_of_bytes()
    {
        var (network, classifier) = Framed(ForeignFiles.Bytes(), Preparation() with { Layout = PixelLayout.ChannelsLast, Scale = 255 });
        Assert.Equal(ColourNumber.Whole, network.Input.Number);
        byte[] bytes = [.. PlacesOf(Planes((value, _) => value)).Select(value => (byte)value)];
        Same(classifier, Alone(ForeignFiles.Bytes(), "probabilities", bytes, [1, Side, Side, 3]));
    }

    [Fact]
    public void Blue_first_0_to_255_and_a_sequence_of_maps_as_Azure_writes_them()
    {
        var (network, classifier) = Framed(ForeignFiles.Azure(), Preparation() with { Scale = 255, IsBlueFirst = true });
        Assert.Equal(("loss", "probabilities"), (network.OutputNamed(null).Name, network.OutputNamed(null).Value));
        Assert.Equal(ForeignFiles.Labels, network.OutputNamed(null).Labels);
        Assert.Equal("Bgr8", network.Metadata["Image.BitmapPixelFormat"]);
        using var session = new InferenceSession(ForeignFiles.Azure());
        using var options = new RunOptions();
        var planes = Planes((value, _) => value);
        float[] blueFirst = [.. planes[(2 * Side * Side)..], .. planes[(Side * Side)..(2 * Side * Side)], .. planes[..(Side * Side)]];
        using var input = OrtValue.CreateTensorValueFromMemory(blueFirst, [1, 3, Side, Side]);
        using var outputs = session.Run(options, ["data"], [input], ["loss"]);
        var allocator = OrtAllocator.DefaultInstance;
        using var map = outputs[0].GetValue(0, allocator);
        using var keys = map.GetValue(0, allocator);
        using var values = map.GetValue(1, allocator);
        var found = keys.GetStringTensorAsArray().Zip(values.GetTensorDataAsSpan<float>().ToArray()).ToDictionary(pair => pair.First, pair => pair.Second);
        Same(classifier, [.. ForeignFiles.Labels.Select(label => found[label])]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void One_number_for_both_sides(bool defectIsHigh)
    {
        var (_, classifier) = Framed(ForeignFiles.OneNumber(), Preparation());
        Assert.Equal((1, ClassNumbers.BeforeSigmoid), (classifier.Classes, classifier.Numbers));
        using var session = new InferenceSession(ForeignFiles.OneNumber());
        using var options = new RunOptions();
        using var input = OrtValue.CreateTensorValueFromMemory(Planes((value, _) => value / 255f), [1, 3, Side, Side]);
        using var outputs = session.Run(options, ["data"], [input], ["answer"]);
        using var answer = outputs[0].GetValue(0, OrtAllocator.DefaultInstance);
        var alone = answer.GetTensorDataAsSpan<float>()[0];
        Assert.InRange(alone, 0.01, 0.99);
        var graph = classifier.OfOneNumber(defectIsHigh);
        Assert.Equal(defectIsHigh ? alone : 1 - alone, Sigmoid(Values(graph, ModelContract.ScoreOutput, 1)[0]), Tolerance);
        Assert.Equal(Values(graph, ModelContract.ScoreOutput, 1), Values(graph, ModelContract.LogitsOutput, 1));
    }

    [Fact]
    public void Half_the_bits_a_graph_inside_and_probabilities_of_unknown_making()
    {
        var (network, classifier) = Framed(ForeignFiles.Halves(), Preparation());
        Assert.Equal((ColourNumber.Bits16, ClassNumbers.Probabilities), (network.Input.Number, classifier.Numbers));
        Float16[] halves = [.. Planes((value, _) => value / 255f).Select(value => (Float16)value)];
        Same(classifier, Alone(ForeignFiles.Halves(), "shares", halves, [1, 3, Side, Side]));
    }

    [Fact]
    public void A_person_may_say_what_the_numbers_are()
    {
        var (_, classifier) = Framed(ForeignFiles.Plain(), Preparation(), ClassNumbers.Probabilities);
        Assert.Equal(ClassNumbers.Probabilities, classifier.Numbers);
        Same(classifier, Alone(ForeignFiles.Plain(), "logits", Planes((value, _) => value / 255f), [1, 3, Side, Side]));
    }

    // 100 : 0 in 32 bits is a score that no other photo can be told from; the logits before it go on.
    [Fact]
    public void A_sure_classifier_is_not_saturated()
    {
        var sure = new OnnxFile().Input("data", OnnxFile.Single, 1, 3, Side, Side).Node("GlobalAveragePool", ["data"], ["means"])
            .Floats("weights", [3, 2], 400, -400, 0, 0, 0, 0).Node("Flatten", ["means"], ["flat"]).Node("MatMul", ["flat", "weights"], ["row"])
            .Node("Softmax", ["row"], ["sure"]).Output("sure", OnnxFile.Single, 1, 2).ToBytes();
        var (_, classifier) = Framed(sure, Preparation());
        var score = Values(classifier.Of([0], [1]), ModelContract.ScoreOutput, 1)[0];
        Assert.Equal(-800 * Planes((value, _) => value / 255f)[..(Side * Side)].Average(), score, 0.01);
    }

    [Fact]
    public void What_cannot_be_framed_is_refused_by_name()
    {
        static OnnxFile Photo() => new OnnxFile().Input("data", OnnxFile.Single, 1, 3, Side, Side);
        Refused("broken.onnx", [1, 2, 3], "no ONNX file");
        Refused("two.onnx", Photo().Input("mask", OnnxFile.Single, 1).Node("Add", ["data", "mask"], ["sum"]).Output("sum", OnnxFile.Single, 1, 3).ToBytes(), "2 inputs (data, mask)");
        Refused("grey.onnx", new OnnxFile().Input("data", OnnxFile.Single, 5, 5).Node("Identity", ["data"], ["same"]).Output("same", OnnxFile.Single, 5, 5).ToBytes(), "5 x 5");
        Refused("text.onnx", new OnnxFile().Input("data", OnnxFile.Long, 1, 3, 5, 5).Node("Identity", ["data"], ["same"]).Output("same", OnnxFile.Long, 5, 5).ToBytes(), "ONNX type 7");
        Refused("old.onnx", Photo().Node("Identity", ["data"], ["same"]).Output("same", OnnxFile.Single, 1).ToBytes(6), "operator set 6");
        Refused("ours.onnx", TinyModel.Bytes(), "carries its contract already");
        Refused("future.onnx", Photo().Node("Identity", ["data"], ["same"]).Output("same", OnnxFile.Single, 1, 3, Side, Side).ToBytes(999), "operator set 999 that ONNX Runtime cannot load");
        Refused("map.onnx", Photo().Node("Identity", ["data"], ["same"]).Output("same", OnnxFile.Single, 1, 3, Side, Side).ToBytes(), "1 x 3 x 32 x 32 for one photo");
        Refused("label.onnx", Photo().Node("ArgMax", ["data"], ["same"]).Output("same", OnnxFile.Long, 1, 1, Side, Side).ToBytes(), "no output of numbers");
        Refused(
            "several.onnx",
            Photo().Node("Identity", ["data"], ["one"]).Node("Identity", ["data"], ["other"]).Output("one", OnnxFile.Single, 1).Output("other", OnnxFile.Single, 1).ToBytes(),
            "one, other");
    }

    [Fact]
    public void Of_several_outputs_the_named_one_is_taken_and_what_it_does_not_need_stays_behind()
    {
        // The other output reads a constant of a kind that could not be loaded.
        var file = new OnnxFile().Input("data", OnnxFile.Single, 0, 3, 0, 0).Node("GlobalAveragePool", ["data"], ["means"]).Node("Flatten", ["means"], ["features"])
            .Floats("broken", [7, 7], 1f).Node("Mul", ["features", "broken"], ["other"])
            .Output("features", OnnxFile.Single, 0, 3).Output("other", OnnxFile.Single, 7, 7).ToBytes();
        var network = ForeignNetwork.Read(_temp.Put("foreign.onnx", file));
        var classifier = ForeignClassifier.Of(network, network.OutputNamed("features"), Preparation(), null);
        var means = Planes((value, _) => value / 255f).Chunk(Side * Side).Select(plane => plane.Average()).ToList();
        Assert.Equal(means[1] - means[0], Values(classifier.Of([0], [1]), ModelContract.ScoreOutput, 1)[0], Tolerance);
        Assert.Throws<ModelException>(() => network.OutputNamed("none"));
    }

    // A matrix of six lies behind two bytes of something else.
    [Fact]
    public void Weights_beside_the_file_are_taken_in_and_named_by_their_digest()
    {
        byte[] weights = [1, 2, .. MemoryMarshal.AsBytes<float>([1f, 0, 0, 0, 0, 1f])];
        _temp.Put("net.data", weights);
        var network = ForeignNetwork.Read(_temp.Put("foreign.onnx", WithWeights(("location", "net.data"), ("offset", "2"), ("length", "24"))));
        Assert.Equal([new WeightsFile("net.data", Convert.ToHexStringLower(SHA256.HashData(weights)))], network.Weights);
        File.Delete(_temp.At("net.data"));
        var classifier = ForeignClassifier.Of(network, network.OutputNamed(null), Preparation(), null);
        var means = Planes((value, _) => value / 255f).Chunk(Side * Side).Select(plane => plane.Average()).ToList();
        Assert.Equal(means[2] - means[0], Values(classifier.Of([0], [1]), ModelContract.ScoreOutput, 1)[0], Tolerance);
    }

    [Fact]
    public void Weights_that_are_not_beside_the_file_are_refused()
    {
        _temp.Put("net.data", new byte[23]);
        Refused("far.onnx", WithWeights(("location", "../net.data")), "weights in '../net.data'");
        Refused("nowhere.onnx", WithWeights(), "weights in ''");
        Refused("gone.onnx", WithWeights(("location", "gone.data")), "no file 'gone.data' beside it");
        Refused("short.onnx", WithWeights(("location", "net.data"), ("length", "24")), "found 23 bytes in 'net.data', wanted 24 from byte 0 on");
        Refused("beyond.onnx", WithWeights(("location", "net.data"), ("offset", "9223372036854775807"), ("length", "24")), "found 23 bytes");
    }

    // A pipe waits for ever for its other end; a link may lead to any file of the reader's.
    [SkippableFact]
    public void Weights_in_a_pipe_or_behind_a_link_are_refused()
    {
        Skip.If(OperatingSystem.IsWindows(), "needs mkfifo");
        _temp.Pipe("pipe.data");
        Refused("pipe.onnx", WithWeights(("location", "pipe.data"), ("length", "24")), "found 0 bytes in 'pipe.data', wanted 24");
        _temp.Put("secret", new byte[24]);
        File.CreateSymbolicLink(_temp.At("link.data"), _temp.At("secret"));
        Refused("link.onnx", WithWeights(("location", "link.data"), ("length", "24")), "a link in place of 'link.data'");
        _temp.Pipe("itself.onnx");
        Assert.Throws<ModelException>(() => ForeignNetwork.Read(_temp.At("itself.onnx")));
        Assert.Throws<ModelException>(() => Model.Load(_temp.At("itself.onnx")));
        Assert.Throws<ModelException>(() => FeatureNetwork.Load(_temp.At("itself.onnx"), Side, Side));
    }

    // Dropout as in training, or noise.
    [Fact]
    public void A_network_that_answers_otherwise_each_time_is_refused() =>
        Refused("noise.onnx", Classifier().Node("RandomNormalLike", ["row"], ["noise"]).Output("noise", OnnxFile.Single, 1, 2).ToBytes(), "other numbers in output 'noise' for the same photo at each run");

    [Fact]
    public void A_network_without_an_end_is_ended()
    {
        var body = new OnnxFile().Input("turn", OnnxFile.Long, 1).Input("goes_on", OnnxFile.Bool, 1).Input("row_in", OnnxFile.Single, 1, 2)
            .Node("Identity", ["goes_on"], ["still"]).Node("Identity", ["row_in"], ["row_out"]).Output("still", OnnxFile.Bool, 1).Output("row_out", OnnxFile.Single, 1, 2);
        var endless = Classifier().Longs("turns", long.MaxValue).Node("Loop", ["turns", string.Empty, "row"], ["last"], ("body", body)).Output("last", OnnxFile.Single, 1, 2).ToBytes();
        using var session = NativeRuntime.Open(endless);
        using var limit = new RunLimit("endless.onnx", TimeSpan.FromMilliseconds(200));
        using var photo = OrtValue.CreateTensorValueFromMemory(new float[3 * Side * Side], [1, 3, Side, Side]);
        var fault = Assert.Throws<ModelException>(() => limit.Within(options => session.Run(options, ["data"], [photo], ["last"])));
        Assert.StartsWith("endless.onnx: found no answer to one photo after 0.2 s", fault.Message, StringComparison.Ordinal);
    }

    // A limit of one run, not of all together.
    [Fact]
    public void A_run_that_comes_to_an_end_is_not_ended_afterwards()
    {
        using var limit = new RunLimit("short.onnx", TimeSpan.FromMilliseconds(200));
        Assert.Equal(1, limit.Within(_ => 1));
        Thread.Sleep(400);
        Assert.False(limit.Within(options => options.Terminate));
    }

    [Fact]
    public void A_file_that_is_not_there_is_not_found() => Assert.Throws<FileNotFoundException>(() => ForeignNetwork.Read(_temp.At("none.onnx")));

    private static OnnxFile Classifier() => new OnnxFile().Input("data", OnnxFile.Single, 1, 3, Side, Side).Node("GlobalAveragePool", ["data"], ["means"]).Node("Flatten", ["means"], ["flat"])
        .Floats("weights", [3, 2], 1, 0, 0, 0, 0, 1).Node("MatMul", ["flat", "weights"], ["row"]);

    private static byte[] WithWeights(params (string Key, string Value)[] told) => new OnnxFile().Input("data", OnnxFile.Single, 1, 3, Side, Side)
        .Node("GlobalAveragePool", ["data"], ["means"]).Node("Flatten", ["means"], ["flat"]).External("weights", [3, 2], told)
        .Node("MatMul", ["flat", "weights"], ["row"]).Output("row", OnnxFile.Single, 1, 2).ToBytes();

    private void Refused(string name, byte[] file, string words)
    {
        var path = _temp.Put(name, file);
        var fault = Assert.Throws<ModelException>(() =>
        {
            var network = ForeignNetwork.Read(path);
            return ForeignClassifier.Of(network, network.OutputNamed(null), Preparation(), null);
        });
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
        Assert.StartsWith(name, fault.Message, StringComparison.Ordinal);
    }

    private (ForeignNetwork Network, ForeignClassifier Classifier) Framed(byte[] file, PhotoPreparation preparation, ClassNumbers? told = null)
    {
        var network = ForeignNetwork.Read(_temp.Put("foreign.onnx", file));
        return (network, ForeignClassifier.Of(network, network.OutputNamed(null), preparation, told));
    }

    private static PhotoPreparation Preparation() => new(Side, Side, 1, null, null, false, PixelLayout.ChannelsFirst);

    // Good is the first class in the files; with the second taken for good too, both ways of summing are gone.
    private static void Same(ForeignClassifier classifier, float[] alone)
    {
        Assert.Equal(3, alone.Length);
        Assert.All(alone, probability => Assert.InRange(probability, 0.01, 0.99));
        var graph = classifier.Of([0], [1, 2]);
        Assert.Equal(alone[1] + alone[2], Sigmoid(Values(graph, ModelContract.ScoreOutput, 1)[0]), Tolerance);
        var classes = Softmax(Values(graph, ModelContract.LogitsOutput, 2));
        Assert.Equal(alone[1] / (alone[1] + alone[2]), classes[0], Tolerance);
        Assert.Equal(alone[2], Sigmoid(Values(classifier.Of([0, 1], [2]), ModelContract.ScoreOutput, 1)[0]), Tolerance);
    }

    private static float[] Values(OnnxGraph graph, string output, int length)
    {
        using var embedder = new Embedder(graph, output, length, Side, Side);
        using var scorer = embedder.NewScorer();
        Planes((value, _) => value / 255f).CopyTo(scorer.Input);
        scorer.Run();
        return scorer.Result(0).ToArray();
    }

    private static float[] Alone<T>(byte[] file, string output, T[] input, long[] shape)
        where T : unmanaged
    {
        using var session = new InferenceSession(file);
        using var options = new RunOptions();
        using var value = OrtValue.CreateTensorValueFromMemory(input, shape);
        using var outputs = session.Run(options, session.InputNames, [value], [output]);
        return outputs[0].GetTensorDataAsSpan<float>().ToArray();
    }

    // A photo of bytes, unlike in its three colours, plane by plane.
    private static float[] Planes(Func<byte, int, float> prepared)
    {
        var planes = new float[3 * Side * Side];
        for (var at = 0; at < planes.Length; at++)
        {
            var colour = at / (Side * Side);
            planes[at] = prepared((byte)((60 * colour) + ((at * 7919) % 120)), colour);
        }

        return planes;
    }

    private static float[] PlacesOf(float[] planes) => [.. Enumerable.Range(0, planes.Length).Select(at => planes[(at % 3 * Side * Side) + (at / 3)])];

    private static double Sigmoid(float score) => 1 / (1 + Math.Exp(-score));

    private static float[] Softmax(float[] logits) => [.. logits.Select(logit => (float)(Math.Exp(logit) / logits.Sum(other => Math.Exp(other))))];
}
