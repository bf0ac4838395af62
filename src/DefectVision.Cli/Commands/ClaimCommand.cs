using System.CommandLine;
using DefectVision.Cases;
using DefectVision.Cases.Claiming;
using DefectVision.Claims;
using DefectVision.Claims.Amounts;
using DefectVision.Cli.Terminal;

namespace DefectVision.Cli.Commands;

/// <summary><c>claim DIR</c>: the letters, amounts and deadlines of a claim, and the packet that holds them.</summary>
internal static class ClaimCommand
{
    public static Command Build(Func<ParseResult, Session> session)
    {
        var packet = new PacketInputs();
        var command = new Command("claim", """
            Make the claim that goes with an inspection: letters (DOCX and HTML, English and Chinese), amounts, deadlines, and the evidence packet with them.
            The claim is about exactly what was inspected: it reads the inspection's folder, scores nothing and changes nothing that was found.
            The letters are templates, not legal advice.
            Examples:
              defectvision claim inspections/PO-4711
              defectvision claim inspections/PO-4711 --key buyer.pem --redact gps,personal
            Exit codes: 0 made, whatever is missing, 64 wrong usage, 65 input unusable, 66 input not found, 74 output not written.
            """);
        var history = HistoryOption.ToKeep();
        command.Add(history);
        packet.AddTo(command);
        command.Add(ClaimCheckCommand.Build(session));
        command.SetAction((parsed, cancel) => Task.FromResult(session(parsed).Run(context =>
        {
            using var key = packet.Key(parsed);
            var request = packet.Request(parsed, key);
            var made = Casework.Claim(request, context.Case(), parsed.GetValue(history));
            Answer(made, request.Folder, context);
            PacketAnswered.Say(made.Packet, key, context);
            HistoryOption.Keep(parsed, history, request.Folder, context);
            return ExitCode.Accepted;
        }, cancel)));
        return command;
    }

    private static void Answer(ClaimAnswer made, string folder, SessionContext context)
    {
        var claim = made.Claim;
        var (answer, currency) = (context.Streams.Answer, claim.Amounts.Currency ?? "(currency not agreed)");
        if (claim.Record.Lots.All(lot => !lot.HasEvidence))
        {
            answer.WriteLine("shown defective: nothing yet; a flag is no evidence, so nothing is claimed and the letters say so");
        }

        foreach (var total in claim.Amounts.Totals.Where(total => total.Total is not null))
        {
            answer.WriteLine($"{Name(total)}: {total.Printed} {currency}{(total.IsWhole ? string.Empty : " (without the lines whose amount is not known)")}");
        }

        foreach (var deadline in claim.Deadlines.Where(deadline => deadline.Date is not null))
        {
            answer.WriteLine($"{ClaimPaper.By(deadline)}: {ClaimPaper.Word("deadline." + ClaimPaper.Code(deadline.Kind))} {deadline.Lot}".TrimEnd()
                + (ClaimPaper.CountedWithout(deadline) is { } without ? $" ({without})" : string.Empty));
        }

        foreach (var gap in claim.Gaps)
        {
            context.Say($"not agreed: {gap.Key}: {FormattableString.Invariant(gap.NeededFor)}");
        }

        answer.WriteLine(FormattableString.Invariant($"claim: {ShownPath.Of(Path.Combine(folder, ClaimPaper.FolderName))}, {made.Files.Count} files"));
    }

    private static string Name(AmountTotal total) => ClaimPaper.Word("amount." + ClaimPaper.Code(total.Kind))
        + (total.Kind == AmountKind.LateDelivery ? string.Empty : ", with freight, lateness and re-inspection where they apply");
}
