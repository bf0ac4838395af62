using System.CommandLine;
using System.Text;
using DefectVision.Cases;
using DefectVision.Claims;

namespace DefectVision.Cli.Commands;

/// <summary><c>claim check DIR</c>: per remedy, which evidence is there and which is missing. It writes no output.</summary>
internal static class ClaimCheckCommand
{
    public static Command Build(Func<ParseResult, Session> session)
    {
        var folder = CaseArgument.Build();
        var format = Formats.Option("text", "json");
        var history = new Option<string?>("--history") { Description = "also name photos that were in other shipments of this history" };
        var command = new Command("check", """
            Print for each remedy what it rests on, which evidence is there, which is missing or yours to provide, and what the agreement does not say.
            Example:
              defectvision claim check inspections/PO-4711
              defectvision claim check inspections/PO-4711 --history history.db
            Exit codes: 0 printed, 64 wrong usage, 65 input unusable, 66 input not found.
            """)
        {
            folder, format, history,
        };
        command.SetAction((parsed, cancel) => Task.FromResult(session(parsed).Run(context =>
        {
            var claim = Casework.CheckClaim(CaseArgument.Folder(parsed, folder), context.Case());
            if (parsed.GetRequiredValue(format) == "json")
            {
                context.Streams.Answer.Write(Encoding.UTF8.GetString(ClaimJson.Write(claim)));
            }
            else
            {
                Write(claim, context.Streams.Answer);
            }

            if (parsed.GetValue(history) is { } path)
            {
                HistoryOption.Say(Casework.Reused(CaseArgument.Folder(parsed, folder), path, context.Case()), context);
            }

            return ExitCode.Accepted;
        }, cancel)));
        return command;
    }

    private static void Write(Claim claim, TextWriter answer)
    {
        foreach (var check in claim.Remedies)
        {
            var recourse = $"remedy.{ClaimPaper.Code(check.Recourse)}";
            answer.WriteLine($"{ClaimPaper.Word(recourse)}: fits when {ClaimPaper.Word(recourse + ".fits")}; cost {ClaimPaper.Word(recourse + ".cost")}; time {ClaimPaper.Word(recourse + ".time")}");
            answer.WriteLine($"  rests on: {ClaimPaper.Ground(check.Ground)}");
            answer.WriteLine($"  present: {Pieces(check.Present)}");
            answer.WriteLine($"  missing: {Pieces(check.Missing)}");
            answer.WriteLine($"  to be provided by you: {Pieces(check.FromBuyer)}");
        }

        foreach (var gap in claim.Gaps)
        {
            answer.WriteLine($"not agreed: {gap.Key}: {FormattableString.Invariant(gap.NeededFor)}");
        }
    }

    private static string Pieces(IReadOnlyList<Claims.Remedies.Evidence> pieces) =>
        pieces.Count == 0 ? "nothing" : string.Join(", ", pieces.Select(piece => ClaimPaper.Word("evidence." + ClaimPaper.Code(piece))));
}
