namespace DefectVision.Hostile.Running;

/// <summary>Where things lie in the checkout.</summary>
internal static class Place
{
    /// <summary>Full path of the checkout.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The command as built by <c>dotnet build -c Release src/DefectVision.Cli</c>.</summary>
    public static string Command => In("artifacts", "bin", "DefectVision.Cli", "release", "defectvision.dll");

    public static string Model => In("models", "garments.onnx");

    public static string Sample => In("datasets", "sample-shipment");

    public static string Garments => In("datasets", "garments");

    public static string Results => In("benchmarks", "results");

    private static string In(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "DefectVision.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"{AppContext.BaseDirectory}: no checkout of DefectVision round this program");
    }
}
