using System.CommandLine;
using DefectVision.Claims.Deadlines;
using DefectVision.Evidence.Packets;
using DefectVision.Inspection;

namespace DefectVision.Cli.Commands;

/// <summary>What <c>claim</c> and <c>claim check</c> are told in the same words: an inspection to replay, and holidays.</summary>
internal sealed class ClaimInputs
{
    private readonly Argument<string> _folder = new("DIR") { Description = "the outputs of an inspection" };
    private readonly Option<string?> _shipment = new("--shipment") { Description = "the shipment that was inspected; default: a folder of its name here, beside DIR or above it" };
    private readonly Option<string?> _holidays = new("--holidays") { Description = "public holidays (date,name,kind,country, and a line '# years: CN 2027'), in place of those shipped" };

    public InspectionInputs Inspection { get; } = new();

    public void AddTo(Command command)
    {
        command.Add(_folder);
        command.Add(_shipment);
        command.Add(_holidays);
        Inspection.AddTo(command);
    }

    /// <summary>Of the inspection's outputs.</summary>
    public string Folder(ParseResult parsed) =>
        Path.TrimEndingDirectorySeparator(Path.GetFullPath(parsed.GetRequiredValue(_folder))) is var folder && Directory.Exists(folder) ? folder
        : throw new DirectoryNotFoundException($"{parsed.GetRequiredValue(_folder)}: no such folder");

    public string Shipment(ParseResult parsed) => ShipmentFolder.Of(Folder(parsed), parsed.GetValue(_shipment));

    /// <summary>Replays the inspection under its own date: what is journalled is not scored again.</summary>
    public int Replay(ParseResult parsed, SessionContext context, Func<InspectionRecord, Action, int> use)
    {
        var folder = Folder(parsed);
        return Inspection.Inspect(parsed, context, Shipment(parsed), folder, PacketWriter.DateOf(folder), false, use, Holidays(parsed));
    }

    /// <summary>Whether the report is asked for in another way than it may lie there: with own holidays, in a language, on a paper.</summary>
    public bool AsksForReport(ParseResult parsed) => parsed.GetValue(_holidays) is not null || Inspection.AsksForReport(parsed);

    public Holidays Holidays(ParseResult parsed) => parsed.GetValue(_holidays) is not { } file ? DefectVision.Claims.Deadlines.Holidays.Shipped()
        : File.Exists(file) ? DefectVision.Claims.Deadlines.Holidays.Read(File.ReadAllText(file), Path.GetFileName(file))
        : throw new FileNotFoundException($"{file}: no such file");
}
