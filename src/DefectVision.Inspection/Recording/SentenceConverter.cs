using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DefectVision.Inspection.Recording;

/// <summary>
/// A sentence as its template and what fills it, so that it can be said in another language later: text and whole numbers as they are; other numbers, dates,
/// words of enumerations, lists of names and sentences in an object that says what they are.
/// </summary>
internal sealed class SentenceConverter : JsonConverter<FormattableString>
{
    private static readonly Dictionary<string, Type> Enumerations = typeof(Word).Assembly.GetTypes()
        .Concat(typeof(Statistics.Guarantee).Assembly.GetTypes())
        .Where(type => type.IsEnum)
        .ToDictionary(type => type.Name, StringComparer.Ordinal);

    public override FormattableString Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return Sentence(document.RootElement);
    }

    public override void Write(Utf8JsonWriter writer, FormattableString value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("say", value.Format);
        if (value.ArgumentCount > 0)
        {
            writer.WriteStartArray("with");
            foreach (var argument in value.GetArguments())
            {
                WriteArgument(writer, argument, options);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private void WriteArgument(Utf8JsonWriter writer, object? argument, JsonSerializerOptions options)
    {
        switch (argument)
        {
            case FormattableString sentence:
                Write(writer, sentence, options);
                break;
            case int or long:
                writer.WriteNumberValue(Convert.ToInt64(argument, CultureInfo.InvariantCulture));
                break;
            case double number:
                Tagged(writer, "double", number.ToString("R", CultureInfo.InvariantCulture));
                break;
            case decimal number:
                Tagged(writer, "decimal", number.ToString(CultureInfo.InvariantCulture));
                break;
            case ulong number:
                Tagged(writer, "unsigned", number.ToString(CultureInfo.InvariantCulture));
                break;
            case DateOnly day:
                Tagged(writer, "day", day.ToString("O", CultureInfo.InvariantCulture));
                break;
            case DateTimeOffset time:
                Tagged(writer, "time", time.ToString("O", CultureInfo.InvariantCulture));
                break;
            case Word { Value: var value }:
                Tagged(writer, "word", $"{value.GetType().Name}.{value}");
                break;
            case Enum value when Enumerations.ContainsKey(value.GetType().Name):
                Tagged(writer, "member", $"{value.GetType().Name}.{value}");
                break;
            case Names names:
                writer.WriteStartObject();
                writer.WriteStartArray("names");
                foreach (var name in names.Shown)
                {
                    writer.WriteStringValue(name);
                }

                writer.WriteEndArray();
                writer.WriteNumber("more", names.More);
                writer.WriteEndObject();
                break;
            case IFormattable other:
                writer.WriteStringValue(other.ToString(null, CultureInfo.InvariantCulture));
                break;
            default:
                writer.WriteStringValue(argument?.ToString() ?? string.Empty);
                break;
        }
    }

    private static void Tagged(Utf8JsonWriter writer, string tag, string value)
    {
        writer.WriteStartObject();
        writer.WriteString(tag, value);
        writer.WriteEndObject();
    }

    private static FormattableString Sentence(JsonElement json) => FormattableStringFactory.Create(
        json.GetProperty("say").GetString() ?? throw new JsonException("a sentence without words"),
        json.TryGetProperty("with", out var arguments) ? [.. arguments.EnumerateArray().Select(Argument)] : []);

    private static object? Argument(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.String)
        {
            return json.GetString();
        }

        if (json.ValueKind == JsonValueKind.Number)
        {
            return json.GetInt64();
        }

        var first = json.EnumerateObject().First();
        return first.Name switch
        {
            "say" => Sentence(json),
            "double" => double.Parse(first.Value.GetString()!, CultureInfo.InvariantCulture),
            "decimal" => decimal.Parse(first.Value.GetString()!, CultureInfo.InvariantCulture),
            "unsigned" => ulong.Parse(first.Value.GetString()!, CultureInfo.InvariantCulture),
            "day" => DateOnly.Parse(first.Value.GetString()!, CultureInfo.InvariantCulture),
            "time" => DateTimeOffset.Parse(first.Value.GetString()!, CultureInfo.InvariantCulture),
            "word" => new Word(Member(first.Value.GetString()!)),
            "member" => Member(first.Value.GetString()!),
            "names" => new Names([.. first.Value.EnumerateArray().Select(name => name.GetString()!)], json.GetProperty("more").GetInt32()),
            var other => throw new JsonException($"'{other}' fills no sentence"),
        };
    }

    private static Enum Member(string written) => written.Split('.') is [var type, var name] && Enumerations.TryGetValue(type, out var known)
        ? (Enum)Enum.Parse(known, name)
        : throw new JsonException($"'{written}' is no word of this version");
}
