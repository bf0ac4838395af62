using System.CommandLine;
using DefectVision.Cli.Terminal;
using DefectVision.Dashboard;
using DefectVision.Evidence.Languages;
using DefectVision.History.Storing;
using DefectVision.Pipeline.Intake;

namespace DefectVision.Cli.Commands;

/// <summary><c>history dashboard FOLDER</c>: pages of all suppliers.</summary>
internal static class HistoryDashboardCommand
{
    public static Command Build(Func<ParseResult, Session> session)
    {
        var folder = new Argument<string>("FOLDER") { Description = "where the pages are written; pages of an earlier dashboard are replaced" };
        var history = HistoryOption.Build();
        var language = new Option<string>("--language") { Description = $"of the pages: {string.Join(", ", Language.All.Select(one => one.Code))}", DefaultValueFactory = _ => Language.English.Code };
        language.AcceptOnlyFromAmong([.. Language.All.Select(one => one.Code)]);
        var today = HistoryOption.Day("--as-of", "the day by which deadlines are ahead or overdue; default: today (UTC)");
        var alternatives = new Option<string?>("--alternatives") { Description = "your list of other sources of critical items (columns product, supplier; where known country, region, note)" };
        var command = new Command("dashboard", $"""
            Write pages of all suppliers: open deadlines, early warnings, rates with their intervals, lots over time, claims, what became better,
            regions; and a page of each supplier with its charts. They open without a server or a network, print, and lead to the reports of the cases.

            Examples:
              defectvision history dashboard dashboard
              defectvision history dashboard dashboard-zh --language zh
              defectvision history dashboard dashboard --alternatives sources.csv

            Exit codes: 0 written, 64 wrong usage, 65 not a history, 66 input not found, 74 pages not written.
            """)
        {
            folder, history, language, today, alternatives,
        };
        command.SetAction((parsed, cancel) => Task.FromResult(session(parsed).Run(context =>
        {
            var other = parsed.GetValue(alternatives) is not { } list ? null : File.Exists(list) ? Alternatives.Read(list) : throw new FileNotFoundException($"{list}: no such file");
            using var file = HistoryFile.Open(parsed.GetRequiredValue(history), create: false);
            var day = parsed.GetValue(today) ?? DateOnly.FromDateTime(context.Clock.GetUtcNow().UtcDateTime);
            var pages = DashboardWriter.Write(file.Shipments(), Path.GetFullPath(parsed.GetRequiredValue(folder)), Language.Parse(parsed.GetValue(language))!, day, other);
            context.Streams.Answer.WriteLine(FormattableString.Invariant($"dashboard: {ShownPath.Of(pages[0])}, {pages.Count} {(pages.Count == 1 ? "page" : "pages")}"));
            return ExitCode.Accepted;
        }, cancel)));
        return command;
    }
}
