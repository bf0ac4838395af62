using System.Text;

namespace DefectVision.Evidence.Packets;

/// <summary>The manifest names the files, the root is that of the manifest, the seal is that of all of it, and the proofs lead to the root.</summary>
internal static class TreeCheck
{
    public static IEnumerable<CheckedPart> Of(OpenedPacket packet, string? toldRoot)
    {
        if (!packet.Source.Has(PacketNames.Manifest))
        {
            yield return CheckedPart.Fails(PacketNames.Manifest, "dropped: found no such file, wanted the list under the root");
        }

        foreach (var part in Entries(packet).Concat(Proofs(packet)).Concat(SealItself(packet)))
        {
            yield return part;
        }

        if (toldRoot is not null)
        {
            yield return packet.Root == toldRoot ? CheckedPart.Holds("root", "it is the one that was told") : CheckedPart.Fails("root", $"found {packet.Root ?? "none"}, wanted {toldRoot} as told");
        }
    }

    private static IEnumerable<CheckedPart> Entries(OpenedPacket packet)
    {
        var listed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in packet.Manifest)
        {
            if (!listed.Add(entry.Path))
            {
                yield return CheckedPart.Fails(PacketNames.Manifest, $"names {entry.Path} twice");
            }

            if (packet.Digests.GetValueOrDefault(entry.Path) is { } found && found != entry.Sha256)
            {
                yield return CheckedPart.Fails(entry.Path, $"not the file of the manifest: found SHA-256 {found}, wanted {entry.Sha256}");
            }
            else if (!packet.Digests.ContainsKey(entry.Path))
            {
                yield return CheckedPart.Fails(entry.Path, "dropped: the manifest names it, and it is not there");
            }
        }

        foreach (var name in packet.Sums?.Keys.Where(name => !listed.Contains(name) && !PacketNames.IsBesideManifest(name)).Order(StringComparer.Ordinal) ?? Enumerable.Empty<string>())
        {
            yield return CheckedPart.Fails(name, "added: the manifest does not name it, so the root does not cover it");
        }
    }

    private static IEnumerable<CheckedPart> Proofs(OpenedPacket packet)
    {
        var wanted = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at < packet.Manifest.Count && packet.Tree is not null; at++)
        {
            if (packet.Manifest[at] is { Photo: not null } entry)
            {
                var name = PacketNames.ProofOf(entry.Path);
                wanted.Add(name);
                if (packet.Bytes(name) is not { } found)
                {
                    yield return CheckedPart.Fails(name, "dropped: found no proof of this photo");
                }
                else if (!found.AsSpan().SequenceEqual(InclusionProof.Of(packet.Tree, at, packet.ManifestLines[at]).ToBytes()))
                {
                    yield return CheckedPart.Fails(name, $"does not lead from {entry.Path} to the root of the manifest");
                }
            }
        }

        foreach (var name in packet.Source.Names.Where(name => name.StartsWith(PacketNames.Proofs, StringComparison.Ordinal) && !wanted.Contains(name)))
        {
            yield return CheckedPart.Fails(name, "added: found a proof of no photo");
        }
    }

    private static IEnumerable<CheckedPart> SealItself(OpenedPacket packet)
    {
        if (packet.SealBytes is not { } bytes)
        {
            yield return CheckedPart.Fails(PacketNames.Seal, "dropped: found no seal, wanted what everything rests on");
            yield break;
        }

        if (packet.Seal is not { } seal)
        {
            yield break;
        }

        var last = packet.Custody.Count > 0 ? packet.Custody[^1] : null;
        var wanted = new Seal(
            packet.Outputs?.Name,
            packet.Outputs?.AsOf,
            last?.When ?? "",
            last?.Tool ?? "",
            packet.Root ?? "",
            packet.ManifestLines.Count,
            packet.Digests.GetValueOrDefault(PacketNames.Sums) ?? "",
            packet.CustodyLines.Count,
            packet.CustodyLines.Count > 0 ? Digest.Of(packet.CustodyLines[^1]) : null);
        yield return seal.Root == wanted.Root ? CheckedPart.Holds("root", "it is that of the manifest") : CheckedPart.Fails("root", $"the seal has {seal.Root}, the manifest gives {wanted.Root}");
        if (seal.SumsSha256 != wanted.SumsSha256)
        {
            yield return CheckedPart.Fails(PacketNames.Sums, $"not the list that was sealed: found SHA-256 {wanted.SumsSha256}, wanted {seal.SumsSha256}");
        }

        yield return bytes.AsSpan().SequenceEqual(wanted.ToBytes())
            ? CheckedPart.Holds(PacketNames.Seal, "every line of it follows from the files")
            : CheckedPart.Fails(PacketNames.Seal, $"it is not the seal of these files; they give:\n{Encoding.UTF8.GetString(wanted.ToBytes()).TrimEnd()}");
    }
}
