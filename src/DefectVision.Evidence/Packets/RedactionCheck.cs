namespace DefectVision.Evidence.Packets;

/// <summary>What is withheld is listed, nothing else is, and where the metadata alone is withheld the picture is that of the original.</summary>
internal static class RedactionCheck
{
    public static IEnumerable<CheckedPart> Of(OpenedPacket packet)
    {
        var listed = packet.Redactions.Select(entry => (entry.Path, entry.Source, entry.OriginalSha256, entry.Withheld)).ToHashSet();
        var redacted = packet.Manifest.Where(entry => entry.Photo?.Redaction is not null).ToList();
        var wanted = redacted
            .SelectMany(entry => entry.Photo!.Redaction!.Withheld.Select(what => (entry.Path, entry.Photo.Source, entry.Photo.Redaction.OriginalSha256, what)))
            .ToHashSet();
        foreach (var (path, _, _, what) in wanted.Where(entry => !listed.Contains(entry)))
        {
            yield return CheckedPart.Fails(PacketNames.Redactions, $"a redaction is missing: the manifest says that {what} is withheld from {path}");
        }

        foreach (var (path, _, _, what) in listed.Where(entry => !wanted.Contains(entry)))
        {
            yield return CheckedPart.Fails(PacketNames.Redactions, $"found that {what} is withheld from {path}, and the manifest does not say so");
        }

        foreach (var entry in redacted)
        {
            var redaction = entry.Photo!.Redaction!;
            if (!redaction.HidesRegions && entry.Photo.PixelsSha256 != redaction.OriginalPixelsSha256)
            {
                yield return CheckedPart.Fails(entry.Path, "metadata alone is said to be withheld, and the manifest gives other pixels for the original");
            }

            yield return NotInPacket(entry.Path, redaction);
        }
    }

    /// <summary>What nobody can check without the original.</summary>
    public static CheckedPart NotInPacket(string path, Redaction redaction) => CheckedPart.NotChecked(
        path,
        $"redacted ({string.Join(", ", redaction.Withheld)}): the original is not in the packet; ask its holder for the file with SHA-256 {redaction.OriginalSha256}"
        + (redaction.HidesRegions ? ", and see whether only the listed regions differ" : redaction.OriginalPixelsSha256 is null ? "" : "; its decoded pixels must have the same digest as this copy's"));
}
