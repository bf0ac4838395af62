using System.Buffers.Binary;

namespace DefectVision.Imaging.Decoding;

/// <summary>The fields of one directory of a TIFF (TIFF 6.0, section 2), of which EXIF is made, too. Broken structure ends the reading, quietly.</summary>
/// <param name="tiff">From its first byte.</param>
internal readonly ref struct TiffDirectory(ReadOnlySpan<byte> tiff)
{
    private const ushort SubfileType = 0x00FE;
    private const ushort DngVersion = 0xC612;
    private const int EntryBytes = 12;

    // By field type 0 to 12, bytes of one value.
    private static ReadOnlySpan<byte> Sizes => [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];

    private readonly ReadOnlySpan<byte> _tiff = tiff;

    private bool IsLittle => _tiff is [(byte)'I', ..];

    /// <summary>Whether a TIFF is a camera's RAW: its first picture is a small one of the true, or it bears the mark of DNG or CR2.</summary>
    public static bool IsRaw(ReadOnlySpan<byte> tiff)
    {
        var first = new TiffDirectory(tiff);
        return tiff.Length > 10 && (tiff[8..].StartsWith("CR"u8) || first.Find(first.First, DngVersion) is not null || (first.Find(first.First, SubfileType) is { } kind && (kind & 1) == 1));
    }

    /// <summary>Where the first directory begins; 0 where there is none.</summary>
    public uint First => _tiff.Length >= 8 && (_tiff.StartsWith("II"u8) || _tiff.StartsWith("MM"u8)) ? Long(4) : 0;

    /// <param name="directory">Where it begins.</param>
    /// <param name="tag">Of the field.</param>
    /// <returns>The field's value where it takes at most four bytes, else where it stands; null where there is no such field.</returns>
    public uint? Find(uint directory, ushort tag) => Entry(directory, tag) is { } at ? Short(at + 2) == 3 ? Short(at + 8) : Long(at + 8) : null;

    /// <summary>All bytes of a field's values, in the order of the file.</summary>
    /// <param name="directory">Where it begins.</param>
    /// <param name="tag">Of the field.</param>
    /// <param name="type">As TIFF numbers them, 1 to 12.</param>
    /// <param name="size">Bytes of one value.</param>
    /// <returns>Nothing where there is no such field, its type is none of these, or it lies outside the file.</returns>
    public ReadOnlySpan<byte> Values(uint directory, ushort tag, out ushort type, out int size)
    {
        var at = Entry(directory, tag);
        type = at is { } entry ? Short(entry + 2) : (ushort)0;
        size = type < Sizes.Length ? Sizes[type] : 0;
        if (size == 0)
        {
            return default;
        }

        var bytes = (long)size * Long(at!.Value + 4);
        var from = bytes <= 4 ? at.Value + 8L : Long(at.Value + 8);
        return from + bytes <= _tiff.Length ? _tiff.Slice((int)from, (int)bytes) : default;
    }

    /// <summary>A text, in Latin letters, without what fills it up.</summary>
    /// <returns>Null where there is no such field, or no text in it.</returns>
    public string? Text(uint directory, ushort tag, int longest)
    {
        if (Entry(directory, tag) is not { } at || Short(at + 2) != 2 || Long(at + 4) is not (> 1 and var size) || size > longest)
        {
            return null;
        }

        var from = size <= 4 ? (uint)(at + 8) : Long(at + 8);
        return from <= _tiff.Length - size && System.Text.Encoding.Latin1.GetString(_tiff.Slice((int)from, (int)size)).Trim('\0', ' ') is { Length: > 0 } words ? words : null;
    }

    private int? Entry(uint directory, ushort tag)
    {
        if (directory == 0 || directory > _tiff.Length - 2)
        {
            return null;
        }

        var count = Short((int)directory);
        for (var at = (int)directory + 2; count > 0 && at + EntryBytes <= _tiff.Length; at += EntryBytes, count--)
        {
            if (Short(at) == tag)
            {
                return at;
            }
        }

        return null;
    }

    private ushort Short(int at) => IsLittle ? BinaryPrimitives.ReadUInt16LittleEndian(_tiff[at..]) : BinaryPrimitives.ReadUInt16BigEndian(_tiff[at..]);

    private uint Long(int at) => IsLittle ? BinaryPrimitives.ReadUInt32LittleEndian(_tiff[at..]) : BinaryPrimitives.ReadUInt32BigEndian(_tiff[at..]);
}
