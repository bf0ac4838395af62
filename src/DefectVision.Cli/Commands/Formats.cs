using System.CommandLine;

namespace DefectVision.Cli.Commands;

/// <summary>The form of the answer on stdout.</summary>
internal static class Formats
{
    public static Option<string> Option(params string[] choices)
    {
        var option = new Option<string>("--format") { Description = "form of the answer on stdout", DefaultValueFactory = _ => choices[0] };
        option.AcceptOnlyFromAmong(choices);
        return option;
    }
}
