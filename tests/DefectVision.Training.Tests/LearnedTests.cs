using DefectVision.Fixtures;
using DefectVision.Inference;

namespace DefectVision.Training.Tests;

/// <summary>Rule: a model to learn on from may come from anybody; what it carries fits together, or it is refused (looked for beside fuzzing).</summary>
public sealed class LearnedTests : IDisposable
{
    private const string Photo = """{"Label":"good","Group":"g","Sha256":"aa","IsAltered":false}""";

    private const string Recipe = "3: framed places of 16 px, distances over the spacing of good ones";

    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void What_fits_together_is_read()
    {
        var learned = Learned.Read(Carrying($"[{Photo},{Photo}]"));
        Assert.Equal([1f, 2f, 3f], learned.Examples[0].Values);
        Assert.Equal([0.5f, 0.25f], learned.Memory.Projection.Bias);
        Assert.Equal([1f, 2f], learned.Memory.Places[0]);
    }

    [Theory]
    [InlineData("null", "what it learned from cannot be read")]
    [InlineData("[null,null]", "what it learned from cannot be read")]
    [InlineData("[{}]", "what it learned from cannot be read")]
    [InlineData("{", "what it learned from cannot be read")]
    [InlineData($"[{Photo}]", "found 1 photos with 2 rows of numbers")]
    [InlineData($"[{Photo},{Photo},{Photo}]", "found 3 photos with 2 rows of numbers")]
    public void Photos_that_are_not_those_of_the_numbers_are_refused(string photos, string what) => Assert.Contains(what, Refusal(Carrying(photos)), StringComparison.Ordinal);

    [Theory]
    [InlineData(3, 2)]
    [InlineData(2, 3)]
    public void Offsets_and_places_of_other_components_are_refused(int offsets, int components) =>
        Assert.Contains(FormattableString.Invariant($"{offsets} offsets and places of {components} numbers for 2 components"), Refusal(Carrying($"[{Photo},{Photo}]", offsets, components)), StringComparison.Ordinal);

    // Before there was a recipe's name the places were of 8 px and the distances plain.
    [Theory]
    [InlineData(null, "found numbers of the recipe '1'")]
    [InlineData("3: of a later day", "found numbers of the recipe '3: of a later day'")]
    public void Numbers_of_another_recipe_are_refused(string? recipe, string what)
    {
        var refusal = Refusal(Carrying($"[{Photo},{Photo}]", recipe: recipe));
        Assert.Contains(what, refusal, StringComparison.Ordinal);
        Assert.Contains("train it anew from all its photos", refusal, StringComparison.Ordinal);
    }

    private static string Refusal(string model) => Assert.Throws<ModelException>(() => Learned.Read(model)).Message;

    private string Carrying(string photos, int offsets = 2, int components = 2, string? recipe = Recipe)
    {
        var graph = TinyModel.Graph();
        graph.Halves("learned_examples", [(Half)1, (Half)2, (Half)3, (Half)4, (Half)5, (Half)6], 2, 3);
        graph.Constant("whitening", [1f, 0f, 0f, 0f, 1f, 0f], 2, 3, 1, 1);
        graph.Constant("whitening_bias", new[] { 0.5f, 0.25f, 0.125f }.AsSpan(0, offsets), offsets);
        graph.Constant("memory", [1f, 2f, 3f, 4f, 5f, 6f], 6 / components, components, 1, 1);
        graph.Metadata("defectvision.learned", photos);
        if (recipe is not null)
        {
            graph.Metadata("defectvision.recipe", recipe);
        }

        var path = _temp.At("carrying.onnx");
        File.WriteAllBytes(path, ModelWriter.Bind(graph, TinyModel.Contract));
        return path;
    }
}
