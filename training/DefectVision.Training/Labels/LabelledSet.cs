using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using DefectVision.Imaging;

namespace DefectVision.Training.Labels;

/// <summary>
/// Labelled photos in folders: <c>good/</c> and one folder per defect class, at any depth below. Where the set has <c>train/</c> and <c>test/</c>,
/// learning takes the first and measuring the second. Folders of masks and boxes are no classes.
/// </summary>
/// <param name="Name">The folder's name.</param>
/// <param name="Photos">In ordinal order of label and path.</param>
public sealed record LabelledSet(string Name, IReadOnlyList<LabelledPhoto> Photos)
{
    private static readonly string[] NoClasses = ["masks", "mask", "ground_truth", "boxes", "annotations"];

    /// <summary>Defect classes in ordinal order.</summary>
    public IReadOnlyList<string> DefectClasses { get; } =
        [.. Photos.Where(photo => !photo.IsGood).Select(photo => photo.Label).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>SHA-256 over label and content of every photo, whatever their names.</summary>
    public string Sha256
    {
        get
        {
            var lines = Photos.Select(photo => $"{photo.Label} {photo.Sha256}\n").Order(StringComparer.Ordinal);
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))));
        }
    }

    /// <summary>Photos per label, "good" first.</summary>
    public IReadOnlyDictionary<string, int> Counts =>
        Photos.GroupBy(photo => photo.Label).OrderBy(group => group.Key == LabelledPhoto.Good ? 0 : 1).ThenBy(group => group.Key, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Count());

    /// <param name="folder">The set.</param>
    /// <param name="part">"train" or "test": which part is taken where the set has parts.</param>
    /// <param name="groupPattern">Finds the group in a file's name (its first capture, or the whole match); null: every photo is a group of its own.</param>
    /// <exception cref="DirectoryNotFoundException">No such folder.</exception>
    /// <exception cref="DatasetException">It holds no labelled photos.</exception>
    public static LabelledSet Read(string folder, string part, Regex? groupPattern)
    {
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"{folder}: no such folder");
        }

        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var root = Directory.Exists(Path.Combine(full, part)) ? Path.Combine(full, part) : full;
        if (!Directory.Exists(Path.Combine(root, LabelledPhoto.Good)))
        {
            throw new DatasetException($"{folder}: found no folder '{LabelledPhoto.Good}', wanted '{LabelledPhoto.Good}/' and one folder per defect class");
        }

        var photos =
            from labelFolder in Directory.EnumerateDirectories(root)
            let label = Path.GetFileName(labelFolder)
            where !NoClasses.Contains(label, StringComparer.OrdinalIgnoreCase) && !label.StartsWith('.')
            from file in Directory.EnumerateFiles(labelFolder, "*", SearchOption.AllDirectories)
            where PhotoName.PromisesPhoto(file) && !Path.GetFileName(file).StartsWith('.')
            select Labelled(file, label, GroupOf(file, root, groupPattern));
        return new LabelledSet(
            Path.GetFileName(full),
            [.. photos.OrderBy(photo => photo.Label, StringComparer.Ordinal).ThenBy(photo => photo.Path, StringComparer.Ordinal)]);
    }

    private static string GroupOf(string file, string root, Regex? groupPattern)
    {
        var relative = Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/');
        return groupPattern?.Match(Path.GetFileName(file)) is { Success: true } match ? match.Groups[match.Groups.Count > 1 ? 1 : 0].Value : relative;
    }

    private static LabelledPhoto Labelled(string file, string label, string group)
    {
        var bytes = File.ReadAllBytes(file);
        return new LabelledPhoto(file, label, group, Convert.ToHexStringLower(SHA256.HashData(bytes)), PhotoReader.ReadHeader(bytes));
    }
}
