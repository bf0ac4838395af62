using System.Security.Cryptography;

namespace DefectVision.Hostile.Running;

/// <summary>The outputs of an inspection that have to be the same bytes, however it came about.</summary>
internal static class Outputs
{
    // The journal is in the order in which photos were done; local.json says where things lie on this machine.
    private static readonly HashSet<string> Own = ["journal.jsonl", "local.json"];

    /// <summary>By path the digest of every output.</summary>
    public static IReadOnlyDictionary<string, string> Of(string folder) => new SortedDictionary<string, string>(
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path))
            .Where(path => !Own.Contains(path))
            .ToDictionary(path => path, path => Digest(Path.Combine(folder, path))),
        StringComparer.Ordinal);

    /// <summary>Paths whose bytes differ, or that are there once.</summary>
    public static IReadOnlyList<string> Differing(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other) =>
        [.. one.Keys.Union(other.Keys).Where(path => one.GetValueOrDefault(path) != other.GetValueOrDefault(path)).Order(StringComparer.Ordinal)];

    private static string Digest(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
