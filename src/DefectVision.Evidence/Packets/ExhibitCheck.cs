using DefectVision.Imaging;

namespace DefectVision.Evidence.Packets;

/// <summary>One photo alone: its bytes, its line of the manifest, and the way up to the sealed root.</summary>
internal static class ExhibitCheck
{
    public static IEnumerable<CheckedPart> Of(Seal seal, string exhibitFile, string proofFile)
    {
        var exhibit = Path.GetFileName(exhibitFile);
        InclusionProof? proof = null;
        ManifestEntry? entry = null;
        CheckedPart? broken = null;
        try
        {
            proof = InclusionProof.Parse(PlainFile.Bytes(proofFile), Path.GetFileName(proofFile));
            entry = ManifestEntry.Parse(proof.Line);
        }
        catch (PacketException fault)
        {
            broken = CheckedPart.Fails(Path.GetFileName(proofFile), fault.Message);
        }

        if (broken is not null)
        {
            yield return broken;
            yield break;
        }

        using (var stream = PlainFile.Opened(exhibitFile))
        {
            var found = Digest.Of(stream);
            yield return found == entry!.Sha256
                ? CheckedPart.Holds(exhibit, $"it is {entry.Path}{Place(entry)}")
                : found == entry.Photo?.Redaction?.OriginalSha256
                ? CheckedPart.Holds(exhibit, $"it is the original of {entry.Path}, a copy from which is withheld: {string.Join(", ", entry.Photo.Redaction.Withheld)}{Place(entry)}")
                : CheckedPart.Fails(exhibit, $"found SHA-256 {found}, wanted {entry.Sha256} of {entry.Path}");
        }

        if (entry.Photo?.Redaction is { } redaction)
        {
            yield return RedactionCheck.NotInPacket(entry.Path, redaction);
        }

        var root = proof!.LeadsTo();
        yield return root == seal.Root && proof.Size == seal.Leaves
            ? CheckedPart.Holds(Path.GetFileName(proofFile), FormattableString.Invariant($"leads from leaf {proof.Index} of {proof.Size} to the sealed root"))
            : CheckedPart.Fails(Path.GetFileName(proofFile), FormattableString.Invariant($"leads to {root ?? "no root"} of {proof.Size} leaves, wanted {seal.Root} of {seal.Leaves} as sealed"));
    }

    private static string Place(ManifestEntry entry) =>
        entry.Photo is not { } photo ? ""
        : FormattableString.Invariant($", {(photo.Exhibit is { } exhibit ? FormattableString.Invariant($"exhibit {exhibit}") : "of no exhibit")}, lot {photo.Lot}, item {photo.Item}");
}
