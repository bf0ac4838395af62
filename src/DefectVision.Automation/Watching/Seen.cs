using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DefectVision.Automation.Watching;

/// <summary>A shipment as its files were at one look.</summary>
/// <param name="Digest">SHA-256 over paths, sizes and times of all files.</param>
/// <param name="Newest">When a file was last written.</param>
/// <param name="Files">How many.</param>
/// <param name="HasReadyMark">It is said to be complete.</param>
/// <param name="IsPartial">A file is still being copied, by its name.</param>
internal sealed record Seen(string Digest, DateTimeOffset Newest, int Files, bool HasReadyMark, bool IsPartial)
{
    /// <summary>How browsers, rsync, file managers and transfer programs name what is not whole.</summary>
    private static readonly string[] PartialEndings = [".part", ".partial", ".tmp", ".temp", ".crdownload", ".download", ".filepart", ".!ut", ".aria2", ".opdownload"];

    /// <param name="path">Full path of a folder or a zip.</param>
    /// <returns>Null where it went away while it was looked at.</returns>
    public static Seen? At(string path)
    {
        try
        {
            if (File.Exists(path))
            {
                return Of([new FileInfo(path)], Path.GetDirectoryName(path)!, hasReadyMark: false);
            }

            var files = new DirectoryInfo(path).EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true }).ToList();
            return Of(files, path, File.Exists(Path.Combine(path, Mark.Ready)));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static Seen Of(List<FileInfo> files, string root, bool hasReadyMark)
    {
        var newest = DateTimeOffset.MinValue;
        var lines = new List<string>(files.Count);
        foreach (var file in files)
        {
            var written = new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero);
            newest = written > newest ? written : newest;
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{Path.GetRelativePath(root, file.FullName)}\0{file.Length}\0{written.UtcTicks}\n"));
        }

        lines.Sort(StringComparer.Ordinal);
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        lines.ForEach(line => digest.AppendData(Encoding.UTF8.GetBytes(line)));
        return new Seen(Convert.ToHexStringLower(digest.GetHashAndReset()), newest, files.Count, hasReadyMark, files.Any(file => IsPartialName(file.Name)));
    }

    // rsync writes ".name.Xy12Z9" beside the file that it becomes.
    private static bool IsPartialName(string name) =>
        PartialEndings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) || name.StartsWith("~$", StringComparison.Ordinal)
        || (name.StartsWith('.') && name.LastIndexOf('.') is > 1 and var dot && name.Length - dot == 7 && name[1..dot].Contains('.', StringComparison.Ordinal));
}
