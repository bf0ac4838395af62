namespace DefectVision.Imaging.Withholding;

/// <summary>
/// A copy of a photo's file that holds the same picture, bit for bit as it was coded, and of everything beside it only what is known and wanted: the file is written anew
/// from its parts, so that no byte comes along unseen. The coded picture itself is accounted for, too: a JPEG by a walk through its blocks, a PNG by the end of its zlib
/// stream, a WebP by a decoder that does not miss its last bytes. What somebody codes into the picture is not found.
/// </summary>
/// <param name="Bytes">Equal to the original's where there was nothing to leave out.</param>
/// <param name="PixelsSha256">Of the decoded pixels, the same as the original's; null where the photo cannot be read whole.</param>
public sealed record CleanPhoto(byte[] Bytes, string? PixelsSha256)
{
    /// <param name="file">All bytes of the original.</param>
    /// <param name="kinds">What must not be in the copy. One at least.</param>
    /// <param name="reader">Decodes both, to see that the picture is the same.</param>
    /// <returns>Null where the file is of a format that cannot be written anew without coding its picture again, or holds bytes that nobody can account for.</returns>
    public static CleanPhoto? Of(ReadOnlySpan<byte> file, MetadataKinds kinds, PhotoReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var copy = FormatSniffer.Sniff(file) switch
        {
            PhotoFormat.Jpeg => CleanJpeg.Of(file, kinds),
            PhotoFormat.Png => CleanPng.Of(file, kinds),
            PhotoFormat.WebP => CleanWebP.Of(file, kinds, reader),
            PhotoFormat.Bmp => CleanBmp.Of(file),
            _ => null,
        };
        return copy is not null
            && PhotoReader.ReadHeader(copy)?.Orientation == PhotoReader.ReadHeader(file)?.Orientation
            && reader.PixelDigest(copy) is var pixels && pixels == reader.PixelDigest(file) ? new CleanPhoto(copy, pixels) : null;
    }
}
