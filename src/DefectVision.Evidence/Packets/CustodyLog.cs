namespace DefectVision.Evidence.Packets;

/// <summary>What was done, line after line, each naming the hash of the one before: a line taken out, moved or altered breaks the chain.</summary>
/// <param name="when">UTC, ISO 8601.</param>
/// <param name="tool">Name and version of the program.</param>
/// <param name="by">Null when nobody was named.</param>
internal sealed class CustodyLog(string when, string tool, string? by)
{
    public const string Closing = "sealed: the log is closed";

    /// <summary>Before the path of a zip that the inspection unpacked; its digest stands before.</summary>
    public const string Unpacked = "unpacked by the inspection: ";

    private readonly List<byte[]> _lines = [];

    public int Count => _lines.Count;

    /// <summary>SHA-256 of the last line.</summary>
    public string? Head => _lines.Count == 0 ? null : Digest.Of(_lines[^1]);

    public void Add(string what, string? file, string? before, string? after) =>
        _lines.Add(new CustodyEntry(_lines.Count + 1, when, what, file, before, after, tool, by, Head).ToLine());

    public byte[] ToBytes() => Lines.Join(_lines);
}
