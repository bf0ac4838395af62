namespace Architecture.Tests;

/// <summary>The repository on disk.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Project files of the rooms.</summary>
    public static IReadOnlyList<string> ProjectFiles { get; } =
        [.. new[] { "src", "training" }.SelectMany(folder => Directory.GetFiles(Path.Combine(Root, folder), "*.csproj", SearchOption.AllDirectories)).Order(StringComparer.Ordinal)];

    public static IReadOnlyList<Project> Projects { get; } = [.. ProjectFiles.Select(file => Project.Parse(file, File.ReadAllText(file)))];

    public static IReadOnlyList<SourceFile> Sources { get; } =
    [
        .. ProjectFiles.SelectMany(project => Directory.GetFiles(Path.GetDirectoryName(project)!, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => new SourceFile(
                Path.GetFileNameWithoutExtension(project),
                Path.GetRelativePath(Path.GetDirectoryName(project)!, file).Replace(Path.DirectorySeparatorChar, '/'),
                File.ReadAllText(file)))),
    ];

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "DefectVision.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("found no DefectVision.sln above the tests");
        }

        return folder.FullName;
    }
}
