namespace DefectVision.Evidence.Packets;

/// <summary>A packet with everything that its checks share. What cannot be read is null, and the faults say why.</summary>
internal sealed class OpenedPacket
{
    private const string Unreadable = "unreadable";

    public OpenedPacket(PacketSource source, CancellationToken cancel)
    {
        (Source, Faults) = (source, []);
        foreach (var name in source.Names)
        {
            cancel.ThrowIfCancellationRequested();
            Digests.Add(name, DigestOf(name));
        }

        SealBytes = Bytes(PacketNames.Seal);
        Seal = Parsed(PacketNames.Seal, SealBytes, Packets.Seal.Parse);
        Sums = Parsed(PacketNames.Sums, Bytes(PacketNames.Sums), SumsFile.Read);
        ManifestLines = Bytes(PacketNames.Manifest) is { } manifest ? [.. Lines.Of(manifest).Take(source.Names.Count + 1)] : [];
        if (ManifestLines.Count > source.Names.Count)
        {
            Faults.Add(CheckedPart.Fails(PacketNames.Manifest, FormattableString.Invariant($"found more lines than the {source.Names.Count} files of the packet, each of which it names once at most")));
            ManifestLines = [.. ManifestLines.Take(source.Names.Count)];
        }

        Manifest = Parsed(PacketNames.Manifest, ManifestLines, lines => lines.Select(ManifestEntry.Parse).ToList()) ?? [];
        CustodyLines = Bytes(PacketNames.Custody) is { } custody ? [.. Lines.Of(custody)] : [];
        Custody = Parsed(PacketNames.Custody, CustodyLines, lines => lines.Select(CustodyEntry.Parse).ToList()) ?? [];
        Outputs = Parsed(EvidenceWriter.SummaryName, Bytes(EvidenceWriter.SummaryName), InspectionOutputs.Read);
        Results = Parsed(EvidenceWriter.ResultsName, Bytes(EvidenceWriter.ResultsName), ResultLine.Read) ?? [];
        Redactions = Parsed(PacketNames.Redactions, Bytes(PacketNames.Redactions), file => Lines.Of(file).Select(RedactionEntry.Parse).ToList()) ?? [];
        Tree = ManifestLines.Count == 0 ? null : new MerkleTree(ManifestLines);
        Root = Tree is null ? null : Convert.ToHexStringLower(Tree.Root);
    }

    public PacketSource Source { get; }

    /// <summary>Of every file by name, lower-case hex.</summary>
    public Dictionary<string, string> Digests { get; } = new(StringComparer.Ordinal);

    public byte[]? SealBytes { get; }

    public Seal? Seal { get; }

    public IReadOnlyDictionary<string, string>? Sums { get; }

    public IReadOnlyList<byte[]> ManifestLines { get; }

    public IReadOnlyList<ManifestEntry> Manifest { get; }

    public IReadOnlyList<byte[]> CustodyLines { get; }

    public IReadOnlyList<CustodyEntry> Custody { get; }

    public InspectionOutputs? Outputs { get; }

    public IReadOnlyList<ResultLine> Results { get; }

    /// <summary>What was withheld; none where the packet holds originals alone.</summary>
    public IReadOnlyList<RedactionEntry> Redactions { get; }

    public MerkleTree? Tree { get; }

    /// <summary>As the manifest gives it, lower-case hex.</summary>
    public string? Root { get; }

    public List<CheckedPart> Faults { get; }

    /// <summary>Null when the packet does not hold the file, or it cannot be read.</summary>
    public byte[]? Bytes(string name) => Digests.GetValueOrDefault(name) is null or Unreadable ? null : Source.Read(name);

    private string DigestOf(string name)
    {
        try
        {
            using var stream = Source.Open(name);
            return Digest.Of(stream);
        }
        catch (Exception fault) when (fault is InvalidDataException or UnauthorizedAccessException or IOException)
        {
            Faults.Add(CheckedPart.Fails(name, $"it cannot be read ({fault.Message})"));
            return Unreadable;
        }
    }

    private TResult? Parsed<T, TResult>(string name, T? content, Func<T, TResult> parse)
        where TResult : class
        where T : class
    {
        try
        {
            return content is null ? null : parse(content);
        }
        catch (PacketException fault)
        {
            Faults.Add(CheckedPart.Fails(name, fault.Message));
            return null;
        }
    }
}
