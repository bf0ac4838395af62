using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace Deploy.Tests;

/// <summary>A node of a recipe in YAML; anchors and merge keys are followed.</summary>
internal sealed class Recipe
{
    private readonly object? _node;

    private Recipe(object? node) => _node = node;

    public string Text => _node as string ?? throw new InvalidDataException($"found {_node?.GetType().Name ?? "nothing"}, wanted a text");

    public IReadOnlyList<Recipe> Items => _node is List<object?> list ? [.. list.Select(item => new Recipe(item))] : throw new InvalidDataException("found no list, wanted one");

    public IEnumerable<string> Names => Map.Keys.Cast<string>();

    public Recipe this[string name] => new(Map.TryGetValue(name, out var value) ? value : throw new InvalidDataException($"found no '{name}' among {string.Join(", ", Names)}"));

    public Recipe this[int at] => Items[at];

    private Dictionary<object, object?> Map => _node as Dictionary<object, object?> ?? throw new InvalidDataException("found no map, wanted one");

    /// <param name="name">Of the file under the recipes.</param>
    public static Recipe Yaml(string name)
    {
        using var text = new StringReader(File.ReadAllText(Path.Combine(Workbench.Recipes, name)));
        return new Recipe(new DeserializerBuilder().Build().Deserialize<object>(new MergingParser(new Parser(text))));
    }

    public bool Has(string name) => Map.ContainsKey(name);
}
