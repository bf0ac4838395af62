namespace DefectVision.Imaging.Decoding;

/// <summary>
/// The memory that photos take while they are decoded, shared by all readers of the process: several large ones at once would take gigabytes. Photos wait for each other
/// only when together they want more than <see cref="Most"/>, which those of phones do not.
/// </summary>
internal static class DecodedMemory
{
    /// <summary>Of what is decoded: red, green, blue, alpha.</summary>
    public const int BytesPerPixel = 4;

    /// <summary>Below it a photo is not counted, bytes.</summary>
    public const long Uncounted = 16 << 20;

    /// <summary>From it on a photo is larger than those of phones are when they are decoded, bytes: a PNG of 24 megapixels is below.</summary>
    public const long Large = 100_000_000;

    /// <summary>At once, bytes: two photos of 42 megapixels on two cores. One that wants more is decoded alone.</summary>
    public static readonly long Most = 168_000_000L * Environment.ProcessorCount;

    private static readonly ByteBudget Budget = new(Most);

    // Bytes a pixel beside the result's four. Those of GIF, TIFF and AV1 are measured (VmHWM of one photo of 40 megapixels); of HEVC no large photo was at hand, and a
    // phone's 48 megapixels must be read.
    private const int LibraryOfGif = 4;
    private const int LibraryOfTiff = 4;
    private const int LibraryOfAv1 = 11;
    private const int LibraryOfHevc = 2;

    /// <summary>What a photo takes while it is decoded, in bytes, the decoder's own memory included.</summary>
    /// <param name="header">Of the photo.</param>
    /// <param name="file">All bytes of the file.</param>
    /// <param name="size">That it is decoded at.</param>
    public static long Of(PhotoHeader header, ReadOnlySpan<byte> file, (int Width, int Height) size)
    {
        var pixels = (long)header.Width * header.Height;
        var library = header.Format switch
        {
            PhotoFormat.Jpeg => BytesPerPixel * JpegTables.PixelsHeld(file, header),
            PhotoFormat.Png => PngChunks.BytesHeld(file),
            PhotoFormat.WebP => WebPChunks.IsLossless(file) ? BytesPerPixel * pixels : 0,
            PhotoFormat.Gif => LibraryOfGif * pixels,
            PhotoFormat.Tiff => LibraryOfTiff * pixels,
            PhotoFormat.Avif => LibraryOfAv1 * pixels,
            PhotoFormat.Heif => (IsAv1(file) ? LibraryOfAv1 : LibraryOfHevc) * pixels,
            _ => 0,
        };
        return library + ((long)BytesPerPixel * size.Width * size.Height);
    }

    /// <summary>Waits until so many bytes may be taken; few never wait.</summary>
    public static void Take(long bytes) => Budget.Take(bytes, waits: bytes > Uncounted);

    /// <summary>Gives bytes back that were taken.</summary>
    public static void Give(long bytes) => Budget.Give(bytes);

    // ISO/IEC 23008-12: the kinds of items stand in the boxes before the data.
    private static bool IsAv1(ReadOnlySpan<byte> heif) => heif[..Math.Min(heif.Length, 1 << 16)].IndexOf("av01"u8) >= 0;
}
