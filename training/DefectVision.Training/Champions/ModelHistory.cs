using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DefectVision.Training.Champions;

/// <summary>Which models were in use in one place, a JSON line each: <c>NAME.history.jsonl</c> beside <c>NAME.onnx</c>.</summary>
/// <param name="Path">The file, whether it is there or not.</param>
/// <param name="Entries">Oldest first.</param>
internal sealed record ModelHistory(string Path, IReadOnlyList<HistoryEntry> Entries)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    /// <summary>The models that were replaced and not put back yet, the latest last.</summary>
    public IReadOnlyList<string> Predecessors
    {
        get
        {
            var stack = new List<string>();
            foreach (var entry in Entries)
            {
                if (entry.Event == HistoryEvent.Promoted)
                {
                    stack.Add(entry.Replaced);
                }
                else if (stack.Count > 0)
                {
                    stack.RemoveAt(stack.Count - 1);
                }
            }

            return stack;
        }
    }

    /// <param name="modelPath">NAME.onnx.</param>
    /// <exception cref="ChampionException">A line of the history is broken.</exception>
    public static ModelHistory Of(string modelPath)
    {
        var path = System.IO.Path.ChangeExtension(modelPath, ".history.jsonl");
        var lines = File.Exists(path) ? File.ReadAllLines(path) : [];
        return new ModelHistory(path, [.. lines.Select((line, at) => Entry(line, $"{System.IO.Path.GetFileName(path)}({at + 1})"))]);
    }

    /// <summary>The file's content with one more line.</summary>
    public byte[] With(HistoryEntry entry) =>
        Encoding.UTF8.GetBytes(string.Concat(Entries.Append(entry).Select(line => JsonSerializer.Serialize(line, Json) + "\n")));

    private static HistoryEntry Entry(string line, string place)
    {
        try
        {
            return JsonSerializer.Deserialize<HistoryEntry>(line, Json) ?? throw new JsonException("the line is null");
        }
        catch (JsonException fault)
        {
            throw new ChampionException($"{place}: found a broken line, wanted what promotions and rollbacks write ({fault.Message})", fault);
        }
    }
}
