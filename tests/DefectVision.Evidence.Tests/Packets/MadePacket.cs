using System.Text;
using DefectVision.Evidence.Packets;
using DefectVision.Imaging;
using DefectVision.Imaging.Keeping;
using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Drawing;
using DefectVision.Inspection.Imported;
using DefectVision.Inspection.Reviewing;

namespace DefectVision.Evidence.Tests.Packets;

/// <summary>An inspection with photos, and its packet, in a folder that is taken away afterwards.</summary>
internal sealed class MadePacket : IDisposable
{
    public const string Lot = "PO-4711/批次-丙";

    /// <summary>Stands in a comment of every photo's file.</summary>
    public const string Remark = "taken at 31.2304 N, 121.4737 E";

    public const string FlaggedPhoto = PacketNames.Originals + "exhibit-001/" + Lot + "/002_front.jpg";
    private const string AgreementText = "buyer: Example Imports\n";
    private const string DrawText = "lot,item\n";
    private const string ConfirmedText = "item,confirmed,reader,time\n003,yes,A,2026-11-24T09:00:00Z\n";
    private const string MeasuredText = "item,point,value,lower,upper\n002,length,10.6,9.5,10.5\n";
    private const string TestsText = "lot,test,kind,result,document\n批次-丙,colour fastness,laboratory,fail,lab/report 7.pdf\n";
    private const string TheirsText = "item,verdict\n002,defective\n";
    private const string LabText = "%PDF the laboratory's report\n";
    private static readonly DateTimeOffset Looked = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("packet");
    private readonly ConfirmedList _confirmed = new("confirmed.csv", ShipmentRecord.Digest(ConfirmedText), [new Confirmation(Lot, "003", ReaderWord.Defective, "A", Looked, "hole", Severity.Major)]);

    /// <param name="isPrinted">It holds the report as PDF, too.</param>
    /// <param name="odd">Name of a photo of a fourth item, flagged; null: there is none.</param>
    /// <param name="isAttached">A film of an item that is clear, one of an item that is flagged and a document of the lot lie with the photos.</param>
    /// <param name="isRead">A person has read an item.</param>
    /// <param name="how">Changes the record before its outputs are written; null: nothing.</param>
    public MadePacket(string? odd = null, bool isPrinted = false, bool isAttached = false, bool isRead = true, Func<InspectionRecord, InspectionRecord>? how = null)
    {
        var agreement = Shipments.Agreed with { Sha256 = ShipmentRecord.Digest(AgreementText), Buyer = new Party("Example Imports") };
        var shipment = new ShipmentRecord
        {
            Agreement = agreement,
            IsPlanned = true,
            Evidence = new GivenEvidence(
                isRead ? _confirmed : null,
                new MeasurementList("measurements.csv", ShipmentRecord.Digest(MeasuredText), [new Measurement(Lot, "002", "length", null, 9.5m, 10.5m, "mm", 10.6m, null)]),
                new TestList("tests.csv", ShipmentRecord.Digest(TestsText), [
                    new TestResult(Lot, null, "colour fastness", TestKind.Laboratory, "ISO 105-C06", "4", "2-3", false, "Lab", "R-7", new NamedDocument("lab/report 7.pdf", ShipmentRecord.Digest(LabText))),
                ]),
                new ThirdPartyReport("third-party.csv", ShipmentRecord.Digest(TheirsText), [new ThirdPartyFinding(Lot, "002", true, "stain", Severity.Major, "Inspectors Ltd", "Q-1", null, null)])),
        };
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

        foreach (var (name, item) in isAttached ? new[] { ("001.mp4", "001"), ("002.mp4", "002"), ("packing.pdf", null) } : [])
        {
            Directory.CreateDirectory(At("shipment/" + Lot));
            File.WriteAllText(At($"shipment/{Lot}/{name}"), name);
            shipment.Attached($"{Lot}/{name}", name, item is null ? null : new PhotoPlace(Lot, item, name));
        }

        shipment.Lot(Lot, 200, items);
        Record = shipment.Record() with
        {
            Draw = new DrawList("draw.csv", ShipmentRecord.Digest(DrawText), []),
        };
        Record = how is null ? Record : how(Record);
        EvidenceWriter.Write(Record, new PictureStore(Inspection), Inspection, CancellationToken.None, options: new ReportOptions(HasPdf: isPrinted));
        File.WriteAllText(At("agreement.yaml"), AgreementText);
        File.WriteAllText(At("confirmed.csv"), ConfirmedText);
        File.WriteAllText(At("draw.csv"), DrawText);
        File.WriteAllText(At("measurements.csv"), MeasuredText);
        File.WriteAllText(At("tests.csv"), TestsText);
        File.WriteAllText(At("third-party.csv"), TheirsText);
        Directory.CreateDirectory(At("lab"));
        File.WriteAllText(At("lab/report 7.pdf"), LabText);
        File.WriteAllText(At("model.onnx"), "model");
        File.WriteAllText(At("model.md"), "# The model\n");
        Made = Make(Options);
    }

    public string Shipment => At("shipment");

    public string Inspection => At("inspection");

    public string Folder => Path.Combine(Inspection, PacketWriter.FolderName);

    public InspectionRecord Record { get; }

    public PacketMade Made { get; }

    public PacketOptions Options => new(Inspection, Shipment, "DefectVision 0.1.0", Record)
    {
        AgreementFile = At("agreement.yaml"),
        ConfirmedFile = Record.Confirmed is null ? null : At("confirmed.csv"),
        DrawFile = At("draw.csv"),
        MeasurementsFile = At("measurements.csv"),
        TestsFile = At("tests.csv"),
        ThirdPartyFile = At("third-party.csv"),
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
        var jpeg = picture.ToJpeg(80);
        byte[] bytes = [.. jpeg.AsSpan(0, 2), 0xFF, 0xFE, 0, (byte)(Remark.Length + 2), .. Encoding.ASCII.GetBytes(Remark), .. jpeg.AsSpan(2)];
        var path = Path.Combine(Shipment, Lot, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        var sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
        var store = new PictureStore(Inspection);
        store.Keep(sha256, PictureKind.Thumbnail, jpeg);
        store.Keep(sha256, PictureKind.HeatMap, jpeg);
        return shipment.Scored(new PhotoPlace(Lot, item, "front"), $"{Lot}/{name}", score, "hole", sha256, Shipments.FrontHeat);
    }
}
