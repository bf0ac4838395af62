using System.Text.Json;
using System.Text.Json.Serialization;
using DefectVision.Evidence.Languages;

namespace DefectVision.Cases;

/// <summary>A language in a file: by its code, as the option writes it.</summary>
internal sealed class LanguageCode : JsonConverter<Language>
{
    public override Language? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return Language.Parse(reader.GetString());
        }
        catch (ArgumentException fault)
        {
            throw new JsonException($"language: {fault.Message}", fault);
        }
    }

    public override void Write(Utf8JsonWriter writer, Language value, JsonSerializerOptions options) => writer.WriteStringValue(value.Code);
}
