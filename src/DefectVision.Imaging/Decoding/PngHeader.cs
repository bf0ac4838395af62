using System.Buffers.Binary;

namespace DefectVision.Imaging.Decoding;

/// <summary>What the first chunk of a PNG says, and what follows from it for the others (ISO/IEC 15948, section 11).</summary>
/// <param name="Width">1 or more.</param>
/// <param name="Height">1 or more.</param>
/// <param name="Depth">Bits of a sample.</param>
/// <param name="Colours">0 grey, 2 RGB, 3 a palette, 4 and 6 with alpha.</param>
/// <param name="IsInterlaced">In seven passes.</param>
internal sealed record PngHeader(int Width, int Height, int Depth, int Colours, bool IsInterlaced)
{
    /// <summary>Of its data.</summary>
    public const int Bytes = 13;

    // Of Adam7 (8.2): first column and row, and the steps between them.
    private static readonly (int X, int Y, int Across, int Down)[] Passes = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    /// <summary>Bytes of all rows before they are coded, each after a byte for its filter.</summary>
    public long RawBytes => IsInterlaced ? Passes.Sum(pass => Rows(Steps(Width, pass.X, pass.Across), Steps(Height, pass.Y, pass.Down))) : Rows(Width, Height);

    /// <summary>Whether a chunk is one of colours, sizes and time, and has the length that is defined for it. The palette of a picture that has its own colours is none.</summary>
    public bool Allows(string name, ReadOnlySpan<byte> data) => (name, data.Length) switch
    {
        ("PLTE", var length) => Colours == 3 && length is > 0 and <= 3 * 256 && length % 3 == 0,
        ("tRNS", var length) => Colours switch { 0 => length == 2, 2 => length == 6, 3 => length is > 0 and <= 256, _ => false },
        ("sBIT", var length) => length == (Colours is 3 ? 3 : Samples),
        ("gAMA" or "cICP", 4) or ("cHRM", 32) or ("sRGB", 1) or ("tIME", 7) => true,
        ("pHYs", 9) => data[8] <= 1,
        _ => false,
    };

    /// <summary>Bytes of the whole picture as it is stored, without what rows are filled up with.</summary>
    public long StoredBytes => (long)Width * Height * Depth * Samples / 8;

    private int Samples => Colours switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };

    /// <returns>Null where it is none.</returns>
    public static PngHeader? Of(ReadOnlySpan<byte> data)
    {
        if (data.Length != Bytes)
        {
            return null;
        }

        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(data), BinaryPrimitives.ReadInt32BigEndian(data[4..]));
        return width > 0 && height > 0 && data[8] is 1 or 2 or 4 or 8 or 16 && data[9] is 0 or 2 or 3 or 4 or 6 && data[10] == 0 && data[11] == 0 && data[12] <= 1
            ? new PngHeader(width, height, data[8], data[9], data[12] == 1) : null;
    }

    private static int Steps(int side, int first, int step) => (side - first + step - 1) / step;

    private long Rows(int width, int height) => width == 0 ? 0 : height * (1 + ((((long)width * Depth * Samples) + 7) / 8));
}
