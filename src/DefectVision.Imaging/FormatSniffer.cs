using System.Buffers.Binary;
using DefectVision.Imaging.Decoding;

namespace DefectVision.Imaging;

/// <summary>Tells a format by its magic bytes.</summary>
public static class FormatSniffer
{
    /// <summary>How many leading bytes are enough to tell.</summary>
    public const int BytesWanted = 64;

    /// <summary>True for the formats that are read on this machine.</summary>
    public static bool IsRead(PhotoFormat format) =>
        format is PhotoFormat.Jpeg or PhotoFormat.Png or PhotoFormat.WebP or PhotoFormat.Bmp || (OtherFormats.Holds(format) && OtherFormats.AreHere);

    public static PhotoFormat Sniff(ReadOnlySpan<byte> head) => head switch
    {
        [0xFF, 0xD8, 0xFF, ..] => PhotoFormat.Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => PhotoFormat.Png,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => PhotoFormat.WebP,
        [(byte)'B', (byte)'M', ..] when IsBitmapHeader(head) => PhotoFormat.Bmp,
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => PhotoFormat.Gif,
        [(byte)'I', (byte)'I', 42, 0, ..] or [(byte)'M', (byte)'M', 0, 42, ..] => TiffDirectory.IsRaw(head) ? PhotoFormat.Raw : PhotoFormat.Tiff,
        [(byte)'I', (byte)'I', (byte)'R', (byte)'O' or (byte)'S', ..] or [(byte)'I', (byte)'I', (byte)'U', 0, ..] or [(byte)'M', (byte)'M', (byte)'O', (byte)'R', ..] => PhotoFormat.Raw,
        _ when head.StartsWith("FUJIFILMCCD-RAW"u8) => PhotoFormat.Raw,
        [(byte)'8', (byte)'B', (byte)'P', (byte)'S', ..] => PhotoFormat.Photoshop,
        [0xFF, 0x0A, ..] or [0, 0, 0, 12, (byte)'J', (byte)'X', (byte)'L', (byte)' ', ..] => PhotoFormat.JpegXl,
        [0, 0, 0, 12, (byte)'j', (byte)'P', (byte)' ', (byte)' ', ..] => PhotoFormat.Jpeg2000,
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', _, _, _, _, ..] => OfBrands(head),
        _ when head.StartsWith("<svg"u8) => PhotoFormat.Svg,
        _ => PhotoFormat.Unknown,
    };

    // Two letters alone would take any text that begins with "BM" for a photo: the info header's size must be one that exists.
    private static bool IsBitmapHeader(ReadOnlySpan<byte> head) =>
        head.Length >= 18 && BinaryPrimitives.ReadUInt32LittleEndian(head[14..]) is 12 or 16 or 40 or 52 or 56 or 64 or 108 or 124;

    // ISO/IEC 14496-12, 4.3: the major brand, its version, and the brands that the file holds to, too. "mif1" says only that there is a picture.
    private static PhotoFormat OfBrands(ReadOnlySpan<byte> head)
    {
        var end = (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(head), (uint)head.Length);
        var format = PhotoFormat.Unknown;
        for (var at = 8; at + 4 <= end; at += at == 8 ? 8 : 4)
        {
            var brand = BrandOf(head.Slice(at, 4));
            if (brand is PhotoFormat.Avif or PhotoFormat.Raw)
            {
                return brand;
            }

            format = format == PhotoFormat.Unknown ? brand : format;
        }

        return format;
    }

    private static PhotoFormat BrandOf(ReadOnlySpan<byte> brand) =>
        brand.SequenceEqual("avif"u8) || brand.SequenceEqual("avis"u8) ? PhotoFormat.Avif
        : brand.SequenceEqual("crx "u8) ? PhotoFormat.Raw
        : brand.SequenceEqual("heic"u8) || brand.SequenceEqual("heix"u8) || brand.SequenceEqual("mif1"u8)
            || brand.SequenceEqual("msf1"u8) || brand.SequenceEqual("hevc"u8) || brand.SequenceEqual("heim"u8) ? PhotoFormat.Heif
        : PhotoFormat.Unknown;
}
