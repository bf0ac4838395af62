using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using DefectVision.Cli.Answers;
using DefectVision.Evidence.Packets;
using DefectVision.Imaging;
using DefectVision.Inference;
using DefectVision.Pipeline.Scoring;

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
        var rescore = new Option<bool>("--rescore") { Description = "score the packet's original photos again with --model and hold the scores against its results" };
        var model = new Option<string?>("--model") { Description = "for --rescore: the model that the packet names" };
        var format = Formats.Option("text", "json");
        var command = new Command("verify", """
            Check every file of an evidence packet, from the packet alone: no network, no trust in who made it, and no model but for --rescore.

            The first line says whether anybody signed it: without a signature everything may hold, and be made by anybody. A signature by a weak key,
            or (with --trust) by an expired certificate that no trusted timestamp covers, does not hold.

            Examples:
              defectvision verify inspections/PO-4711/packet
              defectvision verify PO-4711.zip --root 5d41…
              defectvision verify packet --exhibit IMG_2041.jpg --proof packet/proofs/exhibit-012/LOT-A/IMG_2041.jpg.json
              defectvision verify packet --rescore --model garments.onnx

            Exit codes: 0 everything holds, 3 something does not, 64 wrong usage, 65 not a packet, 66 input not found, 69 model not usable.
            """)
        {
            packet, root, signer, trust, signature, exhibit, proof, rescore, model, format,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(exhibit) is null != result.GetResult(proof) is null)
            {
                result.AddError("--exhibit and --proof: found one of them, wanted both");
            }
        });
        command.Validators.Add(result =>
        {
            if (result.GetValue(rescore) == string.IsNullOrEmpty(result.GetValue(model)))
            {
                result.AddError("--rescore and --model: found one of them, wanted both");
            }

            if (result.GetValue(rescore) && result.GetResult(exhibit) is not null)
            {
                result.AddError("--rescore and --exhibit: found both, wanted one: with --exhibit the results are not read");
            }
        });
        command.SetAction((parsed, cancel) => Task.FromResult(session(parsed).Run(context =>
        {
            var path = parsed.GetRequiredValue(packet);
            using var loaded = parsed.GetValue(rescore) ? Model.Load(parsed.GetValue(model)!) : null;
            using var scorer = loaded is null ? null : new PhotoScorer(loaded, DecodeLimits.Default);
            var options = new CheckOptions
            {
                Root = parsed.GetValue(root),
                Signer = parsed.GetValue(signer),
                WantsSignature = parsed.GetValue(signature),
                Now = context.Clock.GetUtcNow(),
                Trust = parsed.GetValue(trust) is { } roots ? TrustedRoots.Read(roots) : null,
                Rescoring = scorer is null ? null : new Rescoring(loaded!.Sha256, OperatingPoint.Margin, scorer.Score)
                {
                    Progress = context.Progress.For<(int Done, int Total)>(step => ("scoring again", step.Done, step.Total, "photos")),
                },
            };
            var findings = parsed.GetValue(exhibit) is { } photo
                ? PacketCheck.OfExhibit(path, photo, parsed.GetRequiredValue(proof)!, options)
                : PacketCheck.Of(path, options, context.Cancel);
            context.Progress.EndLine();
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
