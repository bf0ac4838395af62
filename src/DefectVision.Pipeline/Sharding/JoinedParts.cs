using System.Security.Cryptography;
using System.Text;
using DefectVision.Imaging.Keeping;
using DefectVision.Pipeline.Intake;
using DefectVision.Pipeline.Journalling;

namespace DefectVision.Pipeline.Sharding;

/// <summary>Parts become one journal, as one run would have written it: what follows from all files together is then told as in any other run.</summary>
public static class JoinedParts
{
    private const int MostNamed = 5;

    /// <summary>Checks that parts are all of one inspection, and writes their journals and pictures into its folder.</summary>
    /// <param name="parts">What each says of itself, and its folder.</param>
    /// <param name="folder">Of the case; a journal that is there is replaced.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="PartsException">A part is missing, twice there, of another inspection, or not as it was written.</exception>
    /// <exception cref="JournalBusyException">Another run writes the same inspection.</exception>
    /// <exception cref="IOException">The case cannot be written.</exception>
    public static void Join(IReadOnlyList<(string Folder, Part Part)> parts, string folder, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(parts);
        CheckOneInspection(parts);
        Directory.CreateDirectory(folder);
        var pictures = new PictureStore(folder);
        Journal? joined = null;
        try
        {
            foreach (var (partFolder, part) in parts)
            {
                cancel.ThrowIfCancellationRequested();
                var content = Content(partFolder, part);
                joined ??= Journal.Open(folder, content.Header! with { Started = parts.Min(one => one.Part.Started) }, fresh: true, redoes: true);
                foreach (var entry in content.Entries.Values.OrderBy(entry => entry.Path, StringComparer.Ordinal))
                {
                    joined.Append(entry);
                }

                pictures.TakeFrom(partFolder);
            }

            joined?.Flush();
        }
        finally
        {
            joined?.Dispose();
        }
    }

    /// <summary>Every file of the shipment has been dealt and done, and no other.</summary>
    /// <exception cref="PartsException">Which are not.</exception>
    internal static void CheckComplete(IReadOnlyDictionary<string, JournalEntry> entries, IReadOnlyList<FoundFile> files)
    {
        var known = files.ToDictionary(file => file.Path, StringComparer.Ordinal);
        var lacking = files.Where(file => !entries.ContainsKey(file.Path)).Select(file => file.Path).ToList();
        var gone = entries.Keys.Where(path => !known.ContainsKey(path)).Order(StringComparer.Ordinal).ToList();
        var changed = files.Where(file => entries.TryGetValue(file.Path, out var entry) && entry.Bytes != file.Bytes).Select(file => file.Path).ToList();
        if (lacking.Count + gone.Count + changed.Count > 0)
        {
            throw new PartsException($"the shipment is not the one that was scored:{Told("in no part", lacking)}{Told("no longer there", gone)}{Told("of another size", changed)}; score the parts again");
        }
    }

    /// <summary>Digest of the files that were found: paths and sizes, in the order of the walk.</summary>
    internal static string WalkOf(IEnumerable<FoundFile> files) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(files.Select(file => FormattableString.Invariant($"{file.Bytes} {file.Path}\n"))))));

    private static void CheckOneInspection(IReadOnlyList<(string Folder, Part Part)> parts)
    {
        if (parts.Count == 0)
        {
            throw new PartsException("found no part, wanted all parts of an inspection");
        }

        var first = parts[0].Part;
        foreach (var (folder, part) in parts.Skip(1))
        {
            Same("parts", part.Shard.Count, first.Shard.Count);
            Same("program", part.Program, first.Program);
            Same("model", part.ModelSha256 ?? "none", first.ModelSha256 ?? "none");
            Same("limits", part.Limits, first.Limits);
            Same("analysis plan", part.PlanSha256, first.PlanSha256);
            Same("files of the shipment", part.OfFiles, first.OfFiles);
            Same("list of the files", part.WalkSha256, first.WalkSha256);

            void Same<T>(string what, T found, T wanted)
                where T : IEquatable<T>
            {
                if (!found.Equals(wanted))
                {
                    throw new PartsException($"{Path.GetFileName(folder)}: it is of another inspection than {Path.GetFileName(parts[0].Folder)}: {what}: found {found}, wanted {wanted}");
                }
            }
        }

        // Another build reads every photo again, and merging reads none.
        if (first.Program != ProgramBuild.Named)
        {
            throw new PartsException($"{Path.GetFileName(parts[0].Folder)}: it was made by {first.Program}, and this is {ProgramBuild.Named}: merge with the program that made the parts, or score them again");
        }

        if (parts.GroupBy(part => part.Part.Shard).FirstOrDefault(same => same.Skip(1).Any()) is { } twice)
        {
            throw new PartsException($"part {twice.Key} is given {twice.Count()} times, wanted once");
        }

        var missing = Enumerable.Range(1, first.Shard.Count).Except(parts.Select(part => part.Part.Shard.Number)).Select(number => new Shard(number, first.Shard.Count).Folder).ToList();
        if (missing.Count > 0)
        {
            throw new PartsException($"the parts are not all there:{Told("missing", missing)}");
        }

        if (parts.Sum(part => (long)part.Part.Files) is var dealt && dealt != first.OfFiles)
        {
            throw new PartsException(FormattableString.Invariant($"the parts have {dealt} files, wanted the {first.OfFiles} of the shipment"));
        }
    }

    private static string Told(string what, IReadOnlyList<string> names) => names.Count == 0 ? string.Empty
        : FormattableString.Invariant($" {what}: {string.Join(", ", names.Take(MostNamed))}{(names.Count > MostNamed ? $" and {names.Count - MostNamed} more" : string.Empty)}");

    // Nobody writes it meanwhile: a part that is being scored again is not joined.
    private static JournalContent Content(string folder, Part part)
    {
        var name = Path.GetFileName(folder);
        try
        {
            using var file = new FileStream(Path.Combine(folder, Journal.FileName), FileMode.Open, FileAccess.Read, FileShare.Read);
            if (Convert.ToHexStringLower(SHA256.HashData(file)) is var digest && digest != part.JournalSha256)
            {
                throw new PartsException($"{name}: {Journal.FileName} is not as the part wrote it: found SHA-256 {digest}, wanted {part.JournalSha256}");
            }

            file.Position = 0;
            var content = JournalContent.Read(file);
            return content.Faults.Count > 0 ? throw new PartsException($"{name}: {content.Faults[0]}")
                : content.Header is null || content.Entries.Count != part.Files ? throw new PartsException(FormattableString.Invariant($"{name}: its journal has {content.Entries.Count} files, wanted {part.Files}"))
                : content;
        }
        catch (FileNotFoundException)
        {
            throw new PartsException($"{name}: found no {Journal.FileName}");
        }
        catch (IOException fault)
        {
            throw new JournalBusyException($"{name}: another run is writing this part; wait for it", fault);
        }
    }
}
