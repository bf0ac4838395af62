using System.Text.Json;

namespace DefectVision.Evidence.Packets;

/// <summary>Reading JSON that somebody may have meddled with.</summary>
internal static class JsonRead
{
    /// <summary>What the reader of a document throws when fields are missing or of another kind.</summary>
    public static bool IsBroken(Exception fault) => fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException;

    /// <returns>Null where the field is null, or not there: files of earlier builds have fewer.</returns>
    public static string? TextOrNone(JsonElement parent, string field) => parent.TryGetProperty(field, out var value) ? value.GetString() : null;

    public static double? Measure(JsonElement parent, string field) =>
        parent.GetProperty(field) is { ValueKind: not JsonValueKind.Null } value ? value.GetDouble() : null;
}
