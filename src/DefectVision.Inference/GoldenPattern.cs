using DefectVision.Imaging;

namespace DefectVision.Inference;

/// <summary>Inputs made by formula for the self-test, version 1: a shaded ground with waves of three lengths and a dark disc, different for each number.</summary>
public static class GoldenPattern
{
    /// <summary>How many patterns a model is tested with.</summary>
    public const int Count = 3;

    /// <summary>Fills <paramref name="input"/> (3 planes of the recipe's size, 0..1) with pattern <paramref name="number"/>.</summary>
    public static void Fill(int number, InputRecipe recipe, Span<float> input)
    {
        var plane = recipe.Width * recipe.Height;
        for (var channel = 0; channel < 3; channel++)
        {
            for (var y = 0; y < recipe.Height; y++)
            {
                for (var x = 0; x < recipe.Width; x++)
                {
                    // Integer phases, so that the same bits come out wherever floats are IEEE 754.
                    var fine = Wave(((x * (3 + number)) + (y * 2)) & 31);
                    var middle = Wave(((x + (y * (1 + number))) >> 1) & 31);
                    var coarse = Wave(((y + (x * channel)) >> 3) & 31);
                    var inside = Square(x - (recipe.Width * (number + 1) / 5)) + Square(y - (recipe.Height / 2)) < Square(recipe.Height / 12);
                    var value = 0.5f + (0.15f * fine) + (0.1f * middle) + (0.1f * coarse);
                    input[(channel * plane) + (y * recipe.Width) + x] = inside ? 0.4f * value : value;
                }
            }
        }
    }

    private static float Wave(int phase) => (phase < 16 ? phase - 8 : 24 - phase) / 8f;

    private static int Square(int value) => value * value;
}
