using System.Text.Json;
using System.Text.Json.Serialization;

namespace DefectVision.Inspection.Recording;

/// <summary>Severities that are counted together as one word: "major", "critical+major".</summary>
internal sealed class SeverityRangeConverter : JsonConverter<SeverityRange>
{
    public override SeverityRange Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var severities = (reader.GetString() ?? string.Empty).Split('+').Select(Named).ToList();
        return new SeverityRange(severities[0], severities[^1]);
    }

    public override void Write(Utf8JsonWriter writer, SeverityRange value, JsonSerializerOptions options) => writer.WriteStringValue(value.Code);

    private static Severity Named(string code) =>
        Enum.GetValues<Severity>().Where(severity => new Word(severity).Code == code).Cast<Severity?>().SingleOrDefault()
            ?? throw new JsonException($"'{code}' is no severity of this version");
}
