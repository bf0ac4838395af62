using DefectVision.Imaging;

namespace DefectVision.Training;

/// <summary>
/// The other ways in which a photo could have lain on the table: mirrored and turned by quarters. Which defect it is seldom hangs on it, so the head for the
/// class may learn from each of them; where a defect is may well hang on it, so the memory of good places does not.
/// </summary>
internal static class Turning
{
    /// <summary>Turned photos of a set at most: with many photos the photos themselves lie in many ways.</summary>
    public const int Most = 4000;

    /// <summary>Ways beside the photo's own: 7 of a square, 3 of another shape, fewer where there are many photos.</summary>
    public static int Ways(InputRecipe recipe, int photos) => Math.Min(recipe.Width == recipe.Height ? 7 : 3, Most / Math.Max(1, photos));

    /// <param name="way">1 mirrored, 2 upside down, 3 both; 4 more: rows for columns, too. From 1 to 7.</param>
    /// <param name="recipe">The size of both.</param>
    /// <param name="photo">3 planes.</param>
    /// <param name="turned">Receives as many.</param>
    public static void Apply(int way, InputRecipe recipe, ReadOnlySpan<float> photo, Span<float> turned)
    {
        bool mirrored = (way & 1) != 0, isUpsideDown = (way & 2) != 0, isTransposed = (way & 4) != 0;
        var at = 0;
        for (var channel = 0; channel < 3; channel++)
        {
            var plane = photo.Slice(channel * recipe.Width * recipe.Height, recipe.Width * recipe.Height);
            for (var y = 0; y < recipe.Height; y++)
            {
                for (var x = 0; x < recipe.Width; x++)
                {
                    var (column, row) = (mirrored ? recipe.Width - 1 - x : x, isUpsideDown ? recipe.Height - 1 - y : y);
                    turned[at++] = isTransposed ? plane[(column * recipe.Width) + row] : plane[(row * recipe.Width) + column];
                }
            }
        }
    }
}
