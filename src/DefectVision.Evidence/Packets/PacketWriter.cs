using System.Globalization;
using DefectVision.Evidence.Wording;
using DefectVision.Imaging;
using DefectVision.Imaging.Withholding;
using DefectVision.Inspection;

namespace DefectVision.Evidence.Packets;

/// <summary>Makes the evidence packet of an inspection. Its bytes depend on the inspection's outputs, the photos and the options, on nothing else of the run.</summary>
public static class PacketWriter
{
    /// <summary>The packet's name in the inspection's folder.</summary>
    public const string FolderName = "packet";

    /// <summary>In the custody log, of outputs that were written again.</summary>
    internal const string WithoutCodes = "written again, withheld: the codes, and in the report the pictures, of photos of which regions are withheld";

    /// <summary>The signature's name in the packet.</summary>
    public const string SignatureName = PacketNames.Signature;

    /// <summary>Of the inspection's summary, lower-case hex: what a claim is tied to.</summary>
    /// <exception cref="PacketException">The folder holds no outputs of an inspection.</exception>
    internal static string SummarySha256(string inspectionFolder) => Digest.Of(Output(inspectionFolder, EvidenceWriter.SummaryName));

    /// <summary>The root of the packet in an inspection's folder, lower-case hex; null where there is none, or one of an earlier state of the inspection. The packet is not checked.</summary>
    public static string? RootIn(string inspectionFolder)
    {
        ArgumentNullException.ThrowIfNull(inspectionFolder);
        var (packet, summary) = (Path.Combine(inspectionFolder, FolderName), Path.Combine(inspectionFolder, FolderName, EvidenceWriter.SummaryName));
        try
        {
            return File.Exists(summary) && Digest.Of(File.ReadAllBytes(summary)) == SummarySha256(inspectionFolder) ? Packets.Seal.Parse(File.ReadAllBytes(Path.Combine(packet, PacketNames.Seal))).Root : null;
        }
        catch (Exception fault) when (fault is PacketException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>For work that comes before the packet and should not be done in vain.</summary>
    /// <exception cref="PacketExistsException">A packet is there, and nobody said that it may be replaced.</exception>
    public static void RefuseToReplace(string inspectionFolder, bool isOverwritten)
    {
        if (!isOverwritten && Path.Exists(Path.Combine(inspectionFolder, FolderName)))
        {
            throw new PacketExistsException($"{Path.GetFileName(inspectionFolder)}/{FolderName} already exists; use --overwrite to replace it, with its signature and timestamps");
        }
    }

    /// <summary>Writes the packet under a temporary name, checks it, and gives it its own.</summary>
    /// <exception cref="PacketExistsException">A packet is there, and nobody said that it may be replaced.</exception>
    /// <exception cref="PacketException">The inspection is not whole, or a photo or file is not the one that was inspected.</exception>
    /// <exception cref="IOException">The packet cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The packet may not be written.</exception>
    public static PacketMade Make(PacketOptions options, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(options);
        var target = Path.Combine(options.InspectionFolder, FolderName);
        RefuseToReplace(options.InspectionFolder, options.Overwrite);

        var record = options.Record;
        if (WithheldPhotos(options) is var hidden && record.Files.Any(file => file.Codes?.Codes.Count > 0 && hidden.Contains(file.Path)))
        {
            throw new InvalidOperationException("found codes of photos of which regions are withheld, expected a record without them");
        }

        var documents = PacketDocuments.Of(options);
        var made = Figures.Timestamp(options.AsOf ?? record.AsOf);
        var log = new CustodyLog(made, options.Product, options.By ?? record.Agreement.Buyer?.Name);
        foreach (var sentence in documents.Missing)
        {
            log.Add("left out: " + sentence, null, null, null);
        }

        using var folder = new PacketFolder(target);
        var entries = new List<ManifestEntry>();
        var wanted = Wanted(options).ToList();
        var numbers = ExhibitNumbers.Of(record);
        using var reader = new PhotoReader(DecodeLimits.Default);
        var redactor = new Redactor(options.Withheld, Regions(options.WithheldRegions, record.Files), reader);
        var (paths, withheld, missing) = (new SafePath(), new List<RedactionEntry>(), documents.Missing.ToList());
        foreach (var document in documents.Found)
        {
            if (document.Name == EvidenceWriter.PdfName && redactor.WithRegions.Any())
            {
                // Pictures cannot be taken out of it as they are out of the page.
                missing.Add($"{document.Name}: it may show photos of which regions are withheld");
                log.Add("left out: " + missing[^1], null, null, null);
                continue;
            }

            var bytes = Read(document.Source, document.Name, document.Sha256);
            var (shown, what) = document.Name == EvidenceWriter.ReportName ? ReportPictures.Without(bytes, redactor.WithRegions) : (bytes, null);
            var before = document.Sha256 ?? (what is null ? null : Digest.Of(bytes));
            if (options.OutputsFolder is { } again && document.Source.StartsWith(again, StringComparison.Ordinal))
            {
                before = Digest.Of(Output(options.InspectionFolder, document.Name));
                what = before == Digest.Of(shown) ? null : WithoutCodes;
            }

            entries.Add(Put(folder, log, document.Name, shown, before, null, what ?? "copied"));
        }

        foreach (var archive in InspectionOutputs.ArchivesOf(record))
        {
            log.Add(CustodyLog.Unpacked + archive.Path, null, archive.Sha256, null);
        }

        entries.Add(Put(folder, log, PacketNames.HowTo, HowToVerify.Text(), null, null, "written"));
        log.Add(string.Create(CultureInfo.InvariantCulture, $"originals chosen ({Code.Of(options.Originals)}): {wanted.Count} of {record.Files.Count} files"), null, null, null);
        var photos = 0;
        foreach (var photo in wanted)
        {
            cancel.ThrowIfCancellationRequested();
            var original = Read(ShipmentFile.FullPath(options.ShipmentFolder, options.InspectionFolder, photo.Path), photo.Path, photo.Sha256);
            if (redactor.Of(photo.Path, original) is not { } copy)
            {
                missing.Add($"{photo.Path}: its file cannot be written again without coding its picture anew, or holds bytes that nobody can account for, so nothing can be withheld from it for certain and it was left out (SHA-256 {photo.Sha256})");
                log.Add("left out: " + missing[^1], null, null, null);
                continue;
            }

            photos++;
            var exhibit = photo.Place is { } place ? numbers.Of(place.Lot, place.Item) : null;
            var name = PacketNames.Originals + paths.Of(Parts(photo).Prepend(PacketNames.FolderOf(exhibit))) + copy.Ending;
            var facts = new ExhibitFacts(exhibit, photo.Path, photo.Place?.Lot, photo.Place?.Item, copy.PixelsSha256, CaptureFacts.Of(copy.Ending.Length == 0 ? copy.Bytes : original))
            {
                SourceBytes = record.NameBytes?.GetValueOrDefault(photo.Path),
                Archive = record.ArchiveOf(photo.Path)?.Path,
                Codes = [.. photo.Codes?.Codes.Select(code => code.Printed) ?? []],
                Redaction = copy.Withheld.Count == 0 ? null : new Redaction(copy.Withheld, photo.Sha256!, copy.OriginalPixelsSha256),
            };
            entries.Add(Put(folder, log, name, copy.Bytes, photo.Sha256, facts, copy.Withheld.Count == 0 ? "copied" : "copied, withheld: " + string.Join(", ", copy.Withheld)));
            withheld.AddRange(Entries(name, photo, copy, redactor));
        }

        if (withheld.Count > 0)
        {
            entries.Add(Put(folder, log, PacketNames.Redactions, Lines.Join(withheld.Select(entry => entry.ToLine())), null, null, "written"));
        }

        var seal = Seal(folder, log, record, entries, made, options.Product);
        if (options.Key is { } key)
        {
            folder.Write(PacketNames.Signature, SealSignature.Sign(seal.ToBytes(), key));
        }

        cancel.ThrowIfCancellationRequested();
        Check(folder.Temporary, cancel);
        folder.Publish();
        return new PacketMade(target, seal.Root, Digest.Of(seal.ToBytes()), Directory.GetFiles(target, "*", SearchOption.AllDirectories).Length, photos, missing)
        {
            Copies = withheld.DistinctBy(entry => entry.Path).Count(),
            Remarks = [.. Unredacted(options)],
        };
    }

    private static IEnumerable<RedactionEntry> Entries(string name, InspectedFile photo, ExhibitCopy copy, Redactor redactor) => copy.Withheld.SelectMany(what => what == RedactionEntry.OfRegion
        ? redactor.RegionsOf(photo.Path).Select(region => new RedactionEntry(name, photo.Path, photo.Sha256!, what, region.Region, region.Reason))
        : [new RedactionEntry(name, photo.Path, photo.Sha256!, what, null, null)]);

    // A list's document is sealed as it was inspected: its digest stands in the summary.
    private static IEnumerable<string> Unredacted(PacketOptions options) => (options.OutputsFolder is null ? Array.Empty<string>()
        : ["codes read on photos of which regions are withheld are left out: report, results, summary and defect log were written again without them, so their digests are others than those of the inspection"]).Concat(
        NamedFile.Of(options.Record).Count is var documents and > 0 && (options.Withheld != MetadataKinds.None || options.WithheldRegions.Count > 0)
            ? [FormattableString.Invariant($"{PacketNames.Documents} holds {documents} documents of others as they are: nothing was withheld from them; look at them before the packet goes out")]
            : Array.Empty<string>());

    /// <summary>Paths of the photos of which regions are withheld: those told, and those with the same bytes.</summary>
    /// <exception cref="PacketException">A region is told of a photo that the inspection does not have.</exception>
    public static IReadOnlySet<string> WithheldPhotos(PacketOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Regions(options.WithheldRegions, options.Record.Files).Select(region => region.Path).ToHashSet(StringComparer.Ordinal);
    }


    // The same photo may lie in several places: what is withheld from one is withheld from all.
    private static IEnumerable<WithheldRegion> Regions(IReadOnlyList<WithheldRegion> told, IReadOnlyList<InspectedFile> results)
    {
        var alike = results.Where(line => line.Sha256 is not null).ToLookup(line => line.Sha256, StringComparer.Ordinal);
        return told.SelectMany(region => results.FirstOrDefault(line => line.Path == region.Path) is { } photo
                ? alike[photo.Sha256].Select(line => region with { Path = line.Path })
                : throw new PacketException($"{region.Path}: found a region to withhold from it, and no such photo in {EvidenceWriter.ResultsName}, wanted a path as it stands there"))
            .Distinct()
            .ToList();
    }

    private static Seal Seal(PacketFolder folder, CustodyLog log, InspectionRecord record, List<ManifestEntry> entries, string made, string product)
    {
        var ordered = entries.OrderBy(entry => entry.Path, StringComparer.Ordinal).ToList();
        var lines = ordered.Select(entry => entry.ToLine()).ToList();
        var tree = new MerkleTree(lines);
        var root = Convert.ToHexStringLower(tree.Root);
        var sums = ordered.Select(entry => (entry.Path, entry.Sha256)).ToList();
        var manifest = Lines.Join(lines);
        Add(PacketNames.Manifest, manifest);
        for (var at = 0; at < ordered.Count; at++)
        {
            if (ordered[at].Photo is not null)
            {
                Add(PacketNames.ProofOf(ordered[at].Path), InclusionProof.Of(tree, at, lines[at]).ToBytes());
            }
        }

        log.Add("written", PacketNames.Manifest, null, Digest.Of(manifest));
        log.Add(CustodyLog.Closing, null, Digest.Of(manifest), root);
        Add(PacketNames.Custody, log.ToBytes());
        var summed = SumsFile.Write(sums);
        folder.Write(PacketNames.Sums, summed);
        var seal = new Seal(record.Name, Figures.Timestamp(record.AsOf), made, product, root, tree.Size, Digest.Of(summed), log.Count, log.Head);
        folder.Write(PacketNames.Seal, seal.ToBytes());
        return seal;

        void Add(string name, byte[] content)
        {
            folder.Write(name, content);
            sums.Add((name, Digest.Of(content)));
        }
    }

    // All photos of the items that were flagged, that the report shows, or that a person, a measurement or a test speaks against, with what is attached to them or to the lots.
    private static IEnumerable<InspectedFile> Wanted(PacketOptions options)
    {
        var items = options.Record.Lots
            .SelectMany(lot => lot.Lot.AllItems
                .Where(item => item.Standing == ItemStanding.Flagged || Exhibited.IsShown(item) || item.Review?.Readings.Any(answer => answer.IsDefective) == true)
                .Select(item => (lot.Lot.Name, item.Name)))
            .ToHashSet();
        return options.Record.Files
            .Where(file => file is { Sha256: not null, Outcome: not (PhotoOutcome.NotAPhoto or PhotoOutcome.SystemFile or PhotoOutcome.OutsideAnyLot) })
            .Where(file => options.Originals == OriginalsWanted.All
                || (file.Place is { } place ? items.Contains((place.Lot, place.Item)) : file.Outcome == PhotoOutcome.Attachment));
    }

    // Below the lot as the results name it, which is not always the folder.
    private static IEnumerable<string> Parts(InspectedFile photo) =>
        photo.Place?.Lot is { } lot && !photo.Path.StartsWith(lot + "/", StringComparison.Ordinal) ? [.. lot.Split('/'), .. photo.Path.Split('/')] : photo.Path.Split('/');

    private static ManifestEntry Put(PacketFolder folder, CustodyLog log, string name, byte[] bytes, string? before, ExhibitFacts? photo, string what = "copied")
    {
        folder.Write(name, bytes);
        var digest = Digest.Of(bytes);
        log.Add(what, name, before, digest);
        return new ManifestEntry(name, bytes.Length, digest, photo);
    }

    private static byte[] Read(string path, string name, string? wanted)
    {
        if (!File.Exists(path))
        {
            throw new PacketException($"{name}: found no such file, wanted {(wanted is null ? "the outputs of an inspection" : $"the one that was inspected (SHA-256 {wanted})")}");
        }

        var bytes = PlainFile.Bytes(path);
        return wanted is null || Digest.Of(bytes) is var found && found == wanted ? bytes
            : throw new PacketException($"{name}: found SHA-256 {Digest.Of(bytes)}, wanted {wanted} as it was inspected");
    }

    private static byte[] Output(string inspectionFolder, string name) =>
        Read(Path.Combine(inspectionFolder, name), $"{Path.GetFileName(inspectionFolder)}/{name}", null);

    // Outputs of two runs beside each other would make a packet that nobody can verify: better said now.
    private static void Check(string folder, CancellationToken cancel)
    {
        using var source = PacketSource.At(folder);
        var broken = PacketCheck.Of(source, new CheckOptions(), cancel).Parts.Where(part => part.Answer == CheckAnswer.Fails).ToList();
        if (broken.Count > 0)
        {
            throw new PacketException($"{broken[0].Part}: {broken[0].Detail}; wanted the outputs of one run (inspect again)");
        }
    }
}
