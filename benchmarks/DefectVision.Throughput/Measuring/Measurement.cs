using System.Text.Json;
using System.Text.Json.Serialization;

namespace DefectVision.Throughput.Measuring;

/// <summary>What one run over a folder took. The whole process counts: start of the runtime, loading of the model, every photo.</summary>
/// <param name="Program">Which program ran.</param>
/// <param name="Photos">Files it was given.</param>
/// <param name="Scored">Photos it gave a score.</param>
/// <param name="Seconds">From the process's start.</param>
/// <param name="CpuSeconds">User and system time of all threads.</param>
/// <param name="PeakMiB">Most memory that was resident at any moment.</param>
internal sealed record Measurement(string Program, int Photos, int Scored, double Seconds, double CpuSeconds, double PeakMiB)
{
    public double PhotosPerSecond => Photos / Seconds;

    public double CpuMsPerPhoto => 1000 * CpuSeconds / Photos;

    public string ToJson() => JsonSerializer.Serialize(this, MeasurementJson.Default.Measurement);

    public static Measurement FromJson(string json) =>
        JsonSerializer.Deserialize(json, MeasurementJson.Default.Measurement) ?? throw new JsonException("found null, wanted a measurement");
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Measurement))]
internal sealed partial class MeasurementJson : JsonSerializerContext;
