namespace DefectVision.Evidence.Packets;

/// <summary>Checks a packet from the packet alone.</summary>
public static class PacketCheck
{
    /// <param name="path">A packet's folder, or the archive of one.</param>
    /// <exception cref="FileNotFoundException">There is neither.</exception>
    /// <exception cref="PacketException">It is something else.</exception>
    public static PacketFindings Of(string path, CheckOptions options, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(options);
        try
        {
            using var source = PacketSource.At(path);
            if (!new[] { PacketNames.Seal, PacketNames.Manifest, PacketNames.Sums }.Any(source.Has))
            {
                throw new PacketException($"{Path.GetFileName(Path.TrimEndingDirectorySeparator(path))}: it is no packet: found none of {PacketNames.Seal}, {PacketNames.Manifest} and {PacketNames.Sums}");
            }

            var findings = Of(source, options, cancel);
            return source is ArchiveSource archive ? findings with { Parts = [.. findings.Parts, .. PacketArchive.Check(archive, path, cancel)] } : findings;
        }
        catch (InvalidDataException fault)
        {
            return Unreadable(path, fault);
        }
    }

    /// <summary>Checks one photo with its proof; of the packet only what seals it is read, so the other files need not be there.</summary>
    /// <param name="path">A packet's folder, or the archive of one.</param>
    /// <param name="exhibitFile">The photo.</param>
    /// <param name="proofFile">Its inclusion proof.</param>
    /// <exception cref="FileNotFoundException">One of them is not there.</exception>
    /// <exception cref="PacketException">The packet is something else.</exception>
    public static PacketFindings OfExhibit(string path, string exhibitFile, string proofFile, CheckOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        try
        {
            using var source = PacketSource.At(path);
            return OfExhibit(source, exhibitFile, proofFile, options);
        }
        catch (InvalidDataException fault)
        {
            return Unreadable(path, fault);
        }
    }

    private static PacketFindings OfExhibit(PacketSource source, string exhibitFile, string proofFile, CheckOptions options)
    {
        if (!source.Has(PacketNames.Seal))
        {
            return new PacketFindings(null, null, [CheckedPart.Fails(PacketNames.Seal, "dropped: found no seal, wanted what the proof leads to")]);
        }

        var bytes = source.Read(PacketNames.Seal);
        try
        {
            var seal = Seal.Parse(bytes);
            return new PacketFindings(seal.Root, Digest.Of(bytes),
            [
                .. ExhibitCheck.Of(seal, exhibitFile, proofFile),
                .. options.Root is { } told ? [seal.Root == told ? CheckedPart.Holds("root", "it is the one that was told") : CheckedPart.Fails("root", $"found {seal.Root}, wanted {told} as told")] : Array.Empty<CheckedPart>(),
                .. SignatureCheck.Of(source, bytes, options),
                .. TimestampCheck.Of(source, bytes),
                CheckedPart.NotChecked("packet", "its other files were not looked at"),
            ])
            {
                IsSigned = source.Has(PacketNames.Signature),
            };
        }
        catch (PacketException fault)
        {
            return new PacketFindings(null, Digest.Of(bytes), [CheckedPart.Fails(PacketNames.Seal, fault.Message)]);
        }
    }

    private static PacketFindings Unreadable(string path, InvalidDataException fault) =>
        new(null, null, [CheckedPart.Fails(Path.GetFileName(path), $"found no archive that can be read ({fault.Message})")]);

    internal static PacketFindings Of(PacketSource source, CheckOptions options, CancellationToken cancel)
    {
        var packet = new OpenedPacket(source, cancel);
        return new PacketFindings(packet.Seal?.Root, packet.SealBytes is { } seal ? Digest.Of(seal) : null,
        [
            .. packet.Faults,
            .. FilesCheck.Of(packet),
            .. TreeCheck.Of(packet, options.Root),
            .. CustodyCheck.Of(packet),
            .. CountsCheck.Of(packet),
            .. VerdictsCheck.Of(packet),
            .. SourcesCheck.Of(packet),
            .. ReportsCheck.Of(packet),
            .. PixelsCheck.Of(packet, cancel),
            .. RedactionCheck.Of(packet),
            .. options.Rescoring is { } rescoring ? ScoresCheck.Of(packet, rescoring, cancel) : [],
            .. packet.SealBytes is { } bytes ? SignatureCheck.Of(source, bytes, options).Concat(TimestampCheck.Of(source, bytes)) : [],
        ])
        {
            IsSigned = source.Has(PacketNames.Signature),
        };
    }
}
