using System.CommandLine;
using DefectVision.Cases;
using DefectVision.Cli.Terminal;

namespace DefectVision.Cli.Commands;

/// <summary><c>history add CASE...</c>: keeps what inspections found.</summary>
internal static class HistoryAddCommand
{
    public static Command Build(Func<ParseResult, Session> session)
    {
        var cases = new Argument<string[]>("CASE") { Description = "the output folder of an inspection (inspections/NAME); may be given several times", Arity = ArgumentArity.OneOrMore };
        var history = HistoryOption.Build();
        var command = new Command("add", """
            Keep what inspections found: supplier, order, dates, lots, verdicts, nonconforming items by class, severity and cause.

            The inspection stays as it is. Added again it changes nothing; inspected or reviewed again, it replaces what was kept of it. Which
            supplier it is says the agreement. The file stays on this machine.

            Examples:
              defectvision history add inspections/PO-4711 inspections/PO-4712
              defectvision history supplier "Supplier Ltd"

            Exit codes: 0 kept, 64 wrong usage, 65 not a finished inspection or not a history, 66 input not found, 74 not written,
            75 another program uses the history.
            """)
        {
            cases, history,
        };
        command.SetAction((parsed, cancel) => Task.FromResult(session(parsed).Run(context =>
        {
            var path = parsed.GetRequiredValue(history);
            var kept = Casework.Keep([.. parsed.GetRequiredValue(cases).Select(CaseArgument.Folder)], path, context.Case());
            foreach (var one in kept)
            {
                context.Streams.Answer.WriteLine(FormattableString.Invariant($"{HistoryOption.Word(one)}: {Plain.Text(one.Name)}: {one.Shipment.Lots.Count} {(one.Shipment.Lots.Count == 1 ? "lot" : "lots")}, {Plain.Text(one.Shipment.Supplier ?? "no supplier named")}"));
                HistoryOption.Say(one.Reuse, context);
                if (one.Shipment.Supplier is null)
                {
                    context.Say($"{one.Name}: the agreement names no supplier (supplier: NAME); it is kept, and stands on no scorecard");
                }
            }

            context.Streams.Answer.WriteLine($"history: {ShownPath.Of(path)}");
            return ExitCode.Accepted;
        }, cancel)));
        return command;
    }
}
