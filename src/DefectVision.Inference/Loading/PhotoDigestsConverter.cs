using System.Text.Json;
using System.Text.Json.Serialization;

namespace DefectVision.Inference.Loading;

/// <summary>Photo digests as one base64 string.</summary>
internal sealed class PhotoDigestsConverter : JsonConverter<PhotoDigests>
{
    public override PhotoDigests Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw new JsonException("found photo digests that are no string");
        }

        try
        {
            return PhotoDigests.Parse(reader.GetString()!);
        }
        catch (FormatException fault)
        {
            throw new JsonException(fault.Message, fault);
        }
    }

    public override void Write(Utf8JsonWriter writer, PhotoDigests value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
