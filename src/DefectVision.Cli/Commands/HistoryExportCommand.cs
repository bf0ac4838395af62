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
        var withoutPersons = new Option<bool>("--without-persons") { Description = "leave out who told what was learned" };
        var command = new Command("export", $"""
            Write a history as lists: {HistoryCsv.LotsName}, a line a lot; {HistoryCsv.DefectsName}, a line for the items of a lot that are alike; {HistoryCsv.ClaimsName}, a line a claim with what
            came of it and what was learned. Readers and inspectors are not kept in a history; --without-persons leaves out who told what was
            learned, too. What people wrote in their own words is written as it is.

            Examples:
              defectvision history export lists
              defectvision history export lists --without-persons

            Exit codes: 0 written, 64 wrong usage, 65 not a history, 66 input not found, 74 lists not written.
            """)
        {
            folder, history, withoutPersons,
        };
        command.SetAction((parsed, cancel) => Task.FromResult(session(parsed).Run(context =>
        {
            using var file = HistoryFile.Open(parsed.GetRequiredValue(history), create: false);
            var shipments = file.Shipments();
            var to = parsed.GetRequiredValue(folder);
            Directory.CreateDirectory(to);
            foreach (var (name, bytes) in new[] { (HistoryCsv.LotsName, HistoryCsv.Lots(shipments)), (HistoryCsv.DefectsName, HistoryCsv.Defects(shipments)), (HistoryCsv.ClaimsName, HistoryCsv.Claims(shipments, !parsed.GetValue(withoutPersons))) })
            {
                File.WriteAllBytes(Path.Combine(to, name), bytes);
                context.Streams.Answer.WriteLine($"written: {ShownPath.Of(Path.Combine(to, name))}");
            }

            return ExitCode.Accepted;
        }, cancel)));
        return command;
    }
}
