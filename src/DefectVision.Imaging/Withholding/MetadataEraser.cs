namespace DefectVision.Imaging.Withholding;

/// <summary>
/// Takes remarks out of a photo's file and leaves its picture as it is, bit for bit: nothing is encoded again. Fields of EXIF are taken out one by one; every other
/// part that can hold them in a way of its own (XMP, IPTC, makers' notes, comments, what follows the picture) goes as a whole.
/// </summary>
public static class MetadataEraser
{
    /// <param name="file">All bytes of the file.</param>
    /// <param name="kinds">One at least.</param>
    /// <returns>Equal to the file where there was nothing to take out; null where the file is of another format than is read, or broken, so that nobody can tell.</returns>
    public static byte[]? Erase(ReadOnlySpan<byte> file, MetadataKinds kinds) => FormatSniffer.Sniff(file) switch
    {
        PhotoFormat.Jpeg => JpegEraser.Erase(file, kinds),
        PhotoFormat.Png => PngEraser.Erase(file, kinds),
        PhotoFormat.WebP => WebPEraser.Erase(file, kinds),
        PhotoFormat.Bmp => file.ToArray(), // it has no place for remarks
        _ => null,
    };
}
