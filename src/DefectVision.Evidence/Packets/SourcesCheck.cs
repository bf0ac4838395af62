using DefectVision.Inspection;

namespace DefectVision.Evidence.Packets;

/// <summary>Where photos were before the inspection: the bytes of a name give the path, and zips are those whose digests summary, results and custody log have.</summary>
internal static class SourcesCheck
{
    public static IEnumerable<CheckedPart> Of(OpenedPacket packet)
    {
        var faults = Names(packet).Concat(Archives(packet)).ToList();
        var (named, archives) = (packet.Manifest.Count(entry => entry.Photo?.SourceBytes is not null), packet.Outputs?.Archives.Count ?? 0);
        return faults.Count > 0 || named + archives == 0 ? faults
            : [CheckedPart.Holds("sources", FormattableString.Invariant($"photos whose names are kept as bytes: {named}, each gives its path; zips that were unpacked: {archives}, each with one digest in all files"))];
    }

    private static IEnumerable<CheckedPart> Names(OpenedPacket packet) => packet.Manifest
        .Where(entry => entry.Photo is { SourceBytes: { } bytes } photo && !NameBytes.AreOf(bytes, photo.Source, photo.Archive is not null))
        .Select(entry => CheckedPart.Fails(entry.Path, $"the manifest has the name {entry.Photo!.SourceBytes} in bytes, which is not that of {entry.Photo.Source}"));

    private static IEnumerable<CheckedPart> Archives(OpenedPacket packet)
    {
        var archives = packet.Outputs?.Archives ?? [];
        var known = archives.Select(archive => archive.Path).ToHashSet(StringComparer.Ordinal);
        var unpacked = packet.Custody.Select(line => (line.What, line.Before)).ToHashSet();
        var results = packet.Results.ToLookup(line => line.Path, StringComparer.Ordinal);
        foreach (var entry in packet.Manifest.Where(entry => entry.Photo?.Archive is { } archive && !known.Contains(archive)))
        {
            yield return CheckedPart.Fails(entry.Path, $"the manifest has it from {entry.Photo!.Archive}, which {EvidenceWriter.SummaryName} does not name");
        }

        foreach (var archive in archives.Where(archive => !unpacked.Contains((CustodyLog.Unpacked + archive.Path, archive.Sha256))))
        {
            yield return CheckedPart.Fails(PacketNames.Custody, $"no line has {archive.Path} with SHA-256 {archive.Sha256}, as {EvidenceWriter.SummaryName} names it");
        }

        foreach (var archive in archives.Where(archive => results[archive.Path].FirstOrDefault() is { } line && line.Sha256 != archive.Sha256))
        {
            yield return CheckedPart.Fails(EvidenceWriter.ResultsName, $"{archive.Path}: found another SHA-256 than {archive.Sha256}, which {EvidenceWriter.SummaryName} has");
        }
    }
}
