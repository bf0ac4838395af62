using System.Text;
using DefectVision.Evidence.Packets;
using DefectVision.Imaging;
using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Claiming;
using DefectVision.Inspection.Drawing;
using DefectVision.Inspection.Judging;
using DefectVision.Inspection.Reviewing;

namespace DefectVision.Evidence.Tests.Packets;

/// <summary>An inspection with photos, and its packet, in a folder that is taken away afterwards.</summary>
internal sealed class MadePacket : IDisposable
{
    public const string Lot = "PO-4711/批次-丙";
    public const string FlaggedPhoto = PacketNames.Originals + Lot + "/002_front.jpg";
    private const string AgreementText = "buyer: Example Imports\n";
    private const string DrawText = "lot,item\n";
    private const string ConfirmedText = "item,confirmed,reader,time\n003,yes,A,2026-11-24T09:00:00Z\n";
    private static readonly DateTimeOffset Looked = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("packet");
    private readonly ConfirmedList _confirmed = new("confirmed.csv", ShipmentRecord.Digest(ConfirmedText), [new Confirmation(Lot, "003", true, "A", Looked, "hole", Severity.Major)]);

    /// <param name="isPrinted">It holds the report as PDF, too.</param>
    /// <param name="odd">Name of a photo of a fourth item, flagged; null: there is none.</param>
    public MadePacket(string? odd = null, bool isPrinted = false)
    {
        var agreement = Shipments.Agreed with { Sha256 = ShipmentRecord.Digest(AgreementText), Buyer = new Party("Example Imports") };
        var shipment = new ShipmentRecord { Agreement = agreement };
        var items = new List<Item>
        {
            shipment.Item("001", Photo(shipment, "001", "001_front.jpg", 0.1)),
            shipment.Item("002", Photo(shipment, "002", "002_back.jpg", 0.2), Photo(shipment, "002", "002_front.jpg", 2)),
            shipment.Item("003", Photo(shipment, "003", "003_front.jpg", 0.3)),
        };
        if (odd is not null)
        {
            items.Add(shipment.Item("004", Photo(shipment, "004", odd, 3)));
        }

        var review = ItemReview.Of(_confirmed.Readings);
        items[2] = items[2] with { Review = review, DefectClass = "hole", Severity = Severity.Critical };
        shipment.Lot(Lot, 200, Verdict.Reject, items, Shipments.Share, [$"Flagged."]);
        var record = shipment.Record();
        record = record with
        {
            Confirmed = _confirmed,
            Draw = new DrawList("draw.csv", ShipmentRecord.Digest(DrawText), [], new Dictionary<string, IReadOnlySet<string>>()),
            Plan = AnalysisPlan.Of(record.Name, agreement, new AgreedTerms(agreement), record.Model, null, [Lot]),
        };
        EvidenceWriter.Write(record, Shipment, Inspection, CancellationToken.None, options: new ReportOptions(HasPdf: isPrinted));
        File.WriteAllText(At("agreement.yaml"), AgreementText);
        File.WriteAllText(At("confirmed.csv"), ConfirmedText);
        File.WriteAllText(At("draw.csv"), DrawText);
        File.WriteAllText(At("model.onnx"), "model");
        File.WriteAllText(At("model.md"), "# The model\n");
        Made = Make(Options);
    }

    public string Shipment => At("shipment");

    public string Inspection => At("inspection");

    public string Folder => Path.Combine(Inspection, PacketWriter.FolderName);

    public PacketMade Made { get; }

    public PacketOptions Options => new(Inspection, Shipment, "DefectVision 0.1.0")
    {
        AgreementFile = At("agreement.yaml"),
        ConfirmedFile = At("confirmed.csv"),
        ReadConfirmed = (_, _) => _confirmed,
        DrawFile = At("draw.csv"),
        ModelFile = At("model.onnx"),
    };

    /// <summary>Every file of the packet, in ordinal order.</summary>
    public IReadOnlyList<string> Names =>
        [.. Directory.GetFiles(Folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Folder, path).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    public static PacketMade Make(PacketOptions options) => PacketWriter.Make(options, CancellationToken.None);

    public string At(string name) => Path.Combine(_root.FullName, name);

    public string InPacket(string name) => Path.Combine(Folder, name);

    public byte[] Bytes(string name) => File.ReadAllBytes(InPacket(name));

    public string Text(string name) => Encoding.UTF8.GetString(Bytes(name));

    public void Put(string name, string text) => File.WriteAllText(InPacket(name), text);

    public void Flip(string name, int at)
    {
        var bytes = Bytes(name);
        bytes[at] ^= 1;
        File.WriteAllBytes(InPacket(name), bytes);
    }

    public PacketFindings Check(CheckOptions? options = null) => PacketCheck.Of(Folder, options ?? new CheckOptions(), CancellationToken.None);

    /// <summary>Something fails, and one of the failures is of this part and says this.</summary>
    public void Catches(string part, string says, CheckOptions? options = null)
    {
        var failures = Check(options).Parts.Where(checkedPart => checkedPart.Answer == CheckAnswer.Fails).ToList();
        Assert.True(failures.Any(failure => failure.Part == part && failure.Detail.Contains(says, StringComparison.Ordinal)), $"wanted {part}: {says}, found\n{string.Join('\n', failures)}");
    }

    public void Dispose() => _root.Delete(recursive: true);

    private InspectedFile Photo(ShipmentRecord shipment, string item, string name, double score)
    {
        var picture = new RgbImage(32, 24);
        picture.Bytes.AsSpan().Fill((byte)(score * 60));
        var bytes = picture.ToJpeg(80);
        var path = Path.Combine(Shipment, Lot, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return shipment.Scored(new PhotoPlace(Lot, item, "front"), $"{Lot}/{name}", score, "hole", Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)));
    }
}
