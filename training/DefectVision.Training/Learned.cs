using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using DefectVision.Imaging;
using DefectVision.Inference;
using DefectVision.Inference.Features;
using DefectVision.Inference.Graph;
using DefectVision.Training.Backbones;
using DefectVision.Training.Labels;

namespace DefectVision.Training;

/// <summary>What a model carries of the photos it learned from: their embeddings and labels, never the photos, so that labels can be added without them.</summary>
/// <param name="Contract">Of the model.</param>
/// <param name="Sha256">Of its file, lower-case hex.</param>
/// <param name="Examples">Embedding of every photo as it is, altered and turned, each measured against a memory that had not seen its group.</param>
/// <param name="Memory">Its good places.</param>
internal sealed record Learned(ModelContract Contract, string Sha256, IReadOnlyList<Example<float[]>> Examples, MemoryBank Memory)
{
    private const string Values = "learned_examples";
    private const string MetadataKey = "defectvision.learned";

    /// <summary>What the numbers of an example mean; those of another recipe cannot stand beside them.</summary>
    private const string RecipeKey = "defectvision.recipe";
    private const string Recipe = "3: framed places of 16 px, distances over the spacing of good ones";

    /// <summary>There where the memory holds photos turned.</summary>
    private const string TurnedKey = "defectvision.turned";

    private static readonly JsonSerializerOptions Strict = new() { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    /// <summary>A group as it is carried: the names of files stay at home.</summary>
    public static string Sealed(string group) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(group)).AsSpan(0, 8));

    public static void Store(OnnxGraph graph, IReadOnlyList<Example<float[]>> examples, MemoryKind kind)
    {
        if (kind == MemoryKind.AnyAngle)
        {
            graph.Metadata(TurnedKey, kind.Looks.ToString(CultureInfo.InvariantCulture));
        }

        graph.Halves(Values, [.. examples.SelectMany(example => example.Values, (_, value) => (Half)value)], examples.Count, examples[0].Values.Length);
        graph.Metadata(RecipeKey, Recipe);
        graph.Metadata(MetadataKey, JsonSerializer.Serialize(examples.Select(example =>
            new Carried(example.Photo.Label, example.Photo.Group, example.Photo.Sha256, example.Take.IsAltered, example.Take.Way, example.Photo.Item == example.Photo.Group ? null : example.Photo.Item))));
    }

    /// <exception cref="FileNotFoundException">No such file.</exception>
    /// <exception cref="ModelException">It is no model of this product, or carries nothing to learn from.</exception>
    public static Learned Read(string path)
    {
        using var model = Model.Load(path);
        var name = Path.GetFileName(path);
        var stored = StoredTensors.Of(PlainFile.Bytes(path), name);
        if (stored.Text(MetadataKey) is not { } text || stored.HalfRows(Values) is not { } values
            || stored.Rows(Deviation.WhiteningConstant) is not { } whitening || stored.Rows(Deviation.BiasConstant) is not { } bias || stored.Rows(Deviation.MemoryConstant) is not { } memory)
        {
            throw new ModelException($"{name}: found a model that carries nothing of what it learned from, wanted one made by `train` of this version");
        }

        if (stored.Text(RecipeKey) is var recipe && recipe != Recipe)
        {
            throw new ModelException($"{name}: found numbers of the recipe '{recipe ?? "1"}', wanted '{Recipe}': train it anew from all its photos");
        }

        var photos = Photos(text, name);
        if (photos.Count != values.Count || bias.Count != whitening.Count || memory[0].Length != whitening.Count)
        {
            throw new ModelException(FormattableString.Invariant(
                $"{name}: found {photos.Count} photos with {values.Count} rows of numbers, and {bias.Count} offsets and places of {memory[0].Length} numbers for {whitening.Count} components, wanted as many of each as it was made with"));
        }

        return new Learned(
            model.Contract,
            model.Sha256,
            [.. photos.Select((photo, at) => new Example<float[]>(
                new Take(new LabelledPhoto(string.Empty, photo.Label, photo.Group, photo.Sha256, null) { Item = photo.Item ?? photo.Group }, photo.IsAltered, photo.Way),
                Array.ConvertAll(values[at], value => (float)value)))],
            new MemoryBank(new Whitening(whitening, [.. bias.Select(row => row[0])]), memory, stored.Text(TurnedKey) is null ? MemoryKind.Upright : MemoryKind.AnyAngle));
    }

    private static List<Carried> Photos(string text, string name)
    {
        try
        {
            var photos = JsonSerializer.Deserialize<List<Carried>>(text, Strict);
            return photos is not null && photos.TrueForAll(photo => photo is not null) ? photos : throw new JsonException("found null in place of photos");
        }
        catch (JsonException fault)
        {
            throw new ModelException($"{name}: what it learned from cannot be read: {fault.Message}", fault);
        }
    }

    /// <summary>Without the photos of a set that says anew what they show.</summary>
    public IReadOnlyList<Example<float[]>> Beside(LabelledSet set)
    {
        var anew = set.Photos.Select(photo => photo.Sha256).ToHashSet(StringComparer.Ordinal);
        return [.. Examples.Where(example => !anew.Contains(example.Photo.Sha256))];
    }

    private sealed record Carried(string Label, string Group, string Sha256, bool IsAltered, int Way = 0, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Item = null);
}
