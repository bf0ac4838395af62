namespace DefectVision.Imaging.Decoding;

/// <summary>
/// Tells a JPEG that breaks off although a decoder reports success: its rest was filled with zeros, or somebody closed it with an end marker.
/// </summary>
internal static class JpegEnd
{
    /// <summary>What a decoder shows where there is no data: no light and no colour coefficients at all.</summary>
    private const byte Nothing = 128;

    private const int ZerosThatNoEncoderWrites = 32;

    /// <summary>True when no end marker follows the last scan and the file ends in zeros.</summary>
    public static bool IsZeroFilled(ReadOnlySpan<byte> jpeg)
    {
        var tail = jpeg.TrimEnd((byte)0);
        return jpeg.Length - tail.Length >= ZerosThatNoEncoderWrites && tail is not [.., 0xFF, 0xD9];
    }

    /// <summary>True when the last pixel is the grey of missing data, and the data itself lacks blocks.</summary>
    /// <param name="jpeg">The file.</param>
    /// <param name="pixels">Decoded at any scale, RGBA.</param>
    /// <remarks>Counting the blocks costs as much as decoding; the last pixel keeps it to the rare photo that may need it.</remarks>
    public static bool IsClosedEarly(ReadOnlySpan<byte> jpeg, ReadOnlySpan<byte> pixels) =>
        pixels is [.., Nothing, Nothing, Nothing, _] && JpegScan.HoldsEveryBlock(jpeg) == false;
}
