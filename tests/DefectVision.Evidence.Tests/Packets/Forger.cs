using DefectVision.Evidence.Packets;

namespace DefectVision.Evidence.Tests.Packets;

/// <summary>Somebody who alters a file and makes everything that rests on it anew, as this program would have.</summary>
internal static class Forger
{
    public static void Reseal(MadePacket packet)
    {
        var entries = Lines.Of(packet.Bytes(PacketNames.Manifest)).Select(ManifestEntry.Parse).Where(entry => File.Exists(packet.InPacket(entry.Path)))
            .Select(entry => entry with { Bytes = packet.Bytes(entry.Path).Length, Sha256 = Digest.Of(packet.Bytes(entry.Path)) })
            .ToList();
        var lines = entries.Select(entry => entry.ToLine()).ToList();
        var tree = new MerkleTree(lines);
        File.WriteAllBytes(packet.InPacket(PacketNames.Manifest), Lines.Join(lines));
        for (var at = 0; at < entries.Count; at++)
        {
            if (entries[at].Photo is not null)
            {
                File.WriteAllBytes(packet.InPacket(PacketNames.ProofOf(entries[at].Path)), InclusionProof.Of(tree, at, lines[at]).ToBytes());
            }
        }

        var root = Convert.ToHexStringLower(tree.Root);
        var before = Lines.Of(packet.Bytes(PacketNames.Custody)).Select(CustodyEntry.Parse).ToList();
        var log = new CustodyLog(before[0].When, before[0].Tool, before[0].By);
        foreach (var entry in before.Where(entry => entry.File is null || File.Exists(packet.InPacket(entry.File))))
        {
            var after = entry.File is { } file ? Digest.Of(packet.Bytes(file)) : entry.What == CustodyLog.Closing ? root : entry.After;
            log.Add(entry.What, entry.File, entry.Before is null ? null : entry.What == CustodyLog.Closing ? Digest.Of(Lines.Join(lines)) : entry.File is null ? entry.Before : after, after);
        }

        File.WriteAllBytes(packet.InPacket(PacketNames.Custody), log.ToBytes());
        var sums = SumsFile.Write(packet.Names.Where(name => !PacketNames.IsBesideSums(name)).Select(name => (name, Digest.Of(packet.Bytes(name)))));
        File.WriteAllBytes(packet.InPacket(PacketNames.Sums), sums);
        var seal = Seal.Parse(packet.Bytes(PacketNames.Seal)) with
        {
            Root = root,
            Leaves = tree.Size,
            SumsSha256 = Digest.Of(sums),
            CustodyEntries = log.Count,
            CustodyHead = log.Head,
        };
        File.WriteAllBytes(packet.InPacket(PacketNames.Seal), seal.ToBytes());
    }
}
