using System.CommandLine;
using DefectVision.Cli.Answers;
using DefectVision.Cli.Terminal;
using DefectVision.History.Scorecards;
using DefectVision.History.Storing;

namespace DefectVision.Cli.Commands;

/// <summary><c>history supplier [NAME]</c>: what is known of a supplier, or of all.</summary>
internal static class HistorySupplierCommand
{
    public static Command Build(Func<ParseResult, Session> session)
    {
        var name = new Argument<string?>("NAME") { Description = "as the agreements name it, in any case; left out: all suppliers, a line each", Arity = ArgumentArity.ZeroOrOne };
        var history = HistoryOption.Build();
        var format = Formats.Option("text", "json");
        var command = new Command("supplier", """
            What is known of a supplier: lots and verdicts, the rate of nonconforming items with its interval, lots outside the limits of their
            chart, delivery on time, classes of defects.

            Only lots that somebody looked at have a rate; a flag is no defect. The rate is drawn towards that of all suppliers by the weight of
            one lot, so that one bad lot of three is not 33 %. Rates and charts are to watch a supplier with (class A), and no part of a claim.

            Examples:
              defectvision history supplier
              defectvision history supplier "Supplier Ltd" --format json

            Exit codes: 0 shown, 64 wrong usage, 65 not a history, 66 no such file or supplier.
            """)
        {
            name, history, format,
        };
        command.SetAction((parsed, cancel) => Task.FromResult(session(parsed).Run(context =>
        {
            using var file = HistoryFile.Open(parsed.GetRequiredValue(history), create: false);
            var all = Scorecard.All(file.Shipments());
            var isJson = parsed.GetValue(format) == "json";
            if (parsed.GetValue(name) is not { } asked)
            {
                if (isJson)
                {
                    context.Streams.Answer.WriteLine(ScorecardJson.Of(all).ToJsonString(Figure.Indented));
                }
                else
                {
                    ScorecardTable.Write(all, context.Streams.AnswerConsole);
                }

                return ExitCode.Accepted;
            }

            var card = all.FirstOrDefault(card => NameKey.Of(card.Supplier) == NameKey.Of(asked))
                ?? throw new FileNotFoundException($"{asked}: found no such supplier, wanted one of {(all.Count == 0 ? "none: no agreement that was kept names a supplier" : string.Join("; ", all.Select(card => card.Supplier)))}");
            if (isJson)
            {
                context.Streams.Answer.WriteLine(ScorecardJson.Of(card).ToJsonString(Figure.Indented));
            }
            else
            {
                ScorecardTable.Write(card, context.Streams.AnswerConsole);
            }

            return ExitCode.Accepted;
        }, cancel)));
        return command;
    }
}
