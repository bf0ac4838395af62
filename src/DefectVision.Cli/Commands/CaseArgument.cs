using System.CommandLine;

namespace DefectVision.Cli.Commands;

/// <summary>The case that a command works on: the output folder of an inspection.</summary>
internal static class CaseArgument
{
    public static Argument<string> Build() => new("DIR") { Description = "the output folder of an inspection (inspections/NAME)" };

    /// <summary>Its full path.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static string Folder(ParseResult parsed, Argument<string> argument) => Folder(parsed.GetRequiredValue(argument));

    /// <inheritdoc cref="Folder(ParseResult, Argument{string})"/>
    public static string Folder(string given) =>
        Path.TrimEndingDirectorySeparator(Path.GetFullPath(given)) is var folder && Directory.Exists(folder) ? folder
        : throw new DirectoryNotFoundException($"{given}: no such folder");
}
