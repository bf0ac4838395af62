using System.CommandLine;
using System.Text;
using DefectVision.Claims;
using DefectVision.Evidence.Packets;

namespace DefectVision.Cli.Commands;

/// <summary><c>claim check DIR</c>: per remedy, which evidence is there and which is missing. It writes no output.</summary>
internal sealed class ClaimCheckCommand
{
    private readonly ClaimInputs _inputs = new();
    private readonly Option<string> _format = Formats.Option("text", "json");

    public static Command Build(Func<ParseResult, Session> session) => new ClaimCheckCommand().Command(session);

    private Command Command(Func<ParseResult, Session> session)
    {
        var command = new Command("check", """
            Print per remedy which evidence is there, which is missing, and what the agreement does not say.

            Example:
              defectvision claim check inspections/PO-4711

            Exit codes: 0 printed, 64 wrong usage, 65 input unusable, 66 input not found, 69 model not usable.
            """) { _format };
        _inputs.AddTo(command);
        command.SetAction((parsed, cancel) => Task.FromResult(session(parsed).Run(
            context => _inputs.Replay(parsed, context, (record, _) => Check(parsed, context, Claim.Of(record, Facts(_inputs.Folder(parsed)), _inputs.Holidays(parsed)))), cancel)));
        return command;
    }

    private int Check(ParseResult parsed, SessionContext context, Claim claim)
    {
        var answer = context.Streams.Answer;
        if (parsed.GetRequiredValue(_format) == "json")
        {
            answer.Write(Encoding.UTF8.GetString(ClaimJson.Write(claim)));
            return ExitCode.Accepted;
        }

        foreach (var check in claim.Remedies)
        {
            var recourse = $"remedy.{ClaimPaper.Code(check.Recourse)}";
            answer.WriteLine($"{ClaimPaper.Word(recourse)}: fits when {ClaimPaper.Word(recourse + ".fits")}; cost {ClaimPaper.Word(recourse + ".cost")}; time {ClaimPaper.Word(recourse + ".time")}");
            answer.WriteLine($"  present: {Pieces(check.Present)}");
            answer.WriteLine($"  missing: {Pieces(check.Missing)}");
        }

        foreach (var gap in claim.Gaps)
        {
            answer.WriteLine($"not agreed: {gap.Key}: {FormattableString.Invariant(gap.NeededFor)}");
        }

        return ExitCode.Accepted;
    }

    private static string Pieces(IReadOnlyList<Claims.Remedies.Evidence> pieces) =>
        pieces.Count == 0 ? "nothing" : string.Join(", ", pieces.Select(piece => ClaimPaper.Word("evidence." + ClaimPaper.Code(piece))));

    // What lies there; whether it holds is for verify to say.
    private static ClaimFacts Facts(string folder)
    {
        var packet = Path.Combine(folder, PacketWriter.FolderName);
        return ClaimFacts.None with
        {
            HasPacket = Directory.Exists(packet),
            IsSigned = File.Exists(Path.Combine(packet, PacketWriter.SignatureName)),
            IsTimestamped = Directory.Exists(packet) && Directory.EnumerateFiles(packet, "*.tsr").Any(),
        };
    }
}
