namespace DefectVision.Imaging.Codes;

/// <summary>The grey values of a picture.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Values">Rows from the top, a byte a pixel; 0 is black.</param>
public sealed record Luminance(int Width, int Height, byte[] Values)
{
    /// <summary>From pixels of four bytes: red, green, blue, alpha. Green counts as much as the two others together.</summary>
    /// <param name="pixels">Rows from the top.</param>
    /// <param name="width">Of a row.</param>
    internal static Luminance Of(ReadOnlySpan<byte> pixels, int width)
    {
        var values = new byte[pixels.Length / 4];
        Convert(pixels, values);
        return new Luminance(width, values.Length / width, values);
    }

    /// <summary>The grey values of some pixels, as <see cref="Of"/> has them.</summary>
    /// <param name="pixels">Of four bytes.</param>
    /// <param name="values">Receives a byte a pixel.</param>
    internal static void Convert(ReadOnlySpan<byte> pixels, Span<byte> values)
    {
        for (int at = 0, from = 0; at < values.Length; at++, from += 4)
        {
            values[at] = (byte)((pixels[from] + (2 * pixels[from + 1]) + pixels[from + 2]) >> 2);
        }
    }

    /// <summary>Half as wide and half as high, each pixel the mean of four; a last odd row or column is left out.</summary>
    internal Luminance Halved()
    {
        var (width, height) = (Width / 2, Height / 2);
        var values = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            var upper = Values.AsSpan(2 * y * Width, Width);
            var lower = Values.AsSpan(((2 * y) + 1) * Width, Width);
            var row = values.AsSpan(y * width, width);
            for (var x = 0; x < width; x++)
            {
                row[x] = (byte)((upper[2 * x] + upper[(2 * x) + 1] + lower[2 * x] + lower[(2 * x) + 1] + 2) >> 2);
            }
        }

        return new Luminance(width, height, values);
    }

    /// <summary>Twice as wide and as high, linear.</summary>
    internal Luminance Doubled()
    {
        var larger = new Luminance(2 * Width, 2 * Height, new byte[4 * Width * Height]);
        for (var at = 0; at < larger.Values.Length; at++)
        {
            larger.Values[at] = (byte)(At(((at % larger.Width) / 2.0) - 0.25, ((at / larger.Width) / 2.0) - 0.25) + 0.5f);
        }

        return larger;
    }

    /// <summary>A part of it, in a buffer of its own.</summary>
    internal Luminance Cut(CodeArea area)
    {
        var values = new byte[area.Width * area.Height];
        for (var y = 0; y < area.Height; y++)
        {
            Values.AsSpan(((area.Y + y) * Width) + area.X, area.Width).CopyTo(values.AsSpan(y * area.Width));
        }

        return new Luminance(area.Width, area.Height, values);
    }

    /// <summary>Dark for light.</summary>
    internal Luminance Inverted() => this with { Values = Array.ConvertAll(Values, value => (byte)(255 - value)) };

    /// <summary>The grey value between pixels, linear; outside the picture that of the nearest pixel.</summary>
    internal float At(double x, double y)
    {
        x = Math.Clamp(x, 0, Width - 1);
        y = Math.Clamp(y, 0, Height - 1);
        var (left, top) = ((int)x, (int)y);
        var (right, bottom) = (Math.Min(left + 1, Width - 1), Math.Min(top + 1, Height - 1));
        var (across, down) = ((float)(x - left), (float)(y - top));
        var upper = Values[(top * Width) + left] + (across * (Values[(top * Width) + right] - Values[(top * Width) + left]));
        var lower = Values[(bottom * Width) + left] + (across * (Values[(bottom * Width) + right] - Values[(bottom * Width) + left]));
        return upper + (down * (lower - upper));
    }

    /// <summary>Fills a part with white, so that what stands there is not read again.</summary>
    internal void Blank(CodeArea area)
    {
        for (var y = area.Y; y < area.Y + area.Height; y++)
        {
            Values.AsSpan((y * Width) + area.X, area.Width).Fill(byte.MaxValue);
        }
    }
}
