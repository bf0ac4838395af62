using DefectVision.Inspection;

namespace DefectVision.Pipeline.Intake;

/// <summary>The files of a shipment as a list may name them: by their path, by a part of it, by a path on another machine, in another case or without an ending.</summary>
/// <param name="paths">Under the shipment's folder, parts joined by '/'.</param>
internal sealed class FoundPaths(IReadOnlyCollection<string> paths)
{
    private readonly HashSet<string> _exact = paths.ToHashSet(StringComparer.Ordinal);
    private readonly Lazy<ILookup<string, string>>[] _loose =
        [.. LooseName.Ways.Select(way => new Lazy<ILookup<string, string>>(() => paths.ToLookup(path => way(FileName(path)), StringComparer.Ordinal)))];

    private readonly List<string> _guessed = [];
    private int _looked;

    /// <summary>Whether there is a file of exactly this path.</summary>
    public bool Has(string path) => _exact.Contains(path);

    /// <summary>The file that a line names; the path as written where no file fits.</summary>
    /// <exception cref="IntakeException">Several files fit, or the path leads out of the shipment and no file fits.</exception>
    public string Of(CsvLine line, string column)
    {
        var written = line.Required(column).Replace('\\', '/');
        var isAbsolute = written.StartsWith('/') || (written.Length > 1 && written[1] == ':');
        var clean = isAbsolute ? written : InnerPath.Of(line, written, "the shipment's folder", column);
        if (_exact.Contains(clean))
        {
            return clean;
        }

        var fitting = Fitting(clean.Split('/', StringSplitOptions.RemoveEmptyEntries), isAbsolute);
        if (fitting is [var only])
        {
            _guessed.Add($"'{CsvLine.Cut(written)}' as {only}");
            return only;
        }

        return fitting.Count > 1 ? throw line.Wrong($"the path '{CsvLine.Cut(written)}', which fits {fitting.Count} files", $"one of {Names.Some(fitting)}", column)
            : isAbsolute ? throw line.Wrong($"the path '{CsvLine.Cut(written)}'", "one inside the shipment's folder", column)
            : clean;
    }

    /// <summary>Files whose names are most like one that fits none: those that the list does not name, where there are such.</summary>
    /// <param name="path">As the list has it.</param>
    /// <param name="named">All that the list names.</param>
    /// <returns>None once so many were looked for that the list must be one of another shipment.</returns>
    public IReadOnlyList<string> Nearest(string path, IEnumerable<string> named)
    {
        if (_looked++ >= LooseName.MostLooks)
        {
            return [];
        }

        var free = paths.Where(Imaging.PhotoName.PromisesPhoto).Except(named).ToList();
        return LooseName.NearestPaths(free.Count > 0 ? free : paths, path);
    }

    /// <summary>The paths that were taken for the only file that they fit.</summary>
    /// <param name="list">Name of the list.</param>
    public IEnumerable<FormattableString> Notes(string list) => _guessed.Count == 0 ? []
        : [$"{list}: paths that are not quite those of the files, each taken for the only one that it fits: {Names.Some(_guessed, 4)}."];

    // A path of another machine begins with folders that mean nothing here; any other is a part of the file's path, or the file's path is a part of it.
    private List<string> Fitting(string[] parts, bool isAbsolute)
    {
        for (var way = 0; way < _loose.Length && parts.Length > 0; way++)
        {
            var fitting = _loose[way].Value[LooseName.Ways[way](parts[^1])]
                .Select(path => (Path: path, Alike: Alike(parts, path.Split('/')), Depth: path.Count(letter => letter == '/') + 1))
                .Where(one => isAbsolute || one.Alike == Math.Min(parts.Length, one.Depth))
                .ToList();
            if (fitting.Count > 0)
            {
                var best = fitting.Max(one => one.Alike);
                return [.. fitting.Where(one => one.Alike == best).Select(one => one.Path)];
            }
        }

        return [];
    }

    // Trailing parts in common; that of the file's name is.
    private static int Alike(string[] written, string[] path)
    {
        var alike = 1;
        while (alike < Math.Min(written.Length, path.Length) && LooseName.Plain(written[^(alike + 1)]) == LooseName.Plain(path[^(alike + 1)]))
        {
            alike++;
        }

        return alike;
    }

    private static string FileName(string path) => LooseName.FileName(path);
}
