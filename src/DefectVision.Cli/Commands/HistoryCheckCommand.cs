using System.CommandLine;
using DefectVision.Cases;
using DefectVision.Cli.Terminal;

namespace DefectVision.Cli.Commands;

/// <summary><c>history check</c>: whether the file is whole, and every inspection is still what was kept.</summary>
internal static class HistoryCheckCommand
{
    public static Command Build(Func<ParseResult, Session> session)
    {
        var history = HistoryOption.Build();
        var command = new Command("check", """
            Whether the file is whole, and every inspection is still there and what was kept of it.

            Example: defectvision history check

            Exit codes: 0 all is as it was kept, 64 wrong usage, 65 something differs or it is no history, 66 input not found.
            """)
        {
            history,
        };
        command.SetAction((parsed, cancel) => Task.FromResult(session(parsed).Run(context =>
        {
            var (shipments, faults) = Casework.CheckHistory(parsed.GetRequiredValue(history));
            foreach (var fault in faults)
            {
                context.Streams.Answer.WriteLine(Plain.Text(fault));
            }

            context.Streams.Answer.WriteLine(FormattableString.Invariant($"shipments: {shipments}; {(faults.Count == 0 ? "all are as they were kept" : $"{faults.Count} not as kept")}"));
            return faults.Count == 0 ? ExitCode.Accepted : ExitCode.DataUnusable;
        }, cancel)));
        return command;
    }
}
