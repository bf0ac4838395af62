using System.CommandLine;
using DefectVision.Evidence.Packets;
using DefectVision.Pipeline.Intake;

namespace DefectVision.Cli.Commands;

/// <summary><c>packet make DIR</c>: everything that the other side needs to check the report, sealed.</summary>
internal sealed class PacketMakeCommand
{
    private readonly Argument<string> _folder = new("DIR") { Description = "the outputs of an inspection; the packet becomes DIR/packet" };
    private readonly Option<string?> _shipment = new("--shipment") { Description = "the shipment that was inspected; default: a folder of its name here, beside DIR or above it" };
    private readonly Option<OriginalsWanted> _originals = new("--originals") { Description = "which photos go in: flagged (all photos of items flagged by the model or found defective by a reader) or all" };
    private readonly Option<string?> _key = new("--key") { Description = $"sign with this certificate and private key (PEM or PFX, ECDSA or RSA); a password is read from {KeyPassword.Variable}" };
    private readonly Option<string?> _by = new("--by") { Description = "who makes the packet, for its log; default: the buyer of the agreement" };
    private readonly Option<string?> _agreement = new("--agreement") { Description = "the agreement that was used; default: agreement.yaml in the shipment" };
    private readonly Option<string?> _confirmed = new("--confirmed") { Description = "what persons confirmed; default: confirmed.csv in the shipment" };
    private readonly Option<string?> _draw = new("--draw") { Description = "the draw list that was used; default: draw.csv in the shipment" };
    private readonly Option<string?> _model = new("--model", "-m") { Description = "the model that scored, whose card lies beside it; default: the sample model shipped with the product" };
    private readonly Option<bool> _overwrite = new("--overwrite") { Description = "replace a packet that lies there, with its signature and timestamps" };
    private readonly Option<DateTimeOffset?> _asOf = new("--as-of") { Description = "the date that the packet carries; default: that of the inspection", CustomParser = Patterns.Time };

    public static Command Build(Func<ParseResult, Session> session) => new PacketMakeCommand().Command(session);

    private Command Command(Func<ParseResult, Session> session)
    {
        var command = new Command("make", """
            Make the evidence packet: report, results, logs, agreement and original photos, each under a hash tree whose root is printed.

            The packet of the same inspection is the same, byte for byte. HOW-TO-VERIFY.md in it says how to check it without this program.

            Examples:
              defectvision packet make inspections/PO-4711
              defectvision packet make inspections/PO-4711 --shipment /data/PO-4711 --originals all --by "A. Buyer"

            Exit codes: 0 made, 64 wrong usage, 65 a photo or file is not the one that was inspected, 66 input not found, 74 output not written.
            """)
        {
            _folder, _shipment, _originals, _key, _by, _agreement, _confirmed, _draw, _model, _asOf, _overwrite,
        };
        command.SetAction((parsed, cancel) => Task.FromResult(session(parsed).Run(context => Make(parsed, context), cancel)));
        return command;
    }

    private int Make(ParseResult parsed, SessionContext context)
    {
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(parsed.GetRequiredValue(_folder)));
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"{parsed.GetRequiredValue(_folder)}: no such folder");
        }

        if (Path.Exists(Path.Combine(folder, PacketWriter.FolderName)) && !parsed.GetValue(_overwrite))
        {
            throw new UsageException($"{parsed.GetRequiredValue(_folder)}: found a packet already there, wanted none (or --overwrite, which takes its signature and timestamps away)");
        }

        var shipment = ShipmentFolder.Of(folder, parsed.GetValue(_shipment));
        var intake = new IntakeOptions(shipment, folder, null, null, null) { ConfirmedFile = Existing(parsed, _confirmed), DrawFile = Existing(parsed, _draw) };
        var agreement = Existing(parsed, _agreement) ?? Path.Combine(shipment, ShipmentIntake.AgreementFileName);
        using var key = parsed.GetValue(_key) is { } file ? SigningKey.Read(file, KeyPassword.Read()) : null;
        var made = PacketWriter.Make(
            new PacketOptions(folder, shipment, PacketAnswered.Product)
            {
                Originals = parsed.GetValue(_originals),
                Key = key,
                By = parsed.GetValue(_by),
                AsOf = parsed.GetValue(_asOf),
                AgreementFile = File.Exists(agreement) ? agreement : null,
                ConfirmedFile = intake.ConfirmedPath,
                ReadConfirmed = Confirmations.Read,
                DrawFile = intake.DrawPath,
                ModelFile = Existing(parsed, _model) ?? ShippedModel.Path,
                Overwrite = parsed.GetValue(_overwrite),
            },
            context.Cancel);
        PacketAnswered.Say(made, key, context);
        return ExitCode.Accepted;
    }

    private static string? Existing(ParseResult parsed, Option<string?> option) => parsed.GetValue(option) is not { } path ? null
        : File.Exists(path) ? Path.GetFullPath(path)
        : throw new FileNotFoundException($"{path}: no such file");
}
