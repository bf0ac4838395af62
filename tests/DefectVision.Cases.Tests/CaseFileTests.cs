using System.Text;
using DefectVision.Evidence;
using DefectVision.Evidence.Languages;
using DefectVision.Fixtures;
using DefectVision.Pipeline.Intake;

namespace DefectVision.Cases.Tests;

/// <summary>Rule: case.json is read back as it was written, and what is no case.json is refused.</summary>
public sealed class CaseFileTests : IDisposable
{
    private static readonly CaseFile Full = new(
        CaseFile.CurrentSchema,
        "PO-1 批次",
        new CaseSettings
        {
            ItemPattern = "(?<item>\\d+)\"",
            LotLevel = 2,
            MaxPixels = 90_000_000_000,
            Language = Language.Parse("en+zh"),
            Paper = Paper.Letter,
            HasPdf = false,
        },
        new CaseModel("tiny.onnx", new string('a', 64)),
        [
            new CaseInput(ListKind.Agreement, "agreement.yaml", new string('b', 64), true, new Dictionary<string, string>()),
            new CaseInput(
                ListKind.ThirdParty,
                "their report.csv",
                new string('c', 64),
                false,
                new SortedDictionary<string, string> { ["a/1.pdf"] = new string('d', 64) }),
        ],
        [
            new CaseRun(Bench.Monday, new string('e', 64), "DefectVision 0.1.0"),
            new CaseRun(Bench.Tuesday, new string('f', 64), "DefectVision 0.1.0"),
        ])
    {
        LeftOut = [ListKind.Confirmed, ListKind.Holidays],
        RecordSha256 = new string('1', 64),
        SummarySha256 = new string('2', 64),
    };

    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void Every_part_is_read_back()
    {
        var read = Again(Full);
        Assert.Equal(StoredJson.Bytes(Full), StoredJson.Bytes(read));
        Assert.Equal(
            (Full.Schema, Full.Shipment, Full.Settings, Full.Model, Full.RecordSha256, Full.SummarySha256),
            (read.Schema, read.Shipment, read.Settings, read.Model, read.RecordSha256, read.SummarySha256));
        Assert.Equal(Full.Runs, read.Runs);
        Assert.Equal(Full.LeftOut, read.LeftOut);
        Assert.Equal(
            Full.Inputs.Select(input => (input.Kind, input.Name, input.Sha256, input.IsInShipment)),
            read.Inputs.Select(input => (input.Kind, input.Name, input.Sha256, input.IsInShipment)));
        Assert.Equal(Full.Inputs[1].Documents, read.Input(ListKind.ThirdParty)!.Documents);
        Assert.Null(read.Input(ListKind.Draw));
    }

    [Fact]
    public void What_was_not_said_stays_unsaid()
    {
        var read = Again(new CaseFile(CaseFile.CurrentSchema, "PO-1", new CaseSettings(), null, [], []));
        Assert.Equal(new CaseSettings(), read.Settings);
        Assert.Null(read.Model);
        Assert.Null(read.RecordSha256);
        Assert.Empty(read.LeftOut);
    }

    [Fact]
    public void Settings_that_say_nothing_leave_the_others()
    {
        Assert.Equal(Full.Settings, new CaseSettings().Or(Full.Settings));
        var others = new CaseSettings
        {
            ItemPattern = "x",
            LotLevel = 1,
            MaxPixels = 1,
            Language = Language.English,
            Paper = Paper.A4,
            HasPdf = true,
        };
        Assert.Equal(Full.Settings, Full.Settings.Or(others));
        Assert.Equal(
            Full.Settings with { Paper = Paper.A4, HasPdf = true },
            new CaseSettings { Paper = Paper.A4, HasPdf = true }.Or(Full.Settings));
    }

    [Fact]
    public void Words_are_those_of_options_and_lines_end_alike_everywhere()
    {
        var text = Encoding.UTF8.GetString(StoredJson.Bytes(Full));
        Assert.Contains("\"kind\": \"third_party\"", text, StringComparison.Ordinal);
        Assert.Contains("PO-1 批次", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
        Assert.Equal("third-party", Lists.Word(ListKind.ThirdParty));
    }

    [Fact]
    public void No_file_is_no_case_and_a_broken_one_is_refused()
    {
        Assert.Null(StoredJson.Read<CaseFile>(_temp.At("case.json")));
        _temp.Put("case.json", "{ \"schema\": ");
        var fault = Assert.Throws<CaseException>(() => StoredJson.Read<CaseFile>(_temp.At("case.json")));
        Assert.StartsWith("case.json: it cannot be read", fault.Message, StringComparison.Ordinal);
        Assert.Contains("--fresh", fault.Message, StringComparison.Ordinal);
    }

    private CaseFile Again(CaseFile file)
    {
        StoredJson.Write(_temp.At("case.json"), file);
        Assert.Equal(["case.json"], Directory.GetFileSystemEntries(_temp.Root).Select(path => Path.GetFileName(path)));
        return StoredJson.Read<CaseFile>(_temp.At("case.json"))!;
    }
}
