using System.Text.Json;
using System.Text.Json.Serialization;
using DefectVision.Statistics;

namespace DefectVision.Inspection.Recording;

/// <summary>So many of so many, as [count, total].</summary>
internal sealed class TallyConverter : JsonConverter<Tally>
{
    public override Tally Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<long[]>(ref reader, options) is [var count, var total] ? new Tally(count, total) : throw new JsonException("a tally that is not [count, total]");

    public override void Write(Utf8JsonWriter writer, Tally value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, (long[])[value.Count, value.Total], options);
}
