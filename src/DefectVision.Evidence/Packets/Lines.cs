namespace DefectVision.Evidence.Packets;

/// <summary>Files of lines that end with LF, byte for byte.</summary>
internal static class Lines
{
    private const byte End = (byte)'\n';

    /// <summary>Each line without its end; a last line that has none is a line, too.</summary>
    public static IEnumerable<byte[]> Of(byte[] file)
    {
        for (var at = 0; at < file.Length;)
        {
            var length = file.AsSpan(at).IndexOf(End) is var end && end >= 0 ? end : file.Length - at;
            yield return file[at..(at + length)];
            at += length + 1;
        }
    }

    public static byte[] Join(IEnumerable<byte[]> lines) => [.. lines.SelectMany(line => line.Append(End))];
}
