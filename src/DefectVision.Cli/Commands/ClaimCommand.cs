using System.CommandLine;
using DefectVision.Claims;
using DefectVision.Cli.Terminal;
using DefectVision.Evidence;
using DefectVision.Evidence.Packets;

namespace DefectVision.Cli.Commands;

/// <summary><c>claim DIR</c>: the letters, amounts and deadlines of a claim, and the packet that holds them.</summary>
internal sealed class ClaimCommand
{
    private readonly ClaimInputs _inputs = new();
    private readonly PacketInputs _packet = new();

    public static Command Build(Func<ParseResult, Session> session) => new ClaimCommand().Command(session);

    private Command Command(Func<ParseResult, Session> session)
    {
        var command = new Command("claim", """
            Make the claim that goes with an inspection: letters (DOCX and HTML, English and Chinese), amounts, deadlines, and the evidence packet with them.

            It works without agreement, confirmation or key, and says what that is worth. Nothing is scored again. The letters are templates, not legal advice.

            Examples:
              defectvision claim inspections/PO-4711
              defectvision claim inspections/PO-4711 --confirmed confirmed.csv --key buyer.pem

            Exit codes: 0 made, whatever is missing, 64 wrong usage, 65 input unusable, 66 input not found, 69 model not usable, 74 output not written.
            """);
        _inputs.AddTo(command);
        _packet.AddTo(command);
        command.Add(ClaimCheckCommand.Build(session));
        command.SetAction((parsed, cancel) => Task.FromResult(session(parsed).Run(context => Make(parsed, context), cancel)));
        return command;
    }

    private int Make(ParseResult parsed, SessionContext context)
    {
        var folder = _inputs.Folder(parsed);
        _packet.RefuseToReplace(parsed, folder);
        using var key = _packet.Key(parsed);
        return _inputs.Replay(parsed, context, (record, write) =>
        {
            if (_inputs.AsksForReport(parsed) || !EvidenceWriter.IsCurrent(record, folder))
            {
                context.Say("The outputs of the inspection were written again: what it rests on has changed since, or the report was asked for in another way.");
                write();
            }

            var options = Packet(parsed, folder, key);
            // Signature and timestamp come after these files, so they cannot speak of them.
            var facts = ClaimFacts.None with { HasPacket = true, IsSigned = null, IsTimestamped = null, Exhibits = PacketWriter.ExhibitPaths(options), SummarySha256 = PacketWriter.SummarySha256(folder) };
            var claim = Claim.Of(record, facts, _inputs.Holidays(parsed));
            var files = ClaimPaper.Write(claim, folder);
            Answer(claim, files.Count, folder, context);
            PacketAnswered.Say(PacketWriter.Make(options, context.Cancel), key, context);
            return ExitCode.Accepted;
        });
    }

    private PacketOptions Packet(ParseResult parsed, string folder, SigningKey? key)
    {
        var shipment = _inputs.Shipment(parsed);
        var inspection = _inputs.Inspection;
        return _packet.Options(parsed, inspection.Intake(parsed, shipment, folder), inspection.AgreementFile(parsed, shipment), inspection.ModelFile(parsed), key);
    }

    private static void Answer(Claim claim, int files, string folder, SessionContext context)
    {
        var (answer, currency) = (context.Streams.Answer, claim.Amounts.Currency ?? "(currency not agreed)");
        if (claim.Record.Lots.All(lot => lot.Claim?.Review is null))
        {
            answer.WriteLine("confirmed: by nobody; a flag is no evidence, so nothing is claimed and the letters say so");
        }

        foreach (var total in claim.Amounts.Totals.Where(total => total.Total is not null))
        {
            answer.WriteLine($"{ClaimPaper.Word("amount." + ClaimPaper.Code(total.Kind))}, freight and lateness with it: {total.Printed} {currency}{(total.IsWhole ? string.Empty : " (without the lines whose amount is not known)")}");
        }

        foreach (var deadline in claim.Deadlines.Where(deadline => deadline.Date is not null))
        {
            answer.WriteLine($"{deadline.Date!.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)}: {ClaimPaper.Word("deadline." + ClaimPaper.Code(deadline.Kind))} {deadline.Lot}".TrimEnd()
                + (deadline.WithoutData.Count == 0 ? string.Empty : $" (counted without public holidays: no data for {string.Join(", ", deadline.WithoutData)})"));
        }

        foreach (var gap in claim.Gaps)
        {
            context.Say($"not agreed: {gap.Key}: {FormattableString.Invariant(gap.NeededFor)}");
        }

        answer.WriteLine(FormattableString.Invariant($"claim: {ShownPath.Of(Path.Combine(folder, ClaimPaper.FolderName))}, {files} files"));
    }
}
