namespace DefectVision.Statistics.Tests.Golden;

/// <summary>Where the reference values lie, and how they are read. Golden/README.md says where they come from.</summary>
internal static class GoldenFolder
{
    private static readonly string Root = Path.Combine(Repository(), "tests", "DefectVision.Statistics.Tests", "Golden");

    /// <summary>Values that other programs computed.</summary>
    public static string Values { get; } = Path.Combine(Root, "Values");

    /// <summary>Tables of the sampling standards.</summary>
    public static string Tables { get; } = Path.Combine(Root, "Tables");

    public static IEnumerable<string> Files => Directory.EnumerateFiles(Values, "*.csv").Select(file => Path.GetFileName(file));

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

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DefectVision.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository: no DefectVision.sln above them.");
    }
}
