namespace DefectVision.Pipeline.Journalling;

/// <summary>
/// <c>journal.jsonl</c>: a header and one line per file, in order of completion, each a <see cref="ChainedLine"/>. A killed run leaves at worst a torn last line, which
/// is cut off; a line that cannot be read or is not as it was written is passed over, named, and its file done again.
/// </summary>
internal sealed class Journal : IDisposable
{
    public const string FileName = "journal.jsonl";

    public const byte LineEnd = (byte)'\n';

    private readonly FileStream _file;
    private string _chain;

    private Journal(FileStream file, JournalHeader header, IReadOnlyDictionary<string, JournalEntry> entries, string chain)
    {
        _file = file;
        _chain = chain;
        Header = header;
        Entries = entries;
    }

    public JournalHeader Header { get; }

    /// <summary>What earlier runs wrote, the last line of each path.</summary>
    public IReadOnlyDictionary<string, JournalEntry> Entries { get; }

    /// <summary>What a person should know of what earlier runs wrote, a sentence each.</summary>
    public IReadOnlyList<string> Remarks { get; private init; } = [];

    /// <summary>The last line of each path, read beside whoever may write.</summary>
    /// <param name="folder">Of the inspection's outputs.</param>
    /// <exception cref="FileNotFoundException">There is no journal.</exception>
    /// <exception cref="Intake.IntakeException">It is none of this version, or its first line is not as it was written.</exception>
    public static IReadOnlyDictionary<string, JournalEntry> EntriesOf(string folder)
    {
        using var file = new FileStream(Path.Combine(folder, FileName), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return JournalContent.Read(file).Entries;
    }

    /// <summary>SHA-256 of a journal's bytes, lower-case hex.</summary>
    /// <param name="folder">Of the inspection's outputs.</param>
    public static string DigestOf(string folder)
    {
        using var file = File.OpenRead(Path.Combine(folder, FileName));
        return Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file));
    }

    /// <summary>
    /// Opens the journal of a folder for this run alone, or begins one. Where another model, other limits or another build of the program make what was scored worthless,
    /// the inspection keeps its date and the terms that it began with.
    /// </summary>
    /// <param name="folder">Exists.</param>
    /// <param name="header">What this run works with; its start counts only when the journal is new.</param>
    /// <param name="fresh">Forgets what an earlier run wrote.</param>
    /// <param name="redoes">Somebody asked for this model, for none or for these limits: what was scored otherwise is scored again.</param>
    /// <exception cref="JournalBusyException">Another run writes it.</exception>
    /// <exception cref="Intake.IntakeException">It was made with another model or other limits, or its first line is not as it was written.</exception>
    public static Journal Open(string folder, JournalHeader header, bool fresh, bool redoes)
    {
        var path = Path.Combine(folder, FileName);
        var file = Exclusive(path);
        try
        {
            if (fresh)
            {
                file.SetLength(0);
            }

            var content = JournalContent.Read(file);
            if (content.Header is not { } found)
            {
                return Begin(file, header, []);
            }

            // What the inspection keeps when what was scored is worthless.
            var anew = header with { Started = found.Started, Plan = found.Plan, Terms = found.Terms ?? header.Terms };
            if (found.ModelSha256 != header.ModelSha256 || found.Limits != header.Limits)
            {
                // Without a model nothing was scored: the first one changes no plan.
                var isFirstModel = found.ModelSha256 is null && found.Limits == header.Limits;
                if (!isFirstModel && !redoes)
                {
                    throw new Intake.IntakeException($"{FileName}: found an inspection begun with {Difference(found, header)}");
                }

                return Begin(file, isFirstModel ? anew with { Plan = header.Plan } : anew, []);
            }

            if (!found.IsChained || found.Program != header.Program)
            {
                return Begin(file, anew, content.Entries.Count == 0 ? []
                    : [$"this inspection was begun by {found.Program ?? "an earlier build, which did not name itself"}; this is {header.Program}, which may read and score otherwise: all photos are read again"]);
            }

            file.SetLength(content.End);
            file.Position = content.End;
            return new Journal(file, found, content.Entries, content.Chain) { Remarks = content.Faults };
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Appends an entry; it is safe from a kill once <see cref="HandOver"/> has returned.</summary>
    public void Append(JournalEntry entry) => Write(entry);

    /// <summary>Hands everything to the operating system: a kill of this program loses nothing, a power cut may.</summary>
    public void HandOver() => _file.Flush(flushToDisk: false);

    /// <summary>Hands everything to the disk. Costs a wait on slow disks, so it is done in groups.</summary>
    public void Flush() => _file.Flush(flushToDisk: true);

    public void Dispose() => _file.Dispose();

    private static Journal Begin(FileStream file, JournalHeader header, IReadOnlyList<string> remarks)
    {
        file.SetLength(0);
        var begun = new Journal(file, header, new Dictionary<string, JournalEntry>(), ChainedLine.First) { Remarks = remarks };
        begun.Write(header);
        begun.Flush();
        return begun;
    }

    private static FileStream Exclusive(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1 << 16);
        }
        catch (IOException fault) when (File.Exists(path) && fault is not (FileNotFoundException or DirectoryNotFoundException))
        {
            throw new JournalBusyException($"{FileName}: another run is writing this inspection; wait for it or give another --out", fault);
        }
    }

    private static string Difference(JournalHeader found, JournalHeader wanted) => found.ModelSha256 is not null && found.ModelSha256 != wanted.ModelSha256
        ? $"{Model(found)}, expected {Model(wanted)}; name the model with --model, leave it out with --without model, or begin again with --fresh"
        : $"limits '{found.Limits}', expected '{wanted.Limits}'; name them with --max-pixels, or begin again with --fresh";

    private static string Model(JournalHeader header) => header.ModelSha256 is { } digest ? $"model {digest[..Math.Min(12, digest.Length)]}" : "no model";

    private void Write<T>(T value)
    {
        (var line, _chain) = ChainedLine.Of(JournalJson.Line(value), _chain);
        _file.Write(line);
        _file.WriteByte(LineEnd);
    }
}
