using DefectVision.Imaging;

namespace DefectVision.Fixtures;

/// <summary>Small photos made on the spot. The tiny model clears bright ones and flags dark ones.</summary>
internal static class Photos
{
    public const byte Bright = 210;
    public const byte Dark = 40;
    private const int Side = 48;
    private const int BlocksSide = 64;

    /// <summary>A plain ground with a little noise, so that two numbers never give the same bytes.</summary>
    public static byte[] Plain(byte level, int number, int side = Side) => Picture(level, level, level, number, side).ToJpeg(90);

    /// <summary>A clear photo.</summary>
    public static byte[] Good(int number) => Plain(Bright, number);

    /// <summary>A photo that the tiny model flags as a stain: dark and rather blue.</summary>
    public static byte[] Stain(int number) => Picture(20, Dark, 70, number, Side).ToJpeg(90);

    /// <summary>A photo that the tiny model flags as a hole: dark and rather red.</summary>
    public static byte[] Hole(int number) => Picture(70, Dark, 20, number, Side).ToJpeg(90);

    /// <summary>A photo of which the second half never arrived.</summary>
    public static byte[] Truncated(int number)
    {
        var whole = Good(number);
        return whole[..(whole.Length * 2 / 3)];
    }

    /// <summary>Woven cloth in a bright tone; a defective piece has a dark spot.</summary>
    public static byte[] Cloth(int number, bool defective)
    {
        const int Wide = 96;
        var picture = Picture(180, 170, 160, number, Wide);
        for (var y = 0; y < Wide; y++)
        {
            for (var x = 0; x < Wide; x++)
            {
                var weave = ((x / 3) + (y / 3)) % 2 == 0 ? 8 : -8;
                var spot = defective && Square(x - 30 - (number * 7 % 36)) + Square(y - 30 - (number * 11 % 36)) < 60;
                for (var channel = 0; channel < 3; channel++)
                {
                    ref var value = ref picture.Bytes[(3 * ((y * Wide) + x)) + channel];
                    value = (byte)Math.Clamp(spot ? 35 : value + weave, 0, 255);
                }
            }
        }

        return picture.ToJpeg(92);
    }

    /// <summary>A square of black with one bright block of 16 x 16 px: a mask. Blocks are those of JPEG, so that black stays black.</summary>
    /// <param name="blockX">Column of the block.</param>
    /// <param name="blockY">Row of the block.</param>
    public static byte[] Mask(int blockX, int blockY) => Block(new RgbImage(BlocksSide, BlocksSide), blockX, blockY, byte.MaxValue).ToJpeg(100);

    /// <summary>A bright square with one dark block of 16 x 16 px.</summary>
    public static byte[] DarkBlock(int number, int blockX, int blockY) => Block(Picture(Bright, Bright, Bright, number, BlocksSide), blockX, blockY, Dark).ToJpeg(100);

    private static RgbImage Block(RgbImage picture, int blockX, int blockY, byte level)
    {
        for (var y = 16 * blockY; y < 16 * (blockY + 1); y++)
        {
            picture.Bytes.AsSpan(3 * ((y * picture.Width) + (16 * blockX)), 3 * 16).Fill(level);
        }

        return picture;
    }

    private static RgbImage Picture(byte red, byte green, byte blue, int number, int side)
    {
        var picture = new RgbImage(side, side);
        var state = (uint)((number * 2654435761L) + 12345);
        for (var at = 0; at < picture.Bytes.Length; at++)
        {
            state = (state * 1664525) + 1013904223;
            var ground = (at % 3) switch { 0 => red, 1 => green, _ => blue };
            picture.Bytes[at] = (byte)Math.Clamp(ground + (int)(state >> 28) - 8, 0, 255);
        }

        return picture;
    }

    private static int Square(int value) => value * value;
}
