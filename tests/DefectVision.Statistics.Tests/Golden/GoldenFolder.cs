namespace DefectVision.Statistics.Tests.Golden;

/// <summary>Where the reference values are: the folder named by DEFECTVISION_GOLDEN, else shared/golden beside the repository.</summary>
internal static class GoldenFolder
{
    public static string Path { get; } = Environment.GetEnvironmentVariable("DEFECTVISION_GOLDEN") is { Length: > 0 } named
        ? named
        : System.IO.Path.GetFullPath(System.IO.Path.Combine(RepositoryRoot(), "..", "shared", "golden"));

    public static string Standards { get; } = System.IO.Path.GetFullPath(System.IO.Path.Combine(RepositoryRoot(), "..", "shared", "standards"));

    public static IEnumerable<string> Files => Directory.Exists(Path)
        ? Directory.EnumerateFiles(Path, "*.csv").Select(file => System.IO.Path.GetFileName(file))
        : [];

    /// <summary>The rows of a file, one dictionary each. No cell of these files is quoted.</summary>
    public static IEnumerable<Dictionary<string, string>> Rows(string file)
    {
        var lines = File.ReadLines(file).Where(line => line.Length > 0).Select(line => line.TrimEnd('\r').Split(','));
        string[]? header = null;
        foreach (var cells in lines)
        {
            if (header is null)
                header = cells;
            else
                yield return header.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second);
        }
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "DefectVision.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository: no DefectVision.sln above them.");
    }
}
