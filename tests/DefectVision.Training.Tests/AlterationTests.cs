using DefectVision.Imaging;

namespace DefectVision.Training.Tests;

/// <summary>Rule: an alteration changes light and compression of whatever stands in the input, and never refuses it as a photo that breaks off.</summary>
public sealed class AlterationTests
{
    private const int Side = 64;

    // A picture that ends in rows of black or of middle grey is what a decoder leaves of a broken file, and also what a product on such a ground looks like.
    [Theory]
    [InlineData(0f)]
    [InlineData(128f / 255)]
    [InlineData(1f)]
    public void A_product_on_an_even_ground_is_altered(float ground)
    {
        var recipe = new InputRecipe(InputRecipe.CurrentVersion, Side, Side);
        var input = new float[recipe.Length];
        Array.Fill(input, ground);
        for (var at = 0; at < Side * Side / 4; at++)
        {
            input[at] = 0.25f + (0.5f * (at % 7 / 7f));
        }

        var before = input.ToArray();
        new Alteration(50, 1).Apply(recipe, input);
        Assert.InRange(input[^1], ground - 0.02, ground + 0.02);
        Assert.NotEqual(before, input);
        Assert.InRange(before.Zip(input, (one, other) => Math.Abs(one - other)).Average(), 0.0001, 0.1);
        Assert.All(input, value => Assert.InRange(value, 0, 1));
    }

    [Fact]
    public void Light_is_a_factor()
    {
        var recipe = new InputRecipe(InputRecipe.CurrentVersion, Side, Side);
        var input = new float[recipe.Length];
        Array.Fill(input, 0.5f);
        new Alteration(95, 0.9f).Apply(recipe, input);
        Assert.All(input, value => Assert.InRange(value, 0.44, 0.46));
    }
}
