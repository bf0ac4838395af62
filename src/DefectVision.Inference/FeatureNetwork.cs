using System.Security.Cryptography;
using DefectVision.Inference.Loading;
using Microsoft.ML.OnnxRuntime;

namespace DefectVision.Inference;

/// <summary>
/// An ONNX network that turns a photo into maps of numbers: 1 x 3 x H x W in, maps of rank 4 out. What it wants of its input is read from its metadata,
/// key "preprocess": "RGB 0..255" or "BGR 0..255" (normalisation inside); without it RGB 0..1. Key "distances": "plain" where distances between places mean something as they
/// are; else they are whitened first.
/// </summary>
public sealed class FeatureNetwork
{
    /// <summary>Key and value of the metadata of a network whose distances are taken as they are.</summary>
    public const string DistancesKey = "distances";
    public const string PlainDistances = "plain";

    private FeatureNetwork(byte[] bytes, string name, string preprocess, bool isPlain, IReadOnlyList<FeatureMap> maps)
    {
        Bytes = bytes;
        Name = name;
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        InputScale = preprocess.Contains("0..255", StringComparison.Ordinal) ? 255 : 1;
        IsBlueFirst = preprocess.StartsWith("BGR", StringComparison.Ordinal);
        IsPlain = isPlain;
        Maps = maps;
    }

    /// <summary>The ONNX file.</summary>
    public byte[] Bytes { get; }

    /// <summary>The file's name without its ending.</summary>
    public string Name { get; }

    /// <summary>Of the file, lower-case hex.</summary>
    public string Sha256 { get; }

    /// <summary>What 0..1 is multiplied by: 1 or 255.</summary>
    public float InputScale { get; }

    /// <summary>It wants blue before green before red.</summary>
    public bool IsBlueFirst { get; }

    /// <summary>Distances between its places mean something as they are; those of other networks are whitened first.</summary>
    public bool IsPlain { get; }

    /// <summary>In the order of its outputs.</summary>
    public IReadOnlyList<FeatureMap> Maps { get; }

    /// <summary>Loads a network and looks at its maps for photos of one size.</summary>
    /// <param name="path">The ONNX file.</param>
    /// <param name="width">Of the photo in pixels.</param>
    /// <param name="height">Of the photo in pixels.</param>
    /// <exception cref="FileNotFoundException">No such file.</exception>
    /// <exception cref="ModelException">It cannot be loaded or run at that size, or gives no maps.</exception>
    public static FeatureNetwork Load(string path, int width, int height)
    {
        var bytes = NetworkFile.Bytes(path);
        var name = Path.GetFileName(path);
        try
        {
            using var session = NativeRuntime.Open(bytes);
            using var limit = new RunLimit(name);
            using var photo = OrtValue.CreateTensorValueFromMemory(new float[3 * width * height], [1, 3, height, width]);
            using var outputs = limit.Within(options => session.Run(options, session.InputNames, [photo], session.OutputNames));
            var maps = new List<FeatureMap>();
            for (var at = 0; at < outputs.Count; at++)
            {
                var shape = outputs[at].GetTensorTypeAndShape().Shape;
                maps.Add(shape.Length == 4
                    ? new FeatureMap(session.OutputNames[at], (int)shape[1], (int)shape[2], (int)shape[3])
                    : throw new ModelException($"{name}: found output '{session.OutputNames[at]}' of rank {shape.Length}, wanted maps of rank 4 (a feature network, not a classifier)"));
            }

            var about = session.ModelMetadata.CustomMetadataMap;
            return new FeatureNetwork(
                bytes, Path.GetFileNameWithoutExtension(path), about.GetValueOrDefault("preprocess", string.Empty), about.GetValueOrDefault(DistancesKey) == PlainDistances, maps);
        }
        catch (OnnxRuntimeException fault)
        {
            throw new ModelException(FormattableString.Invariant($"{name}: found a network that does not take a photo of {width} x {height} px, wanted an ONNX feature network, 1 x 3 x H x W ({fault.Message.Split('\n')[0]})"), fault);
        }
    }
}
