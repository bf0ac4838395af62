namespace DefectVision.Hostile.Running;

/// <summary>A folder as it lies on the disk: names in any bytes, kinds, sizes, rights, links, times of the last change, and a digest of every plain file up to 32 MiB.</summary>
internal static class Snapshot
{
    // The time of the last access is left out: reading a file may change it.
    private const string Listing = "find \"$1\" -printf '%P|%y|%s|%m|%U|%l|%T@|%C@\\n' | LC_ALL=C sort; find \"$1\" -type f -size -32M -print0 | LC_ALL=C sort -z | xargs -0 -r sha256sum";

    public static string Of(string folder) => Shell.Run("sh", "-c", Listing, "sh", folder);

    /// <summary>Lines that are in one listing alone, shortened for a message.</summary>
    public static IReadOnlyList<string> Changes(string before, string after)
    {
        HashSet<string> one = [.. before.Split('\n')], other = [.. after.Split('\n')];
        one.SymmetricExceptWith(other);
        return [.. one.Order(StringComparer.Ordinal).Take(10)];
    }
}
