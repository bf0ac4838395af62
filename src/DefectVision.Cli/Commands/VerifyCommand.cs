using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using DefectVision.Cli.Answers;
using DefectVision.Evidence.Packets;

namespace DefectVision.Cli.Commands;

/// <summary><c>verify PACKET</c>: does everything in it hold?</summary>
internal static partial class VerifyCommand
{
    public static Command Build(Func<ParseResult, Session> session)
    {
        var packet = new Argument<string>("PACKET") { Description = "a packet's folder, or the zip of one" };
        var root = new Option<string?>("--root") { Description = "the root as you were told it another way (64 hex digits)", CustomParser = Hex };
        var signer = new Option<string?>("--signer") { Description = "SHA-256 of the certificate that must have signed, as its owner told you (64 hex digits)", CustomParser = Hex };
        var trust = new Option<string?>("--trust") { Description = "certificates of authorities that you trust (PEM or DER): the signer's must lead to one of them; nothing is fetched, revocation is not checked" };
        var signature = new Option<bool>("--require-signature") { Description = "a packet that nobody signed does not hold" };
        var exhibit = new Option<string?>("--exhibit") { Description = "check this one photo against the packet's seal, with --proof; of the packet only the seal is read" };
        var proof = new Option<string?>("--proof") { Description = "the photo's proof, from proofs/ of the packet" };
        var format = Formats.Option("text", "json");
        var command = new Command("verify", """
            Check every file of an evidence packet, from the packet alone: no model, no network, no trust in who made it.

            The first line says whether anybody signed it: without a signature everything may hold, and be made by anybody. A signature by a weak key,
            or (with --trust) by an expired certificate that no trusted timestamp covers, does not hold.

            Examples:
              defectvision verify inspections/PO-4711/packet
              defectvision verify PO-4711.zip --root 5d41…
              defectvision verify packet --exhibit IMG_2041.jpg --proof packet/proofs/exhibit-012/LOT-A/IMG_2041.jpg.json

            Exit codes: 0 everything holds, 3 something does not, 64 wrong usage, 65 not a packet, 66 input not found.
            """)
        {
            packet, root, signer, trust, signature, exhibit, proof, format,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(exhibit) is null != result.GetResult(proof) is null)
            {
                result.AddError("--exhibit and --proof: found one of them, wanted both");
            }
        });
        command.SetAction((parsed, cancel) => Task.FromResult(session(parsed).Run(context =>
        {
            var path = parsed.GetRequiredValue(packet);
            var options = new CheckOptions { Root = parsed.GetValue(root), Signer = parsed.GetValue(signer), WantsSignature = parsed.GetValue(signature), Now = context.Clock.GetUtcNow(), Trust = parsed.GetValue(trust) is { } roots ? TrustedRoots.Read(roots) : null };
            var findings = parsed.GetValue(exhibit) is { } photo
                ? PacketCheck.OfExhibit(path, photo, parsed.GetRequiredValue(proof)!, options)
                : PacketCheck.Of(path, options, context.Cancel);
            if (parsed.GetValue(format) == "json")
            {
                context.Streams.Answer.WriteLine(PacketAnswer.Json(findings).ToJsonString(Figure.Indented));
            }
            else
            {
                PacketAnswer.Text(findings, context.Streams.Answer);
            }

            return findings.Holds ? ExitCode.Accepted : ExitCode.DoesNotHold;
        }, cancel)));
        return command;
    }

    private static string? Hex(System.CommandLine.Parsing.ArgumentResult result)
    {
        var text = result.Tokens[0].Value.Replace(":", "", StringComparison.Ordinal).ToLower(CultureInfo.InvariantCulture);
        if (!Digest().IsMatch(text))
        {
            result.AddError($"found '{result.Tokens[0].Value}', wanted 64 hex digits");
        }

        return text;
    }

    [GeneratedRegex(@"^[0-9a-f]{64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Digest();
}
