namespace DefectVision.Pipeline.Tests;

/// <summary>Where kept cases are that are no part of the repository: the folder shared/cases beside it.</summary>
internal static class CasesFolder
{
    /// <summary>The repository's root.</summary>
    public static string Repository { get; } = FindRepository();

    public static string Path { get; } = System.IO.Path.GetFullPath(System.IO.Path.Combine(Repository, "..", "shared", "cases"));

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "DefectVision.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository: no DefectVision.sln above them.");
    }
}
