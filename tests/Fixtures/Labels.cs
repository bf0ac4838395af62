using DefectVision.Imaging;

namespace DefectVision.Fixtures;

/// <summary>Photos of a carton with a white label on it.</summary>
internal static class Labels
{
    private const int Quality = 85;

    /// <summary>A bright photo of 420 x 240 px with a Code 128 symbol.</summary>
    /// <param name="number">So that two photos never have the same bytes.</param>
    public static byte[] Carton(string text, int number) => Photo(Bars.Code128(text), number);

    /// <summary>The same with an EAN-13 symbol.</summary>
    public static byte[] Article(string digits, int number) => Photo(Bars.Ean13(digits), number);

    private static byte[] Photo(bool[] modules, int number, int width = 420, int height = 240)
    {
        var picture = new RgbImage(width, height);
        picture.Bytes.AsSpan().Fill((byte)(205 + (number % 20)));
        const int Module = 2;
        var (left, top) = ((width - (Module * modules.Length)) / 2, height / 3);
        Fill(picture, left - (10 * Module), top - 10, (modules.Length + 20) * Module, (height / 3) + 20, byte.MaxValue);
        for (var at = 0; at < modules.Length; at++)
        {
            if (modules[at])
            {
                Fill(picture, left + (at * Module), top, Module, height / 3, 30);
            }
        }

        // A mark of its own for each number, far from the label.
        Fill(picture, 2, 2, 2 + (number % 50), 2 + (number / 50), 120);
        return picture.ToJpeg(Quality);
    }

    private static void Fill(RgbImage picture, int left, int top, int width, int height, byte level)
    {
        for (var y = Math.Max(top, 0); y < Math.Min(top + height, picture.Height); y++)
        {
            var (from, to) = (Math.Max(left, 0), Math.Min(left + width, picture.Width));
            picture.Bytes.AsSpan(3 * ((y * picture.Width) + from), 3 * (to - from)).Fill(level);
        }
    }
}
