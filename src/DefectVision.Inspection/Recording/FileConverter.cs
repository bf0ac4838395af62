using System.Text.Json;
using System.Text.Json.Serialization;

namespace DefectVision.Inspection.Recording;

/// <summary>A file is written whole where it is first met, in the list of all files, and by its path where an item names it: read back, both are one again.</summary>
internal sealed class FileConverter : JsonConverter<InspectedFile>
{
    private readonly Dictionary<string, InspectedFile> _met = new(StringComparer.Ordinal);
    private JsonSerializerOptions? _plain;

    public override InspectedFile Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            var path = reader.GetString()!;
            return _met.TryGetValue(path, out var known) ? known : throw new JsonException($"an item names the photo '{path}', which is not among the files");
        }

        var file = JsonSerializer.Deserialize<InspectedFile>(ref reader, Plain(options)) ?? throw new JsonException("a file without content");
        return _met[file.Path] = file;
    }

    public override void Write(Utf8JsonWriter writer, InspectedFile value, JsonSerializerOptions options)
    {
        if (_met.ContainsKey(value.Path))
        {
            writer.WriteStringValue(value.Path);
            return;
        }

        _met[value.Path] = value;
        JsonSerializer.Serialize(writer, value, Plain(options));
    }

    private JsonSerializerOptions Plain(JsonSerializerOptions options)
    {
        if (_plain is null)
        {
            _plain = new JsonSerializerOptions(options);
            _plain.Converters.Remove(this);
        }

        return _plain;
    }
}
