using System.Text.Json;
using System.Text.Json.Serialization;
using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Judging;

namespace DefectVision.Inspection.Recording;

/// <summary>Terms are the agreement with defaults: the agreement is kept, the defaults follow from it.</summary>
internal sealed class TermsConverter : JsonConverter<AgreedTerms>
{
    public override AgreedTerms Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(JsonSerializer.Deserialize<Agreement>(ref reader, options) ?? throw new JsonException("terms without an agreement"));

    public override void Write(Utf8JsonWriter writer, AgreedTerms value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value.Agreement, options);
}
