using System.Buffers.Binary;

namespace DefectVision.Imaging.Withholding;

/// <summary>
/// A bitmap written anew (Windows BITMAPFILEHEADER and BITMAPINFOHEADER, versions 1 and 3 to 5): headers, masks, palette and rows follow each other, what fills up rows and pixels is
/// zeros, and there is neither a profile nor a tail.
/// </summary>
internal static class CleanBmp
{
    private const int FileHeaderBytes = 14;
    private const int InfoBytes = 40;
    private const int OldInfoBytes = 12;
    private const int MaskBytes = 4;
    private const int OfMasks = 3;
    private const int OfFourMasks = 6;
    private const int MostColours = 256;

    /// <summary>Pixels a metre: 100,000 are 2,540 to the inch.</summary>
    private const int GreatestDensity = 100_000;

    /// <returns>Null where rows are run-length coded, the header is of another kind, or the file does not hold what it defines.</returns>
    public static byte[]? Of(ReadOnlySpan<byte> file)
    {
        var header = file.Length >= FileHeaderBytes + InfoBytes ? Long(file, FileHeaderBytes) : 0;
        if (header is not (OldInfoBytes or InfoBytes or 52 or 56 or 108 or 124) || file.Length < FileHeaderBytes + header)
        {
            return null;
        }

        var isOld = header == OldInfoBytes;
        long width = isOld ? Short(file, 18) : Long(file, 18), height = isOld ? Short(file, 20) : Math.Abs((long)Long(file, 22));
        var (bits, coded) = (Short(file, isOld ? 24 : 28), isOld ? 0 : Long(file, 30));
        if (!(width > 0 && height > 0 && bits is 1 or 4 or 8 or 16 or 24 or 32 && (coded == 0 || (coded is OfMasks or OfFourMasks && bits is 16 or 32))))
        {
            return null;
        }

        var masks = coded == 0 ? 0 : header > InfoBytes ? 0 : coded == OfMasks ? 3 * MaskBytes : 4 * MaskBytes;
        var colours = bits > 8 ? 0 : !isOld && Long(file, 46) is > 0 and <= MostColours and var used ? used : 1 << bits;
        var colourBytes = isOld ? 3 : 4;
        long palette = FileHeaderBytes + header + masks, start = palette + (colours * colourBytes), from = Long(file, 10);
        var stride = ((width * bits) + 31) / 32 * 4;
        if (start > file.Length || from < start || from + (stride * height) > file.Length)
        {
            return null;
        }

        var copy = new byte[start + (stride * height)];
        file[..(int)palette].CopyTo(copy);
        file.Slice((int)palette, colours * colourBytes).CopyTo(copy.AsSpan((int)palette));
        file.Slice((int)from, copy.Length - (int)start).CopyTo(copy.AsSpan((int)start));
        Header(copy, header, (int)start, bits > 8 ? 0 : colours);
        for (var at = (int)palette + 3; colourBytes == 4 && at < start; at += colourBytes)
        {
            copy[at] = 0;
        }

        var known = coded == 0 ? bits switch { 16 => 0x7FFFu, 32 => 0xFFFFFFu, _ => uint.MaxValue } : Known(copy, masks > 0 ? masks / MaskBytes : header >= 56 ? 4 : 3);
        for (var row = (int)start; row < copy.Length; row += (int)stride)
        {
            Clear(copy.AsSpan(row, (int)stride), width * bits, bits, known);
        }

        return copy;
    }

    // What is not needed to show the picture is as the simplest writer has it.
    private static void Header(Span<byte> copy, int header, int start, int colours)
    {
        Write(copy, 2, copy.Length);
        Write(copy, 6, 0);
        Write(copy, 10, start);
        if (header == OldInfoBytes)
        {
            return;
        }

        Write(copy, 34, Long(copy, 34) == 0 && Long(copy, 30) == 0 ? 0 : copy.Length - start);
        for (var density = 38; density < 46; density += 4)
        {
            Write(copy, density, Long(copy, density) is >= 0 and <= GreatestDensity and var found ? found : 0);
        }

        Write(copy, 46, Long(copy, 46) == 0 ? 0 : colours);
        Write(copy, 50, 0);
        if (header >= 108)
        {
            copy[(FileHeaderBytes + 56)..(FileHeaderBytes + header)].Clear();
            "BGRs"u8.CopyTo(copy[(FileHeaderBytes + 56)..]); // sRGB
        }
    }

    // The bits of a pixel that one of its masks takes.
    private static uint Known(ReadOnlySpan<byte> copy, int masks)
    {
        var known = 0u;
        for (var at = 0; at < masks; at++)
        {
            known |= (uint)Long(copy, FileHeaderBytes + InfoBytes + (at * MaskBytes));
        }

        return known;
    }

    private static void Clear(Span<byte> row, long rowBits, int bits, uint known)
    {
        row[(int)((rowBits + 7) / 8)..].Clear();
        if (rowBits % 8 is > 0 and var last)
        {
            row[(int)(rowBits / 8)] &= (byte)(0xFF << (int)(8 - last));
        }

        for (var at = 0; bits is 16 or 32 && at < rowBits / 8; at += bits / 8)
        {
            for (var part = 0; part < bits / 8; part++)
            {
                row[at + part] &= (byte)(known >> (8 * part));
            }
        }
    }

    private static int Short(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static int Long(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes[at..]);

    private static void Write(Span<byte> bytes, int at, int value) => BinaryPrimitives.WriteInt32LittleEndian(bytes[at..], value);
}
