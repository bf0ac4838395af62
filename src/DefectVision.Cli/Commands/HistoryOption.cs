using System.CommandLine;
using DefectVision.History.Storing;

namespace DefectVision.Cli.Commands;

/// <summary>The file in which inspections are kept.</summary>
internal static class HistoryOption
{
    public static Option<string> Build() => new("--history") { Description = "the file in which inspections are kept", DefaultValueFactory = _ => HistoryFile.UsualName };
}
