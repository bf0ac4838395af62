using SkiaSharp;

namespace DefectVision.Imaging.Decoding;

/// <summary>What stays of a very large picture.</summary>
internal static class BigPicture
{
    private const int Channels = 4;

    /// <summary>The picture at a whole fraction of its size, each pixel the mean of those it covers. Made within the memory of the large one, whose pixels are lost.</summary>
    /// <param name="large">RGBA, eight bits each.</param>
    /// <param name="pixels">At most wanted.</param>
    public static SKBitmap Smaller(SKBitmap large, long pixels)
    {
        var part = (int)Math.Ceiling(Math.Sqrt((double)large.Width * large.Height / pixels));
        var (width, height) = (Math.Max(1, large.Width / part), Math.Max(1, large.Height / part));
        var (across, down) = (Math.Min(part, large.Width), Math.Min(part, large.Height));
        var bytes = large.GetPixelSpan();
        var sums = new int[Channels * width];
        for (var row = 0; row < height; row++)
        {
            Array.Clear(sums);
            for (var line = 0; line < down; line++)
            {
                var source = bytes.Slice(((row * down) + line) * large.RowBytes, Channels * across * width);
                for (var at = 0; at < source.Length; at++)
                {
                    sums[(at / (Channels * across) * Channels) + (at % Channels)] += source[at];
                }
            }

            // The rows that this one is written over were summed before.
            var target = bytes.Slice(row * Channels * width, Channels * width);
            for (var at = 0; at < target.Length; at++)
            {
                target[at] = (byte)((sums[at] + (across * down / 2)) / (across * down));
            }
        }

        var smaller = new SKBitmap(large.Info.WithSize(width, height));
        bytes[..(Channels * width * height)].CopyTo(smaller.GetPixelSpan());
        return smaller;
    }
}
