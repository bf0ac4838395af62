using System.Buffers.Binary;
using SkiaSharp;

namespace DefectVision.Imaging.Decoding;

/// <summary>
/// Tells whether what was decoded is what was photographed. Decoders go on over damage, and what they make of it looks like a defect: a damaged photo says nothing of the
/// goods, and must not be judged.
/// </summary>
internal static class Wholeness
{
    private const int ZerosThatNoEncoderWrites = 32;

    /// <param name="header">Of the photo.</param>
    /// <param name="file">All bytes of the file.</param>
    /// <param name="decoded">What the decoder said.</param>
    /// <param name="pixels">What it made, RGBA, whole or scaled.</param>
    /// <param name="width">Of a row of pixels.</param>
    public static PhotoReading Of(PhotoHeader header, ReadOnlySpan<byte> file, SKCodecResult decoded, ReadOnlySpan<byte> pixels, int width)
    {
        var reading = header.Format switch
        {
            PhotoFormat.Jpeg => Jpeg(header, file),
            PhotoFormat.Png when PngChunks.Broken(file) is { } type => new PhotoReading.Damaged(header, $"the checksum of its {type} chunk is wrong"),
            PhotoFormat.WebP when WebPChunks.IsZeroFilled(file) => new PhotoReading.Truncated(header, "its data breaks off and the rest of the file is zeros"),
            _ => new PhotoReading.Readable(header),
        };
        return (reading, decoded) switch
        {
            (PhotoReading.Truncated or PhotoReading.Damaged, _) => reading,
            (_, SKCodecResult.IncompleteInput) => new PhotoReading.Truncated(header, "the file ends before its last row of pixels"),
            (_, not SKCodecResult.Success) => new PhotoReading.Damaged(header, $"the {header.Format} data is broken ({decoded})"),
            _ when IsUpward(header, file) && EvenBand.Of(pixels, width, isUpward: true) is { } share => new PhotoReading.Damaged(
                header, FormattableString.Invariant($"the topmost {100 * share:0} % of the picture are one even grey or black, as where data is missing")),
            _ when EvenBand.Of(pixels, width) is { } share => new PhotoReading.Damaged(
                header, FormattableString.Invariant($"the lowest {100 * share:0} % of the picture are one even grey or black, as where data is missing")),
            _ => reading,
        };
    }

    // A bitmap begins with its lowest row, unless its height is negative (BITMAPINFOHEADER, bytes 22 to 25; the older header of 12 bytes has none).
    private static bool IsUpward(PhotoHeader header, ReadOnlySpan<byte> file) => header.Format == PhotoFormat.Bmp && file.Length > 26
        && (BinaryPrimitives.ReadInt32LittleEndian(file[14..]) == 12 || BinaryPrimitives.ReadInt32LittleEndian(file[22..]) > 0);

    // Behind a whole picture a phone may keep a film, and that may end in zeros.
    private static PhotoReading Jpeg(PhotoHeader header, ReadOnlySpan<byte> file) => JpegWalk.Of(file) switch
    {
        (JpegState.Whole, _) => new PhotoReading.Readable(header),
        _ when IsZeroFilled(file) => new PhotoReading.Truncated(header, "its data breaks off and the rest of the file is zeros"),
        (JpegState.EndsEarly, _) => new PhotoReading.Truncated(header, "its data ends before its last block"),
        (JpegState.Damaged, var fault) => new PhotoReading.Damaged(header, $"its coded data is damaged: {fault}"),
        _ => new PhotoReading.Readable(header),
    };

    // No end marker follows the last scan, and the file ends in zeros.
    private static bool IsZeroFilled(ReadOnlySpan<byte> jpeg)
    {
        var tail = jpeg.TrimEnd((byte)0);
        return jpeg.Length - tail.Length >= ZerosThatNoEncoderWrites && tail is not [.., 0xFF, 0xD9];
    }
}
