using Microsoft.AspNetCore.Http;

namespace DefectVision.Automation.Serving;

/// <summary>The folders below which a request may name files.</summary>
internal sealed class Roots(IReadOnlyList<string> roots)
{
    private readonly List<string> _roots = [.. roots.Select(root => RealPath(root))];

    /// <summary>The path without links.</summary>
    /// <param name="what">Field of the request.</param>
    /// <param name="path">As asked for.</param>
    /// <exception cref="Problem">It is outside all roots, or there is nothing.</exception>
    public string Of(string what, string path)
    {
        if (!Path.IsPathFullyQualified(path) || path.Contains('\0', StringComparison.Ordinal))
        {
            throw new Problem(StatusCodes.Status400BadRequest, "not a full path", $"{what}: found '{path}', wanted a full path");
        }

        // What lies elsewhere is refused before anybody is told whether it is there.
        if (Below(Path.GetFullPath(path)) is null)
        {
            throw Outside(what, path);
        }

        var real = RealPath(Path.GetFullPath(path));
        return Below(real) is null ? throw Outside(what, path)
            : Directory.Exists(real) || File.Exists(real) ? real
            : throw new Problem(StatusCodes.Status422UnprocessableEntity, "not found", $"{what}: found nothing at '{path}'");
    }

    private string? Below(string path) => _roots.Concat(roots.Select(Path.GetFullPath)).FirstOrDefault(root => path.StartsWith(Path.TrimEndingDirectorySeparator(root) + Path.DirectorySeparatorChar, StringComparison.Ordinal));

    private static Problem Outside(string what, string path) => new(StatusCodes.Status403Forbidden, "outside the roots", $"{what}: found '{path}', wanted a path below a root of this server (--root)");

    private static string RealPath(string path)
    {
        var real = Path.GetPathRoot(path)!;
        foreach (var part in Path.GetFullPath(path)[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            real = Path.Combine(real, part);
            FileSystemInfo here = Directory.Exists(real) ? new DirectoryInfo(real) : new FileInfo(real);
            try
            {
                real = here.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? real;
            }
            catch (IOException)
            {
                // Nothing is there, or links that lead in a circle: found below.
                return Path.GetFullPath(path);
            }
        }

        return real;
    }
}
