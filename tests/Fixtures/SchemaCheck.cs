using System.Text.Json;
using System.Text.RegularExpressions;

namespace DefectVision.Fixtures;

/// <summary>The part of JSON Schema 2020-12 that the shipped schemas use. Returns what does not hold.</summary>
internal sealed class SchemaCheck(JsonElement schema)
{
    /// <param name="file">Name of the schema.</param>
    /// <param name="folder">Of the program that ships it; null: of the test.</param>
    public static SchemaCheck Shipped(string file, string? folder = null) =>
        new(JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder ?? AppContext.BaseDirectory, "schemas", file))).RootElement);

    public IReadOnlyList<string> Faults(JsonElement value) => [.. Faults(value, schema, "$")];

    private IEnumerable<string> Faults(JsonElement value, JsonElement rule, string at)
    {
        foreach (var keyword in rule.EnumerateObject())
        {
            foreach (var fault in Faults(value, rule, keyword, at))
            {
                yield return fault;
            }
        }
    }

    private IEnumerable<string> Faults(JsonElement value, JsonElement rule, JsonProperty keyword, string at) => keyword.Name switch
    {
        "$ref" => Faults(value, schema.GetProperty("$defs").GetProperty(keyword.Value.GetString()?.Split('/')[^1] ?? ""), at),
        "type" => Unless(Types(keyword.Value).Any(type => Is(value, type)), at, $"wanted {keyword.Value}, found {value}"),
        "const" => Unless(JsonElement.DeepEquals(value, keyword.Value), at, $"wanted {keyword.Value}, found {value}"),
        "enum" => Unless(keyword.Value.EnumerateArray().Any(allowed => JsonElement.DeepEquals(value, allowed)), at, $"wanted one of {keyword.Value}, found {value}"),
        "pattern" => Unless(value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString() ?? "", keyword.Value.GetString() ?? ""), at, $"wanted {keyword.Value}, found {value}"),
        "minimum" => Unless(value.ValueKind != JsonValueKind.Number || value.GetDouble() >= keyword.Value.GetDouble(), at, $"wanted at least {keyword.Value}, found {value}"),
        "maximum" => Unless(value.ValueKind != JsonValueKind.Number || value.GetDouble() <= keyword.Value.GetDouble(), at, $"wanted at most {keyword.Value}, found {value}"),
        "minItems" when value.ValueKind == JsonValueKind.Array => Unless(value.GetArrayLength() >= keyword.Value.GetInt32(), at, $"wanted {keyword.Value} elements"),
        "items" when value.ValueKind == JsonValueKind.Array => value.EnumerateArray().SelectMany((element, index) => Faults(element, keyword.Value, $"{at}[{index}]")),
        "required" when value.ValueKind == JsonValueKind.Object => keyword.Value.EnumerateArray()
            .SelectMany(name => Unless(value.TryGetProperty(name.GetString() ?? "", out _), at, $"wanted {name}")),
        "properties" when value.ValueKind == JsonValueKind.Object => keyword.Value.EnumerateObject()
            .Where(property => value.TryGetProperty(property.Name, out _))
            .SelectMany(property => Faults(value.GetProperty(property.Name), property.Value, $"{at}.{property.Name}")),
        "additionalProperties" when value.ValueKind == JsonValueKind.Object => value.EnumerateObject()
            .Where(property => !rule.TryGetProperty("properties", out var known) || !known.TryGetProperty(property.Name, out _))
            .SelectMany(property => keyword.Value.ValueKind == JsonValueKind.False ? [$"{at}: '{property.Name}' is not in the schema"] : Faults(property.Value, keyword.Value, at)),
        "minItems" or "items" or "required" or "properties" or "additionalProperties" or "$schema" or "$id" or "$defs" or "title" or "description" or "format" => [],
        _ => [$"{at}: this check does not know the keyword '{keyword.Name}'"],
    };

    private static IEnumerable<string> Unless(bool holds, string at, string fault) => holds ? [] : [$"{at}: {fault}"];

    private static IEnumerable<string?> Types(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(one => one.GetString()) : [type.GetString()];

    private static bool Is(JsonElement value, string? type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        _ => value.ValueKind == JsonValueKind.Number,
    };
}
