using System.CommandLine;
using DefectVision.Cases;
using DefectVision.Cli.Terminal;

namespace DefectVision.Cli.Commands;

/// <summary><c>report DIR</c>: the report of a case again, in another language or on other paper.</summary>
internal static class ReportCommand
{
    public static Command Build(Func<ParseResult, Session> session)
    {
        var folder = CaseArgument.Build();
        var inputs = new ReportInputs();
        var command = new Command("report", """
            Write the report of an inspection again, in another language or for other paper. Nothing is scored or judged again.
            Example:
              defectvision report inspections/PO-4711 --language en+zh --paper letter
            Exit codes: 0 written, 64 wrong usage, 65 not a finished inspection, 66 input not found, 74 output not written.
            """)
        {
            folder,
        };
        inputs.AddTo(command);
        command.SetAction((parsed, cancel) => Task.FromResult(session(parsed).Run(context =>
        {
            foreach (var path in Casework.Report(CaseArgument.Folder(parsed, folder), inputs.Settings(parsed), context.Case()).Paths)
            {
                context.Streams.Answer.WriteLine($"written: {ShownPath.Of(path)}");
            }

            return ExitCode.Accepted;
        }, cancel)));
        return command;
    }
}
