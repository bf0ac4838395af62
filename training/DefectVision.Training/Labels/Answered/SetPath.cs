using DefectVision.Training.Labels.Layouts;

namespace DefectVision.Training.Labels.Answered;

/// <summary>Paths of photos below a set's folder, parts joined by '/': <c>good/…</c>, <c>CLASS/…</c>, the same under <c>train/</c>, and under <c>test/</c> what is held out.</summary>
internal static class SetPath
{
    public const string Train = "train/";
    public const string Test = "test/";

    public static bool IsHeldOut(string path) => path.StartsWith(Test, StringComparison.Ordinal);

    public static bool IsUndecided(string path) => Undecided.Is(FolderOf(path));

    /// <summary>The folder that says the label; empty where the photo lies in none.</summary>
    public static string FolderOf(string path)
    {
        var below = new[] { Train, Test }.Where(part => path.StartsWith(part, StringComparison.Ordinal)).Select(part => path[part.Length..]).FirstOrDefault() ?? path;
        return below.IndexOf('/') is var end and > 0 ? below[..end] : string.Empty;
    }

    /// <summary>Photos of a set wherever they lie, hidden folders passed over.</summary>
    public static IEnumerable<string> Photos(string folder) => !Directory.Exists(folder) ? []
        : SetFolder.Photos(folder).Select(file => Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(path => !path.StartsWith('.') && !path.Contains("/.", StringComparison.Ordinal));
}
