using System.Security.Cryptography;
using DefectVision.Backbone.Crops;
using DefectVision.Inference;
using Microsoft.ML.OnnxRuntime;

namespace DefectVision.Backbone.Teachers;

/// <summary>A network that is imitated: crops of 0 to 255 in, maps at several strides out.</summary>
internal sealed class Teacher : IDisposable
{
    private readonly InferenceSession _session;
    private readonly RunOptions _run = new();
    private readonly bool _isBlueFirst;
    private readonly float[] _crop = new float[CropMaker.Values];

    private Teacher(string name, string sha256, InferenceSession session)
    {
        Name = name;
        Sha256 = sha256;
        _session = session;
        var about = session.ModelMetadata.CustomMetadataMap;
        Source = about.GetValueOrDefault("source", "not recorded");
        Licence = about.GetValueOrDefault("licence", "not recorded");
        _isBlueFirst = about.GetValueOrDefault("preprocess", string.Empty).StartsWith("BGR", StringComparison.Ordinal);
        var isPlain = about.GetValueOrDefault(FeatureNetwork.DistancesKey) == FeatureNetwork.PlainDistances;
        Maps = [.. Shapes(session).Select(map => new TeacherMap(name, map.Name, CropMaker.Side / map.Side, map.Channels, isPlain))];
    }

    public string Name { get; }

    public string Sha256 { get; }

    public string Source { get; }

    public string Licence { get; }

    public IReadOnlyList<TeacherMap> Maps { get; }

    public static Teacher Load(string file)
    {
        var bytes = File.ReadAllBytes(file);
        using var options = new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR };
        return new Teacher(Path.GetFileNameWithoutExtension(file), Convert.ToHexStringLower(SHA256.HashData(bytes)), new InferenceSession(bytes, options));
    }

    /// <summary>The maps of a batch, in the order of <see cref="Maps"/>, crop after crop: not every teacher takes more than one at a time.</summary>
    /// <param name="crops">Batch x 3 x side x side, red first, 0 to 255.</param>
    public float[][] Look(ReadOnlySpan<float> crops)
    {
        var batch = crops.Length / CropMaker.Values;
        var seen = Maps.Select(map => new float[batch * map.Values]).ToArray();
        using var input = OrtValue.CreateTensorValueFromMemory(_crop, [1, 3, CropMaker.Side, CropMaker.Side]);
        for (var crop = 0; crop < batch; crop++)
        {
            Copy(crops.Slice(crop * CropMaker.Values, CropMaker.Values));
            using var outputs = _session.Run(_run, _session.InputNames, [input], _session.OutputNames);
            for (var at = 0; at < seen.Length; at++)
            {
                outputs[at].GetTensorDataAsSpan<float>().CopyTo(seen[at].AsSpan(crop * Maps[at].Values, Maps[at].Values));
            }
        }

        return seen;
    }

    public void Dispose()
    {
        _run.Dispose();
        _session.Dispose();
    }

    private static IEnumerable<(string Name, int Side, int Channels)> Shapes(InferenceSession session)
    {
        using var run = new RunOptions();
        using var input = OrtValue.CreateTensorValueFromMemory(new float[CropMaker.Values], [1, 3, CropMaker.Side, CropMaker.Side]);
        using var outputs = session.Run(run, session.InputNames, [input], session.OutputNames);
        return [.. outputs.Select((output, at) => (session.OutputNames[at], (int)output.GetTensorTypeAndShape().Shape[2], (int)output.GetTensorTypeAndShape().Shape[1]))];
    }

    private void Copy(ReadOnlySpan<float> crop)
    {
        const int plane = CropMaker.Side * CropMaker.Side;
        for (var channel = 0; channel < 3; channel++)
        {
            crop.Slice(channel * plane, plane).CopyTo(_crop.AsSpan((_isBlueFirst ? 2 - channel : channel) * plane, plane));
        }
    }
}
