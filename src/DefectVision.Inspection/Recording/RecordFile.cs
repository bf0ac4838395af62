using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DefectVision.Inspection.Recording;

/// <summary>
/// <c>record.json</c>: one inspection, whole, as every later command reads it back. What is read is equal to what was written: every output made from it
/// has the same bytes.
/// </summary>
public static class RecordFile
{
    public const string Name = "record.json";

    private const string Schema = "defectvision/record/1";

    /// <exception cref="IOException">The stream cannot be written.</exception>
    public static void Write(InspectionRecord record, Stream stream) =>
        JsonSerializer.Serialize(stream, new Stored(Schema, record), Form());

    /// <param name="file">All bytes of a record.</param>
    /// <exception cref="RecordException">They are no record of this version.</exception>
    public static InspectionRecord Read(ReadOnlySpan<byte> file)
    {
        try
        {
            var stored = JsonSerializer.Deserialize<Stored>(file, Form());
            return stored?.Schema != Schema
                ? throw new RecordException($"{Name}: found schema '{stored?.Schema}', expected '{Schema}': inspect again with this version")
                : stored.Record ?? throw new RecordException($"{Name}: found no inspection in it: inspect again");
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException or ArgumentException or InvalidOperationException
            or KeyNotFoundException or FormatException or OverflowException)
        {
            throw new RecordException($"{Name}: it cannot be read as a record of this version ({fault.Message}): inspect again", fault);
        }
    }

    // A form of its own for each file: the converter of photos remembers which it has met.
    private static JsonSerializerOptions Form() => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        IncludeFields = true,
        MaxDepth = 256,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new SentenceConverter(), new FileConverter(), new TermsConverter(), new PlanConverter(), new TallyConverter(), new SeverityRangeConverter(),
            new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower),
        },
    };

    private sealed record Stored(string? Schema, InspectionRecord? Record);
}
