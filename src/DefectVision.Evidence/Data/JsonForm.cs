using System.Text.Encodings.Web;
using System.Text.Json;

namespace DefectVision.Evidence.Data;

/// <summary>How JSON is written here: every letter that JSON allows stays readable, lines end with LF on every system.</summary>
internal static class JsonForm
{
    /// <summary>Relaxed: these files are data, they are not pasted into HTML.</summary>
    private static readonly JavaScriptEncoder Readable = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    public static JsonWriterOptions Line { get; } = new() { Encoder = Readable };

    public static JsonWriterOptions Page { get; } = new() { Encoder = Readable, Indented = true, IndentSize = 2, NewLine = "\n" };

    /// <summary>A field without a value is written as null, so that no field is ever missing.</summary>
    public static void WriteCount(this Utf8JsonWriter json, string field, long? value)
    {
        if (value is { } known)
        {
            json.WriteNumber(field, known);
        }
        else
        {
            json.WriteNull(field);
        }
    }

    /// <inheritdoc cref="WriteCount"/>
    public static void WriteMeasure(this Utf8JsonWriter json, string field, double? value)
    {
        if (value is { } known)
        {
            json.WriteNumber(field, known);
        }
        else
        {
            json.WriteNull(field);
        }
    }

    /// <inheritdoc cref="WriteCount"/>
    public static void WriteTruth(this Utf8JsonWriter json, string field, bool? value)
    {
        if (value is { } known)
        {
            json.WriteBoolean(field, known);
        }
        else
        {
            json.WriteNull(field);
        }
    }

    /// <summary>An object, or null in its place.</summary>
    public static void WriteObject<T>(this Utf8JsonWriter json, string field, T? value, Action<T> write)
        where T : class
    {
        if (value is null)
        {
            json.WriteNull(field);
            return;
        }

        json.WriteStartObject(field);
        write(value);
        json.WriteEndObject();
    }

    /// <summary>A sentence, in English.</summary>
    public static void WriteString(this Utf8JsonWriter json, string field, FormattableString? sentence) =>
        json.WriteString(field, sentence is null ? null : FormattableString.Invariant(sentence));

    /// <inheritdoc cref="WriteString"/>
    public static void WriteTexts(this Utf8JsonWriter json, string field, IEnumerable<FormattableString> sentences) =>
        json.WriteTexts(field, sentences.Select(FormattableString.Invariant));

    /// <summary>A list, or null where nothing was said.</summary>
    public static void WriteTexts(this Utf8JsonWriter json, string field, IEnumerable<string>? texts)
    {
        if (texts is null)
        {
            json.WriteNull(field);
            return;
        }

        json.WriteStartArray(field);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
