using System.Text;
using DefectVision.Evidence.Report;

namespace DefectVision.Evidence.Packets;

/// <summary>Each report carries the evidence root of the files that it was written beside; it must be that of the files in the packet.</summary>
internal static class ReportsCheck
{
    public static IEnumerable<CheckedPart> Of(OpenedPacket packet)
    {
        var beside = EvidenceWriter.Beside.Where(packet.Digests.ContainsKey).Select(name => new FileDigest(name, packet.Digests[name])).ToList();
        if (beside.Count == 0)
        {
            yield break;
        }

        var root = ReportNumber.Of(DateTimeOffset.UnixEpoch, beside).Root;
        foreach (var name in (string[])[EvidenceWriter.ReportName, EvidenceWriter.PdfName])
        {
            if (packet.Bytes(name) is { } report)
            {
                yield return report.AsSpan().IndexOf(Encoding.ASCII.GetBytes(root)) >= 0
                    ? CheckedPart.Holds(name, $"it carries the evidence root of the files beside it, {root}")
                    : CheckedPart.Fails(name, $"it was written beside other files: found nowhere in it the evidence root {root} of those here");
            }
        }
    }
}
