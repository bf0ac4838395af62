using System.Text.Json;
using DefectVision.Fixtures;

namespace EndToEnd.Tests;

/// <summary>Rules: what others measured and tested is found beside the photos and goes into the packet; redactions are listed; the answer of verify holds to its schema.</summary>
public sealed class ImportedTests : IDisposable
{
    private readonly Desk _desk = new();

    public ImportedTests()
    {
        _desk.PutLot("b", stained: true);
        _desk.Put("shipment/lab/r 7.pdf", "report");
        _desk.Put("shipment/measurements.csv", "item,point,value,nominal,tolerance\n2,length,10.5,10,±0.5\n");
        _desk.Put("shipment/tests.csv", "test,kind,result,document\nlead,safety,fail,lab/r 7.pdf\n");
        _desk.Put("elsewhere/theirs.csv", "item,verdict\n2,defective\n1,good\n77,good\n");
    }

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Lists_in_the_folder_or_told_go_into_the_summary_and_the_packet_and_hold()
    {
        (await _desk.Inspect("--out", "out", "--third-party", "elsewhere/theirs.csv")).Gave(1);
        var summary = JsonDocument.Parse(File.ReadAllBytes(_desk.At("out/summary.json"))).RootElement;
        Assert.Empty(Schema("summary-2").Faults(summary));
        Assert.Equal("pass", summary.GetProperty("measurements").GetProperty("points")[0].GetProperty("answer").GetString());
        Assert.Equal(1, summary.GetProperty("third_party").GetProperty("agreement").GetProperty("both_defective").GetInt32());
        (await _desk.Run("packet", "make", "out", "--redact", "gps,exif-serial")).Gave(0);
        Assert.All((string[])["measurements.csv", "tests.csv", "third-party.csv", "documents/lab/r 7.pdf"], name => Assert.True(File.Exists(_desk.At("out/packet/" + name)), name));
        var answer = (await _desk.Run("verify", "out/packet", "--format", "json")).Gave(0).Json;
        Assert.Empty(Schema("verification-1").Faults(answer));
    }

    [Fact]
    public async Task A_region_is_withheld_and_verify_says_that_the_original_is_not_in_the_packet()
    {
        (await _desk.Inspect("--out", "out")).Gave(1);
        _desk.Put("faces.csv", "path,x,y,width,height,reason\nb/2_front.jpg,1,1,4,4,faces\n");
        (await _desk.Run("packet", "make", "out", "--redact-regions", "faces.csv")).Gave(0);
        Assert.Contains("redacted (region): the original is not in the packet", (await _desk.Run("verify", "out/packet")).Gave(0).Out, StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.GetFiles(_desk.At("out/packet/originals"), "2_front.jpg", SearchOption.AllDirectories), path => path.EndsWith("/b/2_front.jpg", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_region_is_withheld_from_every_copy_of_the_photo_wherever_it_lies()
    {
        var photo = File.ReadAllBytes(_desk.At("shipment/b/2_front.jpg"));
        _desk.Put("shipment/b/9_front.jpg", photo);
        await _desk.Inspect("--out", "out");
        _desk.Put("faces.csv", "path,x,y,width,height,reason\nb/9_front.jpg,1,1,4,4,faces\n");
        (await _desk.Run("packet", "make", "out", "--redact-regions", "faces.csv", "--originals", "all")).Gave(0);
        Assert.DoesNotContain(Directory.GetFiles(_desk.At("out/packet"), "*", SearchOption.AllDirectories), file => File.ReadAllBytes(file).AsSpan().SequenceEqual(photo));
        Assert.Equal(2, File.ReadLines(_desk.At("out/packet/redactions.jsonl")).Count());
        (await _desk.Run("verify", "out/packet")).Gave(0);
    }

    [Theory]
    [InlineData("measurements.csv", "item,point,value,nominal,tolerance\n2,length,ten,10,0.5\n", "measurements.csv(2, value): found value 'ten'")]
    [InlineData("measurements.csv", "item,point,nominal,tolerance\n", "wanted at least item, point, value")]
    [InlineData("measurements.csv", "item,point,value,nominal,tolerance\n9,length,10,10,0.5\n", "item '9', which the shipment does not hold")]
    [InlineData("tests.csv", "test,kind,result,document\nlead,safety,fail,../secret.pdf\n", "tests.csv(2, document): found the path '../secret.pdf', wanted one inside the folder of the list")]
    [InlineData("third-party.csv", "item,verdict\n2,perhaps\n", "third-party.csv(2, verdict): found verdict 'perhaps', wanted defective or good")]
    public async Task A_wrong_list_is_65_and_named(string name, string content, string said)
    {
        _desk.Put("shipment/" + name, content);
        Assert.Contains(said, (await _desk.Inspect("--out", "out")).Gave(65).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("packet make out --redact faces", 64)]
    [InlineData("packet make out --shipment shipment --redact-regions nowhere.csv", 66)]
    [InlineData("inspect shipment --tests nowhere.csv", 66)]
    [InlineData("verify out --trust nowhere.pem", 66)]
    public async Task Wrong_usage_and_what_is_not_there_are_told_apart(string words, int exitCode)
    {
        _desk.Put("out/summary.json", "{}");
        (await _desk.Run(words.Split(' '))).Gave(exitCode);
    }

    private static SchemaCheck Schema(string name) => SchemaCheck.Shipped(name + ".schema.json", Path.GetDirectoryName(Command.Assembly));
}
