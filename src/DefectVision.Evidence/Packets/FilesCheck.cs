namespace DefectVision.Evidence.Packets;

/// <summary>Every file is the one in SHA256SUMS, none is missing, none is there beside.</summary>
internal static class FilesCheck
{
    public static IEnumerable<CheckedPart> Of(OpenedPacket packet)
    {
        foreach (var (name, fault) in packet.Source.Faults)
        {
            yield return CheckedPart.Fails(name, fault);
        }

        if (packet.Sums is not { } sums)
        {
            if (!packet.Source.Has(PacketNames.Sums))
            {
                yield return CheckedPart.Fails(PacketNames.Sums, "dropped: found no such file, wanted the list of all files");
            }

            yield break;
        }

        var owners = sums.ToLookup(sum => sum.Value, sum => sum.Key);
        foreach (var (name, wanted) in sums.OrderBy(sum => sum.Key, StringComparer.Ordinal))
        {
            yield return packet.Digests.GetValueOrDefault(name) is not { } found ? CheckedPart.Fails(name, $"dropped: found no such file, wanted SHA-256 {wanted}")
                : found == wanted ? CheckedPart.Holds(name, "the bytes are those that were sealed")
                : owners[found].FirstOrDefault() is { } owner ? CheckedPart.Fails(name, $"exchanged: found the bytes of {owner}, wanted SHA-256 {wanted}")
                : CheckedPart.Fails(name, $"changed: found SHA-256 {found}, wanted {wanted}");
        }

        foreach (var name in packet.Source.Names.Where(name => !sums.ContainsKey(name) && !PacketNames.IsBesideSums(name)))
        {
            yield return CheckedPart.Fails(name, "added: found a file that the sums do not name");
        }

        if (sums.Keys.FirstOrDefault(PacketNames.IsBesideSums) is { } odd)
        {
            yield return CheckedPart.Fails(PacketNames.Sums, $"found {odd}, which is made after the sums");
        }
    }
}
