namespace DefectVision.Fixtures;

/// <summary>Small classifiers as other people export them: a convolution, its mean, a row of weights. The brighter, the more "good".</summary>
internal static class ForeignFiles
{
    public const int Side = 32;
    public static readonly string[] Labels = ["good", "hole", "stain"];

    /// <summary>Convolution, dropout whose masks nobody wants, mean, weights: from "planes" to "row" of three logits.</summary>
    /// <param name="most">The number that stands for white.</param>
    public static OnnxFile Body(this OnnxFile file, float most = 1)
    {
        var kernels = new float[4 * 3 * 3 * 3];
        for (var at = 0; at < kernels.Length; at++)
            kernels[at] = (((at * 37) % 23) - 8) / 60f / most;
        return file.Floats("kernels", [4, 3, 3, 3], kernels)
            .Floats("weights", [4, 3], 3f, -2f, -1f, 1f, -1.5f, 0.5f, -0.5f, 1f, -2f, 2f, -1f, -1f)
            .Floats("offset", [3], -2f, 1f, 0.5f)
            .Node("Conv", ["planes", "kernels"], ["felt"], ("kernel_shape", new[] { 3L, 3 }))
            .Node("Relu", ["felt"], ["kept"])
            .Node("Dropout", ["kept"], ["still", ""])
            .Node("Dropout", ["still"], ["stiller", ""])
            .Node("GlobalAveragePool", ["stiller"], ["means"])
            .Node("Flatten", ["means"], ["flat"])
            .Node("Gemm", ["flat", "weights", "offset"], ["row"]);
    }

    /// <summary>Planes of fixed size, probabilities; opset 17.</summary>
    public static byte[] Plain() => new OnnxFile().Input("data", OnnxFile.Single, 1, 3, Side, Side).Node("Identity", ["data"], ["planes"]).Body()
        .Node("Softmax", ["row"], ["logits"], ("axis", 1L)).Output("logits", OnnxFile.Single, 1, 3).ToBytes();

    /// <summary>Places of open size and number, logits; opset 11.</summary>
    public static byte[] Places() => new OnnxFile().Input("photo", OnnxFile.Single, 0, 0, 0, 3).Node("Transpose", ["photo"], ["planes"], ("perm", new[] { 0L, 3, 1, 2 })).Body()
        .Output("row", OnnxFile.Single, 0, 3).ToBytes(11, 6);

    /// <summary>Places of bytes.</summary>
    public static byte[] Bytes() => new OnnxFile().Input("image", OnnxFile.Byte, 1, Side, Side, 3).Node("Transpose", ["image"], ["bytes"], ("perm", new[] { 0L, 3, 1, 2 }))
        .Node("Cast", ["bytes"], ["planes"], ("to", (long)OnnxFile.Single)).Body(most: 255)
        .Node("Softmax", ["row"], ["probabilities"]).Output("probabilities", OnnxFile.Single, 1, 3).ToBytes();

    /// <summary>As Azure Custom Vision writes them: blue first, 0..255, opset 7, IR 3 with its weights among the inputs, a label and a sequence of maps.</summary>
    public static byte[] Azure() => new OnnxFile().Input("data", OnnxFile.Single, 0, 3, Side, Side).Input("kernels", OnnxFile.Single, 4, 3, 3, 3)
        .Input("weights", OnnxFile.Single, 4, 3).Input("offset", OnnxFile.Single, 3)
        .Node("Identity", ["data"], ["planes"]).Body(most: 255)
        .Node("Softmax", ["row"], ["probabilities"], ("axis", 1L))
        .Node("ArgMax", ["row"], ["classLabel"], ("axis", 1L))
        .Node("ZipMap", ["probabilities"], ["loss"], ("classlabels_strings", Labels))
        .Output("classLabel", OnnxFile.Long, 0, 1).OutputOfMaps("loss")
        .Metadata("Image.BitmapPixelFormat", "Bgr8").Metadata("Image.NominalPixelRange", "NominalRange_0_255").Metadata("Image.ColorSpaceGamma", "SRGB")
        .ToBytes(7, 3);

    /// <summary>One probability of not good, a sequence of one tensor.</summary>
    public static byte[] OneNumber() => new OnnxFile().Input("data", OnnxFile.Single, 1, 3, Side, Side).Node("Identity", ["data"], ["planes"]).Body()
        .Floats("towards", [3, 1], -1.5f, 1f, 0.5f).Node("MatMul", ["row", "towards"], ["one"])
        .Node("Sigmoid", ["one"], ["probability"]).Node("SequenceConstruct", ["probability"], ["answer"]).OutputOfTensors("answer").ToBytes(12);

    /// <summary>Half the bits, and a softmax that nobody recognises; one of its steps lies in a graph inside a node.</summary>
    public static byte[] Halves()
    {
        static OnnxFile Branch(string operation) => new OnnxFile().Node(operation, ["row"], ["chosen"]).Output("chosen", OnnxFile.Single, 0, 3);
        return new OnnxFile().Input("data", OnnxFile.Half, 0, 3, 0, 0).Node("Cast", ["data"], ["planes"], ("to", (long)OnnxFile.Single)).Body()
            .Floats("nothing", [1], 0).Node("Cast", ["nothing"], ["condition"], ("to", 9L))
            .Node("If", ["condition"], ["logits"], ("then_branch", Branch("Neg")), ("else_branch", Branch("Identity")))
            .Node("Exp", ["logits"], ["powers"]).Node("ReduceSum", ["powers"], ["sum"], ("axes", new[] { 1L })).Node("Div", ["powers", "sum"], ["shares"])
            .Output("shares", OnnxFile.Single, 0, 3).ToBytes(11, 6);
    }

    /// <summary>Tells the photos of the fixtures by their mean colour: bright ones are good, reddish ones a hole, bluish ones a stain.</summary>
    /// <param name="labels">Of its map, good first; null: it has none and gives a plain row.</param>
    public static byte[] MeanColour(params string[]? labels)
    {
        var file = new OnnxFile().Input("data", OnnxFile.Single, 0, 3, 0, 0).Node("GlobalAveragePool", ["data"], ["means"]).Node("Flatten", ["means"], ["flat"])
            .Floats("weights", [3, 3], 4, -8, 8, 4, 0, 0, 4, 8, -8).Floats("offset", [3], -6, 0, 0).Node("Gemm", ["flat", "weights", "offset"], ["row"])
            .Node("Softmax", ["row"], ["probabilities"], ("axis", 1L))
            .Metadata("Image.BitmapPixelFormat", "Bgr8").Metadata("Image.NominalPixelRange", "Normalized_0_1");
        return labels is null
            ? file.Output("probabilities", OnnxFile.Single, 0, 3).ToBytes(9, 4)
            : file.Node("ZipMap", ["probabilities"], ["loss"], ("classlabels_strings", labels)).OutputOfMaps("loss").ToBytes(9, 4);
    }

    /// <summary>One number: the probability of what is dark.</summary>
    public static byte[] Darkness() => new OnnxFile().Input("data", OnnxFile.Single, 1, Side, Side, 3).Node("Transpose", ["data"], ["planes"], ("perm", new[] { 0L, 3, 1, 2 }))
        .Node("GlobalAveragePool", ["planes"], ["means"]).Node("Flatten", ["means"], ["flat"]).Floats("weights", [3, 1], -4, -4, -4).Floats("offset", [1], 6)
        .Node("Gemm", ["flat", "weights", "offset"], ["one"]).Node("Sigmoid", ["one"], ["probability"]).Output("probability", OnnxFile.Single, 1, 1).ToBytes();
}
