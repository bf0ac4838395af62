using System.CommandLine;
using DefectVision.Cli.Terminal;
using DefectVision.History.Exporting;
using DefectVision.History.Storing;

namespace DefectVision.Cli.Commands;

/// <summary><c>history export FOLDER</c>: a history as lists.</summary>
internal static class HistoryExportCommand
{
    public static Command Build(Func<ParseResult, Session> session)
    {
        var folder = new Argument<string>("FOLDER") { Description = "where the lists are written; lists of the same names are replaced" };
        var history = HistoryOption.Build();
        var command = new Command("export", $"""
            Write a history as lists: {HistoryCsv.LotsName}, a line a lot, and {HistoryCsv.DefectsName}, a line for the items of a lot that are alike. No reader and no inspector is named.

            Example: defectvision history export lists

            Exit codes: 0 written, 64 wrong usage, 65 not a history, 66 input not found, 74 lists not written.
            """)
        {
            folder, history,
        };
        command.SetAction((parsed, cancel) => Task.FromResult(session(parsed).Run(context =>
        {
            using var file = HistoryFile.Open(parsed.GetRequiredValue(history), create: false);
            var shipments = file.Shipments();
            var to = parsed.GetRequiredValue(folder);
            Directory.CreateDirectory(to);
            foreach (var (name, bytes) in new[] { (HistoryCsv.LotsName, HistoryCsv.Lots(shipments)), (HistoryCsv.DefectsName, HistoryCsv.Defects(shipments)) })
            {
                File.WriteAllBytes(Path.Combine(to, name), bytes);
                context.Streams.Answer.WriteLine($"written: {ShownPath.Of(Path.Combine(to, name))}");
            }

            return ExitCode.Accepted;
        }, cancel)));
        return command;
    }
}
