using DefectVision.Inspection;
using DefectVision.Pipeline;
using DefectVision.Pipeline.Intake;

namespace DefectVision.Cases.Tests;

/// <summary>
/// Rule: every list is kept in the case byte for byte, with the documents that it names; their digests stand in case.json.
/// </summary>
public sealed class KeptListsTests : IDisposable
{
    private static readonly byte[] Laboratory = [0x25, 0x50, 0x44, 0x46, 0x00, 0xff, 0x0d, 0x0a];

    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void A_list_is_kept_as_it_is_with_a_mark_and_foreign_line_ends()
    {
        byte[] list = [0xef, 0xbb, 0xbf, .. "lot;item;confirmed;reader;time\r\nA;2;yes;Li;2026-11-20T09:00:00Z\r\n"u8];
        _bench.Put("shipment/confirmed.csv", list);
        Assert.NotNull(_bench.Begin().Record.Confirmed);
        Assert.Equal(list, Kept("confirmed/confirmed.csv", _bench.File.Input(ListKind.Confirmed)!.Sha256));
        Assert.Equal(
            File.ReadAllBytes(_bench.At("shipment/agreement.yaml")),
            Kept("agreement/agreement.yaml", _bench.File.Input(ListKind.Agreement)!.Sha256));
    }

    [Fact]
    public void Documents_of_a_test_list_lie_below_its_copy()
    {
        _bench.Put("office/reports/flame.pdf", Laboratory);
        var tests = _bench.Put(
            "office/results.csv",
            "test,kind,result,lot,date,document\nflammability,safety,fail,A,2026-11-19,reports/flame.pdf\n");
        Assert.Equal(
            Verdict.Reject,
            _bench.Begin(request => request with { Lists = Bench.Named((ListKind.Tests, tests)) }).Record.Verdict);
        var input = _bench.File.Input(ListKind.Tests)!;
        Assert.False(input.IsInShipment);
        Assert.Equal("reports/flame.pdf", Assert.Single(input.Documents).Key);
        Assert.Equal(Laboratory, Kept("tests/reports/flame.pdf", input.Documents["reports/flame.pdf"]));
        Kept("tests/results.csv", input.Sha256);
    }

    [Fact]
    public void The_item_list_of_a_draw_lies_beside_its_copy()
    {
        var names = _bench.Put("office/names.txt", "1\r\n2\r\n3\r\n4\r\n");
        var draw = _bench.At("office/drawn.csv");
        DrawListFile.Write(new DrawOrder("A", ItemList.Read(names), 4, 3, 7, null), draw);
        var record = _bench.Begin(request => request with { Lists = Bench.Named((ListKind.Draw, draw)) }).Record;
        Assert.Null(Assert.Single(record.Draw!.Lots).Problem);
        var input = _bench.File.Input(ListKind.Draw)!;
        Assert.Equal(File.ReadAllBytes(names), Kept("draw/names.txt", input.Documents["names.txt"]));
        Kept("draw/drawn.csv", input.Sha256);
    }

    [Fact]
    public void Copies_of_an_earlier_run_do_not_stay_behind()
    {
        var list = _bench.Put("office/answers.csv", Bench.Confirmed);
        _bench.Begin(request => request with { Lists = Bench.Named((ListKind.Confirmed, list)) });
        _bench.Inspect(request => request with { Without = new HashSet<ListKind> { ListKind.Confirmed } });
        Assert.Equal(["agreement"], Directory.GetFileSystemEntries(_bench.InCase("inputs")).Select(path => Path.GetFileName(path)));
    }

    // A list is read after the photos; what was digested at the start must be what was read.
    [Fact]
    public void A_list_that_changes_while_the_photos_are_scored_stops_the_run_and_the_case_stays_as_it_was()
    {
        var list = _bench.Put("office/answers.csv", Bench.Confirmed);
        _bench.Begin();
        var (record, summary) = (File.ReadAllBytes(_bench.InCase("record.json")), File.ReadAllBytes(_bench.InCase("summary.json")));
        var fault = Assert.Throws<CaseException>(() => _bench.Inspect(
            request => request with { Lists = Bench.Named((ListKind.Confirmed, list)), Fresh = true },
            progress: new Meanwhile(() => File.AppendAllText(list, "A,3,no,Li,2026-11-20T09:00:00Z,\n"))));
        Assert.Equal("answers.csv: it changed while the inspection ran; run inspect again", fault.Message);
        Assert.Equal(record, File.ReadAllBytes(_bench.InCase("record.json")));
        Assert.Equal(summary, File.ReadAllBytes(_bench.InCase("summary.json")));
        Assert.Null(_bench.Open().Record.Confirmed);
    }

    private byte[] Kept(string name, string digest)
    {
        var bytes = File.ReadAllBytes(_bench.InCase("inputs/" + name));
        Assert.Equal(digest, StoredJson.Sha256(bytes));
        return bytes;
    }

    private sealed class Meanwhile(Action happens) : IProgress<InspectionProgress>
    {
        public void Report(InspectionProgress value)
        {
            if (value.Done == value.Total)
            {
                happens();
            }
        }
    }
}
