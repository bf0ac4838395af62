namespace DefectVision.Imaging.Decoding;

/// <summary>
/// Tells a JPEG whose transfer broke off and whose rest was filled with zeros: a decoder reads zeros as pixels and reports success.
/// </summary>
internal static class JpegEnd
{
    private const int ZerosThatNoEncoderWrites = 32;

    /// <summary>True when no end marker follows the last scan and the file ends in zeros.</summary>
    public static bool IsZeroFilled(ReadOnlySpan<byte> jpeg)
    {
        var tail = jpeg.TrimEnd((byte)0);
        return jpeg.Length - tail.Length >= ZerosThatNoEncoderWrites && tail is not [.., 0xFF, 0xD9];
    }
}
