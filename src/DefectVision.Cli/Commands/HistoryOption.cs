using System.CommandLine;
using DefectVision.Cases;
using DefectVision.Cases.Remembering;
using DefectVision.Cli.Terminal;
using DefectVision.History;
using DefectVision.History.Storing;

namespace DefectVision.Cli.Commands;

/// <summary>The file in which inspections are kept.</summary>
internal static class HistoryOption
{
    public static Option<string> Build() => new("--history") { Description = "the file in which inspections are kept", DefaultValueFactory = _ => HistoryFile.UsualName };

    /// <summary>Of a command that keeps the case when its own work is done.</summary>
    public static Option<string?> ToKeep() => new("--history") { Description = "keep the inspection in this file, too, as history add does" };

    /// <summary>Keeps the case where a person asked for it.</summary>
    /// <param name="folder">Full path of the case.</param>
    public static void Keep(ParseResult parsed, Option<string?> option, string folder, SessionContext context)
    {
        if (parsed.GetValue(option) is { } path)
        {
            context.Say($"{ShownPath.Of(path)}: {Word(Casework.Keep([folder], path, context.Case())[0])}");
        }
    }

    /// <summary>What became of a case.</summary>
    public static string Word(KeptCase kept) => kept.Addition switch
    {
        Addition.Added => "added",
        Addition.Replaced => "replaced",
        _ => "kept already",
    };
}
