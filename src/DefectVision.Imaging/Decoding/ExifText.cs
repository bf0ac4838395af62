using System.Buffers.Binary;
using System.Text;

namespace DefectVision.Imaging.Decoding;

/// <summary>The text fields of a JPEG's EXIF segment (EXIF 2.32, section 4.6; TIFF 6.0). Broken structure ends the reading, quietly: EXIF is a remark, no part of the picture.</summary>
internal static class ExifText
{
    public const ushort Maker = 0x010F;
    public const ushort Model = 0x0110;
    public const ushort Taken = 0x9003;
    public const ushort TakenOffset = 0x9011;

    private const ushort ExifDirectory = 0x8769;
    private const ushort Ascii = 2;
    private const int EntryBytes = 12;
    private const int LongestText = 256;

    /// <returns>By tag.</returns>
    public static IReadOnlyDictionary<ushort, string> Read(ReadOnlySpan<byte> file)
    {
        var found = new Dictionary<ushort, string>();
        var tiff = Segment(file);
        if (tiff.Length < 8 || !(tiff.StartsWith("II"u8) || tiff.StartsWith("MM"u8)))
        {
            return found;
        }

        var isLittle = tiff[0] == 'I';
        if (Directory(tiff, isLittle, Long(tiff[4..], isLittle), found) is { } exif)
        {
            Directory(tiff, isLittle, exif, found);
        }

        return found;
    }

    // The TIFF structure within APP1, or nothing.
    private static ReadOnlySpan<byte> Segment(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8]))
        {
            return default;
        }

        for (var at = 2; at + 4 <= file.Length && file[at] == 0xFF && file[at + 1] is not (0xDA or 0xD9);)
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
            if (length < 2 || at + 2 + length > file.Length)
            {
                return default;
            }

            var body = file.Slice(at + 4, length - 2);
            if (file[at + 1] == 0xE1 && body.StartsWith("Exif\0\0"u8))
            {
                return body[6..];
            }

            at += 2 + length;
        }

        return default;
    }

    private static uint? Directory(ReadOnlySpan<byte> tiff, bool isLittle, uint offset, Dictionary<ushort, string> found)
    {
        uint? exif = null;
        if (offset > tiff.Length - 2)
        {
            return exif;
        }

        var entries = tiff[(int)offset..];
        var count = Short(entries, isLittle);
        for (var at = 2; count > 0 && at + EntryBytes <= entries.Length; at += EntryBytes, count--)
        {
            var entry = entries.Slice(at, EntryBytes);
            var (tag, kind, size) = (Short(entry, isLittle), Short(entry[2..], isLittle), Long(entry[4..], isLittle));
            var value = entry[8..];
            if (tag == ExifDirectory)
            {
                exif = Long(value, isLittle);
            }
            else if (kind == Ascii && tag is Maker or Model or Taken or TakenOffset && size is > 1 and <= LongestText)
            {
                var start = Long(value, isLittle);
                var text = size <= 4 ? value[..(int)size] : start <= tiff.Length - size ? tiff.Slice((int)start, (int)size) : default;
                if (Encoding.Latin1.GetString(text).Trim('\0', ' ') is { Length: > 0 } words)
                {
                    found.TryAdd(tag, words);
                }
            }
        }

        return exif;
    }

    private static ushort Short(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint Long(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
