using System.Text.Json;
using System.Text.Json.Serialization;
using DefectVision.Inspection.Claiming;

namespace DefectVision.Inspection.Recording;

/// <summary>The analysis plan as its text, whose digest was told before scoring, and the two numbers that share its levels.</summary>
internal sealed class PlanConverter : JsonConverter<AnalysisPlan>
{
    public override AnalysisPlan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var stored = JsonSerializer.Deserialize<Stored>(ref reader, options) ?? throw new JsonException("an analysis plan without content");
        return AnalysisPlan.Restored(stored.Text, stored.Lots, stored.Tests);
    }

    public override void Write(Utf8JsonWriter writer, AnalysisPlan value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, new Stored(value.Text, value.Lots, value.Tests), options);

    private sealed record Stored(string Text, int Lots, int Tests);
}
