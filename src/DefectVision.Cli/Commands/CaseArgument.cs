using System.CommandLine;

namespace DefectVision.Cli.Commands;

/// <summary>The case that a command works on: the output folder of an inspection.</summary>
internal static class CaseArgument
{
    public static Argument<string> Build() => new("DIR") { Description = "the output folder of an inspection (inspections/NAME)" };

    /// <summary>Its full path.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static string Folder(ParseResult parsed, Argument<string> argument) =>
        Path.TrimEndingDirectorySeparator(Path.GetFullPath(parsed.GetRequiredValue(argument))) is var folder && Directory.Exists(folder) ? folder
        : throw new DirectoryNotFoundException($"{parsed.GetRequiredValue(argument)}: no such folder");
}
