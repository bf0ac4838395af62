using System.Text.Json;
using System.Text.Json.Serialization;
using DefectVision.Statistics;

namespace DefectVision.Inference.Loading;

/// <summary>A tally as <c>[count, total]</c>; what can be derived from the two is not stored.</summary>
internal sealed class TallyConverter : JsonConverter<Tally>
{
    public override Tally Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var pair = JsonSerializer.Deserialize<long[]>(ref reader, options);
        return pair is [var count, var total] && count >= 0 && count <= total
            ? new Tally(count, total)
            : throw new JsonException("found no pair of count and total, wanted such as [37, 40]");
    }

    public override void Write(Utf8JsonWriter writer, Tally value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.Count);
        writer.WriteNumberValue(value.Total);
        writer.WriteEndArray();
    }
}
