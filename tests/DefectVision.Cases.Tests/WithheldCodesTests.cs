using System.Text;
using DefectVision.Cases.Packing;
using DefectVision.Evidence.Packets;
using DefectVision.Fixtures;

namespace DefectVision.Cases.Tests;

/// <summary>Rule: what was read on a photo of which a region is withheld stands in no file of the packet, and the packet holds together without it.</summary>
public sealed class WithheldCodesTests : IDisposable
{
    private const string Hidden = "PRICE-4711-USD";
    private const string Shown = "CARTON-0042";

    private readonly Bench _bench = new();

    public WithheldCodesTests()
    {
        _bench.Put("shipment/A/3_label.jpg", Labels.Carton(Hidden, 1));
        _bench.Put("shipment/A/4_label.jpg", Labels.Carton(Shown, 2));
        _bench.Put("regions.csv", "path,x,y,width,height,reason\nA/3_label.jpg,0,60,420,120,prices\n");
        _bench.Begin();
    }

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void A_packet_of_whole_photos_names_every_code()
    {
        Casework.Pack(new PackRequest(_bench.Case) { Originals = OriginalsWanted.All }, Context());
        Assert.Equal(["manifest.jsonl", "report.html", "results.jsonl"], Naming(Hidden));
        Assert.Equal(["manifest.jsonl", "report.html", "results.jsonl"], Naming(Shown));
    }

    [Fact]
    public void A_code_of_a_photo_with_a_blackened_region_is_in_no_file_and_the_packet_holds()
    {
        var before = Bench.Files(_bench.Case);
        var made = Casework.Pack(new PackRequest(_bench.Case) { Originals = OriginalsWanted.All, RegionsFile = _bench.At("regions.csv") }, Context());
        Assert.Empty(Naming(Hidden));
        Assert.Equal(["manifest.jsonl", "report.html", "results.jsonl"], Naming(Shown));
        Assert.Contains(made.Remarks, remark => remark.StartsWith("codes read on photos of which regions are withheld are left out", StringComparison.Ordinal));
        Assert.All(_bench.ChangedSince(before), name => Assert.StartsWith("packet/", name, StringComparison.Ordinal));
        Assert.Contains("the codes, and in the report the pictures", File.ReadAllText(_bench.InCase("packet/custody.jsonl")), StringComparison.Ordinal);
    }

    private List<string> Naming(string text) =>
    [
        .. Directory.GetFiles(_bench.InCase("packet"), "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".html" or ".jsonl" or ".json" or ".csv" && Path.GetFileName(Path.GetDirectoryName(file)) == "packet")
            .Where(file => File.ReadAllText(file, Encoding.UTF8).Contains(text, StringComparison.Ordinal))
            .Select(file => Path.GetFileName(file))
            .Order(StringComparer.Ordinal),
    ];

    private static CaseContext Context() => new(new Clock(Bench.Monday), _ => { }, null, CancellationToken.None);
}
