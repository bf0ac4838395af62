using DefectVision.Evidence;
using DefectVision.Imaging;
using DefectVision.Inspection;
using DefectVision.Inspection.Recording;
using DefectVision.Pipeline.Intake;

namespace DefectVision.Cases;

/// <summary>A finished inspection, read back: all that a later command may rest on.</summary>
internal sealed record OpenedCase(string Folder, CaseFile File, InspectionRecord Record, LocalPlaces Local)
{
    /// <param name="folder">Full path of the case.</param>
    /// <exception cref="CaseException">It is no finished case, or a file of it is not the one that was written.</exception>
    public static OpenedCase At(string folder)
    {
        var name = Path.GetFileName(folder);
        var file = CaseFile.Read(folder)
            ?? throw new CaseException($"{name}: found no {CasePaths.Case}, expected the folder of an inspection (made by an earlier version? inspect again)");
        if (file.RecordSha256 is null)
        {
            throw new CaseException($"{name}: this inspection has not been finished; run inspect again");
        }

        var record = Whole(folder, RecordFile.Name, file.RecordSha256);
        Whole(folder, EvidenceWriter.SummaryName, file.SummarySha256);
        foreach (var input in file.Inputs)
        {
            var kept = CasePaths.Of(folder, input);
            Whole(folder, Path.GetRelativePath(folder, kept), input.Sha256);
            foreach (var (document, digest) in input.Documents)
            {
                Whole(folder, Path.Combine(Path.GetRelativePath(folder, Path.GetDirectoryName(kept)!), document), digest);
            }
        }

        return new OpenedCase(folder, file, RecordFile.Read(record), StoredJson.Read<LocalPlaces>(Path.Combine(folder, CasePaths.Local)) ?? new LocalPlaces(string.Empty, null, new Dictionary<ListKind, string>()));
    }

    /// <summary>Full path of the copy of a list; null when the inspection had none.</summary>
    public string? Copy(ListKind kind) => File.Input(kind) is { } input ? CasePaths.Of(Folder, input) : null;

    /// <summary>Full path of the photos now; null where there is no such folder. What a zip was unpacked into is in the case, and moves with it.</summary>
    /// <param name="told">By an option; null: where they were.</param>
    public string? FoundShipment(string? told)
    {
        string[] places = told is not null ? [told] : Record.GivenAs is { Path: var zip } ? [Local.Shipment, UnpackedArchive.FolderOf(zip, Folder)] : [Local.Shipment];
        return places.FirstOrDefault(Directory.Exists) is { } place ? Path.TrimEndingDirectorySeparator(Path.GetFullPath(place)) : null;
    }

    /// <summary>The same for commands that can be told where it is.</summary>
    /// <param name="told">By the option.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public string Shipment(string? told) => FoundShipment(told) ?? throw new DirectoryNotFoundException(told is not null
        ? $"{told}: no such folder"
        : $"the shipment '{File.Shipment}' is no longer where it was inspected; say with --shipment where it is now");

    /// <summary>What has changed in the sources since the inspection, a sentence each: the case goes on with its own copies.</summary>
    public IEnumerable<string> Changes(string? told)
    {
        // Without a place, a name alone would be looked for where the program happens to run.
        var shipment = FoundShipment(told) ?? told ?? (Local.Shipment.Length > 0 ? Local.Shipment : null);
        foreach (var input in File.Inputs)
        {
            var source = Local.SourceOf(input, shipment);
            if (source is null || !System.IO.File.Exists(source))
            {
                yield return $"{input.Name}: it is no longer where it was read; the case goes on with its own copy";
            }
            else if (StoredJson.Sha256OfFile(source) != input.Sha256)
            {
                yield return $"{input.Name}: it has changed since the inspection; inspect again to take the change up. The case goes on with what it was given";
            }

            foreach (var document in input.Documents.Where(one => source is not null && IsOther(Path.Combine(Path.GetDirectoryName(source)!, one.Key), one.Value)))
            {
                yield return $"{document.Key}: {input.Name} names it, and it has changed or is gone since the inspection; "
                    + "inspect again to take the change up. The case goes on with its own copy";
            }
        }

        if (shipment is null)
        {
            yield break;
        }

        foreach (var found in Lists.InFolder(shipment).Where(found => File.Input(found.Key) is null && !File.LeftOut.Contains(found.Key)))
        {
            yield return $"{Path.GetFileName(found.Value)}: it is in the shipment and the inspection was made without it; inspect again to take it up";
        }
    }

    private static bool IsOther(string path, string expected) => !System.IO.File.Exists(path) || StoredJson.Sha256OfFile(path) != expected;

    private static byte[] Whole(string folder, string name, string? expected)
    {
        var path = Path.Combine(folder, name);
        if (!System.IO.File.Exists(path))
        {
            throw new CaseException($"{Path.GetFileName(folder)}: found no {name}, which belongs to the case; run inspect again");
        }

        var bytes = PlainFile.Bytes(path);
        return StoredJson.Sha256(bytes) == expected ? bytes
            : throw new CaseException($"{Path.GetFileName(folder)}/{name}: found SHA-256 {StoredJson.Sha256(bytes)}, expected {expected}: it was changed, or a run was interrupted while it wrote; run inspect again");
    }
}
