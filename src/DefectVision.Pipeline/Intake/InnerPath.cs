namespace DefectVision.Pipeline.Intake;

/// <summary>A path that a list names, which must not lead out of a folder.</summary>
internal static class InnerPath
{
    /// <summary>Parts joined by '/', without empty ones.</summary>
    /// <param name="line">Where it stands.</param>
    /// <param name="path">As it stands there.</param>
    /// <param name="folder">In words, for the error.</param>
    /// <param name="column">Where it stands in the line.</param>
    /// <exception cref="IntakeException">It leads out.</exception>
    public static string Of(CsvLine line, string path, string folder, string column)
    {
        var slashed = path.Replace('\\', '/');
        var parts = slashed.Split('/');
        return slashed.StartsWith('/') || parts.Contains("..") || (slashed.Length > 1 && slashed[1] == ':')
            ? throw line.Wrong($"the path '{CsvLine.Cut(slashed)}'", $"one inside {folder}", column)
            : string.Join('/', parts.Where(part => part is not ("" or ".")));
    }
}
