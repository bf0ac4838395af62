namespace DefectVision.Evidence.Packets;

/// <summary>The check value of zip entries, which the archive library writes and does not check.</summary>
/// <remarks>Source: APPNOTE.TXT 6.3.10, section 4.4.7; ITU-T V.42, section 8.1.1.6.2 (polynomial 0x04C11DB7, bits reflected).</remarks>
internal static class Crc32
{
    private const uint Reflected = 0xEDB88320;

    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(value => Enumerable.Range(0, 8).Aggregate((uint)value, (crc, _) => (crc >> 1) ^ ((crc & 1) * Reflected)))];

    /// <param name="before">Of the bytes before; 0 where there are none.</param>
    public static uint Of(ReadOnlySpan<byte> bytes, uint before = 0)
    {
        var crc = ~before;
        foreach (var value in bytes)
        {
            crc = (crc >> 8) ^ Table[(byte)(crc ^ value)];
        }

        return ~crc;
    }
}
