namespace DefectVision.Evidence.Packets;

/// <summary>The custody log is whole, in order, closed, and speaks of the files that are there.</summary>
internal static class CustodyCheck
{
    public static IEnumerable<CheckedPart> Of(OpenedPacket packet)
    {
        var faults = Faults(packet).ToList();
        return faults.Count > 0
            ? faults.Select(fault => CheckedPart.Fails(PacketNames.Custody, fault))
            : [CheckedPart.Holds("custody", FormattableString.Invariant($"{packet.Custody.Count} entries in an unbroken chain, closed"))];
    }

    // A copy from which something is withheld is another file than the original, and the manifest says so; so is a report without the pictures of it, and what was
    // written again without its codes.
    private static bool IsWithheld(bool hidesRegions, ILookup<string, string?> originals, CustodyEntry entry, string before) => entry.What == PacketWriter.WithoutCodes
        ? entry.File is EvidenceWriter.ReportName or EvidenceWriter.ResultsName or EvidenceWriter.SummaryName or EvidenceWriter.DefectLogName
        : entry.File == EvidenceWriter.ReportName
        ? hidesRegions
        : originals[entry.File!].Contains(before);

    private static IEnumerable<string> Faults(OpenedPacket packet)
    {
        if (packet.Custody.Count == 0)
        {
            yield return "found no entry, wanted what was done to the files";
            yield break;
        }

        var originals = packet.Manifest.ToLookup(exhibit => exhibit.Path, exhibit => exhibit.Photo?.Redaction?.OriginalSha256, StringComparer.Ordinal);
        var hidesRegions = packet.Manifest.Any(exhibit => exhibit.Photo?.Redaction is { HidesRegions: true });
        for (var at = 0; at < packet.Custody.Count; at++)
        {
            // Held against the line before it, so that one line taken out is one finding.
            var (entry, number, previous) = (packet.Custody[at], at == 0 ? 1 : packet.Custody[at - 1].Number + 1, at == 0 ? null : Digest.Of(packet.CustodyLines[at - 1]));
            if (entry.Number != number || entry.Previous != previous)
            {
                yield return FormattableString.Invariant($"line {at + 1}: the chain is broken (found number {entry.Number} after {entry.Previous ?? "nothing"}, wanted {number} after {previous ?? "nothing"}): a line was removed, moved or altered");
            }

            if (entry.File is { } file && packet.Digests.GetValueOrDefault(file) != entry.After)
            {
                yield return FormattableString.Invariant($"line {at + 1}: {file} left with SHA-256 {entry.After}, and is not the file that is here");
            }

            if (entry is { Before: { } before, File: not null } && before != entry.After && !IsWithheld(hidesRegions, originals, entry, before))
            {
                yield return FormattableString.Invariant($"line {at + 1}: {entry.File} was {before} before and {entry.After} after");
            }
        }

        var named = packet.Custody.Select(entry => entry.File).ToHashSet();
        foreach (var entry in packet.Manifest.Where(entry => !named.Contains(entry.Path)))
        {
            yield return $"no line tells how {entry.Path} came here: a line was removed";
        }

        if (packet.Seal is { } seal && seal.CustodyEntries != packet.CustodyLines.Count)
        {
            yield return FormattableString.Invariant($"found {packet.CustodyLines.Count} lines, wanted {seal.CustodyEntries} as sealed");
        }

        if (packet.Custody[^1] is var last && (last.What != CustodyLog.Closing || last.After != packet.Root))
        {
            yield return $"the last line does not close the log with the root: found '{last.What}' with {last.After}, wanted '{CustodyLog.Closing}' with {packet.Root}";
        }
    }
}
