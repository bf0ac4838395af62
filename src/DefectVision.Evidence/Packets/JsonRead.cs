using System.Text.Json;

namespace DefectVision.Evidence.Packets;

/// <summary>Reading JSON that somebody may have meddled with.</summary>
internal static class JsonRead
{
    // A key that stands twice is read by some programs as the first and by others as the last.
    private static readonly JsonDocumentOptions Once = new() { AllowDuplicateProperties = false };

    /// <exception cref="JsonException">It is no JSON, or a key stands in it twice.</exception>
    public static JsonDocument Document(ReadOnlyMemory<byte> text) => JsonDocument.Parse(text, Once);

    /// <summary>What the reader of a document throws when fields are missing or of another kind.</summary>
    public static bool IsBroken(Exception fault) => fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException;

    /// <returns>Null where the field is null, or not there: files of earlier builds have fewer.</returns>
    public static string? TextOrNone(JsonElement parent, string field) => parent.TryGetProperty(field, out var value) ? value.GetString() : null;

    /// <exception cref="FormatException">It is more than any number that we write.</exception>
    public static double? Measure(JsonElement parent, string field) => parent.GetProperty(field) is not { ValueKind: not JsonValueKind.Null } value ? null
        : value.GetDouble() is var number && double.IsFinite(number) ? number
        : throw new FormatException($"found {field} {value.GetRawText()}, wanted a number that can be computed with");

    /// <exception cref="FormatException">It is no share.</exception>
    public static double? Share(JsonElement parent, string field) => Measure(parent, field) is var share and not (< 0 or > 1) ? share
        : throw new FormatException($"found {field} {parent.GetProperty(field).GetRawText()}, wanted 0 to 1");
}
