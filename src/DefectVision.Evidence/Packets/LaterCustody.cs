using DefectVision.Evidence.Wording;

namespace DefectVision.Evidence.Packets;

/// <summary>custody-after-seal.jsonl: what was added after the seal. It follows from the timestamps, so it can be neither altered nor shortened alone.</summary>
internal static class LaterCustody
{
    /// <param name="seal">What the first entry follows on.</param>
    /// <param name="stamps">Name and content, in order of number.</param>
    public static byte[] Of(byte[] seal, IEnumerable<(string Name, Timestamp Stamp)> stamps)
    {
        var lines = new List<byte[]>();
        foreach (var (name, stamp) in stamps)
        {
            var entry = new CustodyEntry(
                lines.Count + 1,
                Figures.Timestamp(stamp.Token.TokenInfo.Timestamp),
                "timestamp added",
                name,
                null,
                Digest.Of(stamp.Bytes),
                "RFC 3161",
                null,
                Digest.Of(lines.Count == 0 ? seal : lines[^1]));
            lines.Add(entry.ToLine());
        }

        return Lines.Join(lines);
    }
}
