using DefectVision.Imaging;
using DefectVision.Pipeline.Intake;

namespace DefectVision.Training.Labels.Layouts;

/// <summary>The folder of a labelled set. No label leads out of it.</summary>
internal sealed class SetFolder
{
    // Each looks through all names, and labels of another set fit none of them.
    private const int MostLooks = 20;

    private readonly string _given;
    private readonly Lazy<ILookup<string, string>> _files;
    private readonly Lazy<ILookup<string, string>> _byName;
    private readonly Lazy<ILookup<string, string>> _byStem;
    private int _looked;

    /// <param name="folder">As the person wrote it; it exists.</param>
    /// <param name="part">"train" or "test".</param>
    public SetFolder(string folder, string part)
    {
        _given = folder;
        Part = part;
        Full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        _files = new(() => Directory.EnumerateFiles(Full, "*", SearchOption.AllDirectories).ToLookup(file => file, StringComparer.OrdinalIgnoreCase));
        _byName = new(() => Photos(Full).ToLookup(file => Path.GetFileName(file), StringComparer.OrdinalIgnoreCase));
        _byStem = new(() => Photos(Full).ToLookup(file => Path.GetFileNameWithoutExtension(file), StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>True: a photo without a text file is good (YOLO).</summary>
    public bool UnlabelledIsGood { get; init; }

    /// <summary>What could not be read, each with the place in the labels; its photos are left out.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>Reads labels one by one. One that cannot be read is among the <see cref="Faults"/>, and the others are read.</summary>
    public IEnumerable<LabelEntry> Each<T>(IEnumerable<T> labels, Func<T, LabelEntry> read)
    {
        foreach (var label in labels)
        {
            LabelEntry entry;
            try
            {
                entry = read(label);
            }
            catch (DatasetException fault)
            {
                Faults.Add(fault.Message);
                continue;
            }

            yield return entry;
        }
    }

    /// <summary>False: a set of defective photos alone is one, too.</summary>
    public bool WantsGood { get; init; } = true;

    public string Full { get; }

    public string Part { get; }

    public string Name => Path.GetFileName(Full);

    /// <summary>Where labels may lie: the part's own folder first, where there is one, then the whole.</summary>
    public IReadOnlyList<string> Roots => Directory.Exists(Path.Combine(Full, Part)) ? [Path.Combine(Full, Part), Full] : [Full];

    /// <summary>A path as the person knows it: within the set, parts joined by '/'.</summary>
    public string Relative(string path) => Path.GetRelativePath(Full, path).Replace(Path.DirectorySeparatorChar, '/');

    public DatasetException Wrong(string found, string wanted) => new($"{_given}: found {found}, wanted {wanted}");

    /// <summary>What lies at the top of the set, for a person who asks why nothing was recognised.</summary>
    public string Top()
    {
        const int Most = 8;
        var names = Directory.EnumerateFileSystemEntries(Full)
            .Select(entry => Path.GetFileName(entry) + (Directory.Exists(entry) ? "/" : string.Empty))
            .Order(StringComparer.Ordinal)
            .ToList();
        return names.Count == 0 ? "nothing at all" : string.Join(", ", names.Take(Most)) + (names.Count > Most ? FormattableString.Invariant($" and {names.Count - Most} more") : string.Empty);
    }

    /// <summary>Files directly in a folder of the set, in ordinal order; none where there is no such folder.</summary>
    public static IReadOnlyList<string> Files(string folder, string ending) => !Directory.Exists(folder)
        ? []
        : [.. Directory.EnumerateFiles(folder)
            .Where(file => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase) && !Path.GetFileName(file).StartsWith('.'))
            .Order(StringComparer.Ordinal)];

    /// <summary>Photos by name at any depth, hidden ones passed over, in ordinal order.</summary>
    public static IReadOnlyList<string> Photos(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => PhotoName.PromisesPhoto(file) && !Path.GetFileName(file).StartsWith('.'))
            .Order(StringComparer.Ordinal)];

    /// <summary>Photos by name directly in a folder.</summary>
    public static IEnumerable<string> PhotosIn(string folder) => Photos(folder).Where(photo => Path.GetDirectoryName(photo) == folder);

    /// <summary>The one file of several that is meant: the only one, or the only one whose name holds the part's.</summary>
    /// <exception cref="DatasetException">None or several.</exception>
    public string TheFile(IReadOnlyList<string> files, string kind)
    {
        var meant = files.Count > 1 ? [.. files.Where(file => Path.GetFileName(file).Contains(Part, StringComparison.OrdinalIgnoreCase))] : files;
        return meant.Count == 1 ? meant[0]
            : files.Count == 0 ? throw Wrong($"no {kind} ({Top()})", $"one {kind}")
            : throw Wrong($"the label files {string.Join(", ", files.Select(Relative))}", $"one, or one with '{Part}' in its name");
    }

    /// <summary>The file of a photo that a label names.</summary>
    /// <param name="name">As the label writes it, relative; parts joined by '/' or '\\'.</param>
    /// <param name="where">The place in the labels, for errors.</param>
    /// <param name="places">Folders to look in, in this order.</param>
    /// <exception cref="DatasetException">It is not there, or leads out of the set.</exception>
    public string Photo(string? name, string where, IEnumerable<string> places)
    {
        var clean = Clean(name);
        if (clean.Length == 0)
        {
            throw new DatasetException($"{where}: found no file name, wanted that of a photo");
        }

        if (Find(clean, places) is { } found)
        {
            return found;
        }

        if (clean.Contains('\0', StringComparison.Ordinal) || IsRooted(clean))
        {
            throw new DatasetException($"{where}: found the photo '{clean}', wanted a path within the set");
        }

        throw (places.Any(place => !IsWithin(At(place, clean)))
            ? new DatasetException($"{where}: found the photo '{clean}', which leads out of the set, wanted a path within it")
            : new DatasetException($"{where}: found no photo '{clean}', wanted it in {string.Join(" or ", places.Select(place => Relative(place) + "/").Distinct())}{Nearest(clean)}"));
    }

    /// <summary>For an error: the photos of the set whose names are nearest to one that is not there; empty once many were looked for.</summary>
    public string Nearest(string name) => _looked++ < MostLooks && LooseName.NearestPaths(Photos(Full).Select(Relative), name) is { Count: > 0 } nearest ? $"; the nearest are {string.Join(", ", nearest)}" : string.Empty;

    /// <summary>
    /// The file of that name in the first of the places that has it, else the only one whose name differs in the case of its letters alone: labels are
    /// often written where case does not count; else the one photo of the set whose name is alike. Null where there is none within the set.
    /// </summary>
    public string? Find(string? name, IEnumerable<string> places)
    {
        var clean = Clean(name);
        if (clean.Length == 0 || clean.Contains('\0', StringComparison.Ordinal))
        {
            return null;
        }

        var paths = IsRooted(clean) ? [] : places.Select(place => At(place, clean)).Where(IsWithin).ToList();
        return paths.FirstOrDefault(File.Exists) ?? paths.Select(path => _files.Value[path].ToList()).FirstOrDefault(found => found.Count == 1)?[0] ?? ByEnd(clean);
    }

    // Labels keep the path of another machine or a bucket, and some tools leave out the ending: the one photo of the set is meant whose path ends alike.
    private string? ByEnd(string clean)
    {
        var name = clean[(clean.LastIndexOf('/') + 1)..];
        var stem = PhotoName.PromisesPhoto(name) ? Path.GetFileNameWithoutExtension(name) : name;
        return Only(_byName.Value[name], clean) ?? (_byName.Value[name].Any() ? null : Only(_byStem.Value[stem], clean));
    }

    // Of several the one whose folders agree farthest up.
    private string? Only(IEnumerable<string> photos, string clean)
    {
        var ranked = photos.GroupBy(photo => Agreement(Relative(photo), clean)).OrderByDescending(group => group.Key).FirstOrDefault();
        return ranked?.Take(2).ToList() is [var only] ? only : null;
    }

    private static int Agreement(string photo, string clean) =>
        photo.Split('/').Reverse().Skip(1).Zip(clean.Split('/').Reverse().Skip(1)).TakeWhile(pair => pair.First.Equals(pair.Second, StringComparison.OrdinalIgnoreCase)).Count();

    private static string Clean(string? name) => name?.Trim().Replace('\\', '/') ?? string.Empty;

    // A drive's letter is no root on every system.
    private static bool IsRooted(string clean) => Path.IsPathRooted(clean) || (clean is [var drive, ':', ..] && char.IsAsciiLetter(drive));

    private static string At(string place, string clean) => Path.GetFullPath(Path.Combine(place, clean));

    private bool IsWithin(string path) => path.StartsWith(Full + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>Folders in which the photos of a label file usually lie: beside it, in images/, in the part's.</summary>
    public IReadOnlyList<string> PlacesBeside(string root) =>
        [.. new[] { ".", "images", "JPEGImages", Part, $"images/{Part}" }.Select(place => Path.GetFullPath(Path.Combine(root, place))).Where(Directory.Exists)];
}
