namespace DefectVision.Imaging.Likeness;

/// <summary>
/// What a photo is known by when it comes again: re-encoded, resized, brightened, mirrored, turned a little, cropped a little. Two views of the whole upright photo, brought to
/// a square: its shape in grey, and its texture, which tells two goods of one kind apart where their shapes agree.
/// </summary>
public sealed class Fingerprint
{
    /// <summary>Side in pixels of the texture.</summary>
    internal const int Side = 96;

    /// <summary>Side in pixels of the shape.</summary>
    internal const int ShapeSide = Side / 2;

    private const int ShapeBytes = ShapeSide * ShapeSide;
    private const int TextureBytes = Side * Side / 2;

    /// <summary>Grey levels (0 to 255) between the darkest and the lightest place: a photo with less shows nothing that could be known again.</summary>
    private const double LeastRange = 4;

    /// <summary>Blur, in pixels, that the texture is held against.</summary>
    private const double TextureWidth = 1.5;

    /// <summary>Width in pixels of the surroundings whose contrast the texture is divided by.</summary>
    private const double ContrastWidth = 4;

    /// <summary>Grey levels; what is fainter is no texture.</summary>
    private const double LeastContrast = 0.15;

    /// <summary>Half the width of the tent that the picture is averaged with, in pixels of the texture.</summary>
    private const double TentSteps = 5 / 3.0;

    private const double StepsOfContrast = 2.5;
    private const int Middle = 8;

    private readonly byte[] _bytes;

    private Fingerprint(byte[] bytes) => _bytes = bytes;

    /// <summary>As it is kept: the shape, 8 bits a place, and the texture, 4 bits a place.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>Null where the photo is one even area.</summary>
    /// <param name="picture">The upright photo as a square of area averages, 0 to 255, rows from the top.</param>
    /// <param name="pictureSide">A multiple of <see cref="Side"/>.</param>
    internal static Fingerprint? Of(ReadOnlySpan<float> picture, int pictureSide)
    {
        var grey = Tented(picture, pictureSide);
        var shape = Reduced(picture, pictureSide, ShapeSide);
        var (low, high) = (shape.Min(), shape.Max());
        if (high - low < LeastRange)
        {
            return null;
        }

        var bytes = new byte[ShapeBytes + TextureBytes];
        for (var at = 0; at < ShapeBytes; at++)
        {
            bytes[at] = (byte)Math.Round((shape[at] - low) * byte.MaxValue / (high - low));
        }

        var texture = TextureOf(grey);
        for (var at = 0; at < TextureBytes; at++)
        {
            bytes[ShapeBytes + at] = (byte)(Nibble(texture[2 * at]) | (Nibble(texture[(2 * at) + 1]) << 4));
        }

        return new Fingerprint(bytes);
    }

    /// <summary>As it was kept; null where these are no bytes of one.</summary>
    public static Fingerprint? From(byte[]? bytes) => bytes?.Length == ShapeBytes + TextureBytes ? new Fingerprint(bytes) : null;

    /// <summary>The shape, 0 to 255.</summary>
    internal double[] Shape()
    {
        var shape = new double[ShapeBytes];
        for (var at = 0; at < shape.Length; at++)
        {
            shape[at] = _bytes[at];
        }

        return shape;
    }

    /// <summary>The shape at half its side.</summary>
    internal double[] SmallShape()
    {
        const int Small = ShapeSide / 2;
        var small = new double[Small * Small];
        for (var at = 0; at < ShapeBytes; at++)
        {
            small[(at / ShapeSide / 2 * Small) + (at % ShapeSide / 2)] += _bytes[at] / 4.0;
        }

        return small;
    }

    /// <summary>The texture in units of the contrast around, about -3 to 3.</summary>
    internal double[] Texture()
    {
        var texture = new double[Side * Side];
        for (var at = 0; at < texture.Length; at++)
        {
            var pair = _bytes[ShapeBytes + (at / 2)];
            texture[at] = ((at % 2 == 0 ? pair & 15 : pair >> 4) - Middle) / StepsOfContrast;
        }

        return texture;
    }

    private static double[] Reduced(ReadOnlySpan<float> picture, int pictureSide, int side)
    {
        var step = pictureSide / side;
        var reduced = new double[side * side];
        for (var at = 0; at < reduced.Length; at++)
        {
            var (left, top) = (at % side * step, at / side * step);
            for (var y = top; y < top + step; y++)
            {
                foreach (var value in picture.Slice((y * pictureSide) + left, step))
                {
                    reduced[at] += value / (double)(step * step);
                }
            }
        }

        return reduced;
    }

    // By a tent: a plain average folds the pattern of a fabric into another one with every small move.
    private static double[] Tented(ReadOnlySpan<float> picture, int pictureSide)
    {
        var step = pictureSide / Side;
        var width = (int)Math.Round(TentSteps * step);
        var tent = Enumerable.Range(1 - width, (2 * width) - 1).Select(off => (float)(width - Math.Abs(off))).ToArray();
        var rows = new double[pictureSide * Side];
        var padded = new float[pictureSide + (2 * width)];
        for (var y = 0; y < pictureSide; y++)
        {
            var row = picture.Slice(y * pictureSide, pictureSide);
            padded.AsSpan(0, width).Fill(row[0]);
            row.CopyTo(padded.AsSpan(width));
            padded.AsSpan(width + pictureSide).Fill(row[^1]);
            for (var x = 0; x < Side; x++)
            {
                var sum = 0.0;
                var covered = padded.AsSpan((x * step) + (step / 2) + 1, tent.Length);
                for (var at = 0; at < tent.Length; at++)
                {
                    sum += tent[at] * covered[at];
                }

                rows[(y * Side) + x] = sum / (width * width);
            }
        }

        var tented = new double[Side * Side];
        for (var y = 0; y < Side; y++)
        {
            for (var at = 0; at < tent.Length; at++)
            {
                var from = Math.Clamp((y * step) + (step / 2) + at + 1 - width, 0, pictureSide - 1) * Side;
                Rows.Add(tented.AsSpan(y * Side, Side), tent[at] / (double)(width * width), rows.AsSpan(from, Side));
            }
        }

        return tented;
    }

    private static double[] TextureOf(double[] grey)
    {
        var texture = (double[])grey.Clone();
        var around = Blur.Of(texture, Side, TextureWidth);
        var squares = new double[texture.Length];
        for (var at = 0; at < texture.Length; at++)
        {
            texture[at] -= around[at];
            squares[at] = texture[at] * texture[at];
        }

        var contrast = Blur.Of(squares, Side, ContrastWidth);
        for (var at = 0; at < texture.Length; at++)
        {
            texture[at] /= Math.Max(Math.Sqrt(contrast[at]), LeastContrast);
        }

        return texture;
    }

    private static int Nibble(double value) => (int)Math.Clamp(Math.Round(value * StepsOfContrast) + Middle, 0, 15);
}
