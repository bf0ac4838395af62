using System.CommandLine;
using DefectVision.Evidence.Packets;
using DefectVision.Imaging.Withholding;
using DefectVision.Pipeline.Intake;

namespace DefectVision.Cli.Commands;

/// <summary><c>packet make DIR</c>: everything that the other side needs to check the report, sealed.</summary>
internal sealed class PacketMakeCommand
{
    private readonly Argument<string> _folder = new("DIR") { Description = "the outputs of an inspection; the packet becomes DIR/packet" };
    private readonly PacketInputs _inputs = new();
    private readonly Option<string?> _shipment = new("--shipment") { Description = "the shipment that was inspected; default: a folder of its name here, beside DIR or above it" };
    private readonly Option<string?> _agreement = new("--agreement") { Description = "the agreement that was used; default: agreement.yaml in the shipment" };
    private readonly Option<string?> _confirmed = new("--confirmed") { Description = "what persons confirmed; default: confirmed.csv in the shipment" };
    private readonly Option<string?> _draw = new("--draw") { Description = "the draw list that was used; default: draw.csv in the shipment" };
    private readonly Option<string?> _measurements = new("--measurements") { Description = "what was measured elsewhere; default: measurements.csv in the shipment" };
    private readonly Option<string?> _tests = new("--tests") { Description = "tests made elsewhere, with the documents they name; default: tests.csv in the shipment" };
    private readonly Option<string?> _thirdParty = new("--third-party") { Description = "a third party's report, with the documents it names; default: third-party.csv in the shipment" };
    private readonly Option<string?> _model = new("--model", "-m") { Description = "the model that scored, whose card lies beside it; default: the sample model shipped with the product" };
    private readonly Option<MetadataKinds> _redact = new("--redact") { Description = "metadata to take out of the copies of photos, which stay the same pixels: gps, exif-serial, or both with a comma between; each original's hash is kept", CustomParser = Metadata };
    private readonly Option<string?> _regions = new("--redact-regions") { Description = "regions to blacken in the copies of photos (path,x,y,width,height,reason; pixels of the upright photo); such a copy is a PNG" };
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
            _folder, _shipment, _agreement, _confirmed, _draw, _measurements, _tests, _thirdParty, _model, _redact, _regions, _asOf,
        };
        _inputs.AddTo(command);
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

        _inputs.RefuseToReplace(parsed, folder);
        var shipment = ShipmentFolder.Of(folder, parsed.GetValue(_shipment));
        var intake = new IntakeOptions(shipment, folder, null, null, null)
        {
            ConfirmedFile = Existing(parsed, _confirmed),
            DrawFile = Existing(parsed, _draw),
            MeasurementsFile = Existing(parsed, _measurements),
            TestsFile = Existing(parsed, _tests),
            ThirdPartyFile = Existing(parsed, _thirdParty),
        };
        var agreement = Existing(parsed, _agreement) ?? Path.Combine(shipment, ShipmentIntake.AgreementFileName);
        using var key = _inputs.Key(parsed);
        var options = _inputs.Options(parsed, intake, File.Exists(agreement) ? agreement : null, Existing(parsed, _model) ?? ShippedModel.Path, key) with
        {
            AsOf = parsed.GetValue(_asOf),
            Withheld = parsed.GetValue(_redact),
            WithheldRegions = Existing(parsed, _regions) is { } regions ? WithheldRegions.Read(regions) : [],
        };
        var made = PacketWriter.Make(options, context.Cancel);
        PacketAnswered.Say(made, key, context);
        return ExitCode.Accepted;
    }

    private static MetadataKinds Metadata(System.CommandLine.Parsing.ArgumentResult result)
    {
        var kinds = MetadataKinds.None;
        foreach (var word in result.Tokens[0].Value.Split(','))
        {
            kinds |= word switch
            {
                "gps" => MetadataKinds.Gps,
                "exif-serial" => MetadataKinds.ExifSerial,
                _ => Unknown(word),
            };
        }

        return kinds;

        MetadataKinds Unknown(string word)
        {
            result.AddError($"--redact: found '{word}', wanted gps, exif-serial, or both with a comma between (regions: --redact-regions)");
            return MetadataKinds.None;
        }
    }

    private static string? Existing(ParseResult parsed, Option<string?> option) => parsed.GetValue(option) is not { } path ? null
        : File.Exists(path) ? Path.GetFullPath(path)
        : throw new FileNotFoundException($"{path}: no such file");
}
