namespace DefectVision.Cli.Terminal;

/// <summary>A path as a person would type it from here, when that is shorter.</summary>
internal static class ShownPath
{
    public static string Of(string path)
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }
}
