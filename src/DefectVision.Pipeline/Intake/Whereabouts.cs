namespace DefectVision.Pipeline.Intake;

/// <summary>Whether paths lie within each other, as the file system of this machine sees them: Windows and macOS take PO-1 and po-1 for one folder.</summary>
public static class Whereabouts
{
    /// <summary>How names are told apart here. A volume may be set up otherwise than its system's are; then two names of one folder are taken for two.</summary>
    public static StringComparison Names { get; } = OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    /// <param name="path">Full path.</param>
    /// <param name="folder">Full path.</param>
    /// <param name="names">How names are told apart; null: as here.</param>
    public static bool IsBelow(string path, string folder, StringComparison? names = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(folder);
        var above = Path.TrimEndingDirectorySeparator(folder);
        return path.StartsWith(Path.EndsInDirectorySeparator(above) ? above : above + Path.DirectorySeparatorChar, names ?? Names);
    }

    /// <inheritdoc cref="IsBelow"/>
    public static bool IsSame(string path, string folder, StringComparison? names = null) =>
        string.Equals(Path.TrimEndingDirectorySeparator(path), Path.TrimEndingDirectorySeparator(folder), names ?? Names);
}
