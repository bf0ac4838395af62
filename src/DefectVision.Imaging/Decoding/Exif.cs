namespace DefectVision.Imaging.Decoding;

/// <summary>
/// What a photo's EXIF says (EXIF 2.32, section 4.6), wherever its format keeps it: APP1 of a JPEG, eXIf of a PNG, EXIF of a WebP, the Exif item of HEIC and AVIF, a TIFF
/// itself. It is a remark, no part of the picture: broken structure ends the reading, quietly.
/// </summary>
internal readonly ref struct Exif
{
    private const ushort MakerTag = 0x010F;
    private const ushort ModelTag = 0x0110;
    private const ushort OrientationTag = 0x0112;
    private const ushort SoftwareTag = 0x0131;
    private const ushort DirectoryTag = 0x8769;
    private const ushort TakenTag = 0x9003;
    private const ushort TakenOffsetTag = 0x9011;
    private const int LongestText = 256;

    private readonly TiffDirectory _tiff;

    private Exif(ReadOnlySpan<byte> tiff) => _tiff = new TiffDirectory(tiff);

    public string? Maker => _tiff.Text(_tiff.First, MakerTag, LongestText);

    public string? Model => _tiff.Text(_tiff.First, ModelTag, LongestText);

    /// <summary>"Adobe Photoshop 25.0".</summary>
    public string? Software => _tiff.Text(_tiff.First, SoftwareTag, LongestText);

    /// <summary>1 to 8; null where it is not said.</summary>
    public int? Orientation => _tiff.Find(_tiff.First, OrientationTag) is >= 1 and <= 8 and var said ? (int)said : null;

    /// <summary>"2026:11:20 09:30:00".</summary>
    public string? Taken => _tiff.Text(Directory, TakenTag, LongestText);

    /// <summary>"+08:00".</summary>
    public string? TakenOffset => _tiff.Text(Directory, TakenOffsetTag, LongestText);

    private uint Directory => _tiff.Find(_tiff.First, DirectoryTag) ?? 0;

    /// <param name="file">All bytes of a photo.</param>
    public static Exif Of(ReadOnlySpan<byte> file) => new(FormatSniffer.Sniff(file) switch
    {
        PhotoFormat.Jpeg => OfJpeg(file),
        PhotoFormat.Png => PngChunks.Find(file, "eXIf"u8),
        PhotoFormat.WebP => OfWebP(file),
        PhotoFormat.Heif or PhotoFormat.Avif => OfItem(file),
        PhotoFormat.Tiff or PhotoFormat.Raw => file,
        _ => default,
    });

    private static ReadOnlySpan<byte> OfJpeg(ReadOnlySpan<byte> file)
    {
        for (var walk = new JpegSegments(file); walk.MoveNext() && walk is { IsWhole: true, Marker: not JpegSegments.StartOfScan };)
        {
            if (walk.Marker == 0xE1 && walk.Body.StartsWith("Exif\0\0"u8))
            {
                return walk.Body[6..];
            }
        }

        return default;
    }

    private static ReadOnlySpan<byte> OfWebP(ReadOnlySpan<byte> file)
    {
        // Some writers keep the mark of a JPEG before it.
        var body = WebPChunks.Find(file, "EXIF"u8);
        return body.StartsWith("Exif\0\0"u8) ? body[6..] : body;
    }

    // ISO/IEC 23008-12, annex A: the item begins with its mark. The boxes that say where it lies need not be walked to find that.
    private static ReadOnlySpan<byte> OfItem(ReadOnlySpan<byte> file)
    {
        for (var from = 0; file[from..].IndexOf("Exif\0\0"u8) is >= 0 and var found;)
        {
            var tiff = file[(from + found + 6)..];
            if (tiff.StartsWith("II*\0"u8) || tiff.StartsWith("MM\0*"u8))
            {
                return tiff;
            }

            from += found + 6;
        }

        return default;
    }
}
