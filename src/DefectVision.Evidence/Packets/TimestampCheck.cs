using DefectVision.Evidence.Wording;

namespace DefectVision.Evidence.Packets;

/// <summary>When the packet existed at the latest.</summary>
internal static class TimestampCheck
{
    public static IEnumerable<CheckedPart> Of(PacketSource source, byte[] seal)
    {
        var parts = new List<CheckedPart>();
        var stamps = new List<(string Name, Timestamp Stamp)>();
        foreach (var (name, number) in Stored(source))
        {
            try
            {
                var bytes = source.Read(name);
                var stamp = Timestamp.Parse(bytes, name);
                stamps.Add((name, stamp));
                parts.Add(
                    !stamp.Bytes.AsSpan().SequenceEqual(bytes) ? CheckedPart.Fails(name, "found bytes around the token that no authority signed, wanted none")
                    : number != stamps.Count ? CheckedPart.Fails(name, $"dropped: found no {PacketNames.Timestamp(stamps.Count)} before it")
                    : stamp.Fault(seal, out var authority) is { } fault ? CheckedPart.Fails(name, fault)
                    : CheckedPart.Holds(name, $"the seal existed at {Figures.Timestamp(stamp.Token.TokenInfo.Timestamp)}, by {authority}"));
            }
            catch (PacketException fault)
            {
                parts.Add(CheckedPart.Fails(name, fault.Message));
            }
        }

        var log = source.Has(PacketNames.LaterCustody) ? source.Read(PacketNames.LaterCustody) : [];
        if (!log.AsSpan().SequenceEqual(LaterCustody.Of(seal, stamps)))
        {
            parts.Add(CheckedPart.Fails(PacketNames.LaterCustody, "it does not list the timestamps that are here: one was added, dropped or altered, or the log was"));
        }

        parts.Add(stamps.Count == 0
            ? CheckedPart.NotChecked("timestamp", "there is none: nothing shows when the packet was sealed")
            : CheckedPart.NotChecked("timestamp authority", "whether its certificate is genuine and to be trusted was not checked: see HOW-TO-VERIFY.md"));
        return parts;
    }

    /// <summary>The earliest moment at which the seal existed by an authority that leads to one that is trusted; null where none does.</summary>
    public static DateTimeOffset? Trusted(PacketSource source, byte[] seal, TrustedRoots? trust)
    {
        if (trust is null)
        {
            return null;
        }

        var moments = new List<DateTimeOffset>();
        foreach (var (name, _) in Stored(source))
        {
            try
            {
                var stamp = Timestamp.Parse(source.Read(name), name);
                if (stamp.Fault(seal, out _) is null && stamp.LeadsTo(trust))
                {
                    moments.Add(stamp.Token.TokenInfo.Timestamp);
                }
            }
            catch (PacketException)
            {
                // Said where the timestamp itself is checked.
            }
        }

        return moments.Count == 0 ? null : moments.Min();
    }

    /// <summary>Names and numbers of the timestamps of a packet, in order of number.</summary>
    public static IEnumerable<(string Name, int Number)> Stored(PacketSource source) => source.Names
        .Where(name => PacketNames.TimestampNumber(name) is not null)
        .Select(name => (name, PacketNames.TimestampNumber(name)!.Value))
        .OrderBy(stamp => stamp.Value);
}
