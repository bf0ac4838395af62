using DefectVision.Fixtures;

namespace EndToEnd.Tests;

/// <summary>
/// Rules of the case: what an inspection was given is in its folder, later commands take the folder and nothing else and change nothing that was found,
/// and inspect again never drops anything without a word.
/// </summary>
public sealed class CaseTests : IDisposable
{
    private const string Date = "2026-11-24T08:00:00Z";
    private const string Answers = "item,confirmed,reader,time\n2,yes,reader 1,2026-09-17T09:00:00Z\n";
    private static readonly string[] Found = ["summary.json", "record.json", "results.jsonl", "case.json", "defect-log.csv", "journal.jsonl"];
    private readonly Desk _desk = new();

    public CaseTests()
    {
        _desk.PutLot("a");
        File.AppendAllText(_desk.At("shipment/agreement.yaml"), "unit_price: 12.50\ncurrency: USD\n");
        _desk.Put("elsewhere/C.csv", Answers);
    }

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task A_claim_is_about_exactly_what_was_inspected_confirmations_given_by_option_too()
    {
        (await _desk.Inspect("--out", "out", "--confirmed", "elsewhere/C.csv")).Gave(1);
        var before = State();
        var claim = (await _desk.Of("claim", "out")).Gave(0);
        Assert.Equal(before, State());
        Assert.Contains("12.50 USD", claim.Out, StringComparison.Ordinal);
        Assert.Contains("reader 1", _desk.Text("out/packet/claim/first-notice.en.html"), StringComparison.Ordinal);
        Assert.Equal(Answers, _desk.Text("out/packet/confirmed.csv"));
        Assert.Equal(_desk.Text("out/summary.json"), _desk.Text("out/packet/summary.json"));
        (await _desk.Run("verify", "out/packet")).Gave(0);
    }

    [Fact]
    public async Task Every_option_is_given_once_and_every_later_command_takes_the_folder_alone()
    {
        PutEverything();
        (await _desk.Inspect([.. Everything, "--out", "out"])).Gave(1);
        Assert.Equal(
            ["agreement", "confirmed", "draw", "holidays", "manifest", "measurements", "tests", "third-party"],
            Directory.GetDirectories(_desk.At("out/inputs")).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal));
        Assert.Equal("report", _desk.Text("out/inputs/tests/lab/r 7.pdf"));
        var before = State();
        (await _desk.Of("claim", "out")).Gave(0);
        (await _desk.Of("claim check", "out")).Gave(0);
        (await _desk.Of("packet make", "out", "--overwrite")).Gave(0);
        var report = _desk.Text("out/report.html");
        (await _desk.Of("report", "out", "--language", "zh")).Gave(0);
        Assert.NotEqual(report, _desk.Text("out/report.html"));
        Assert.Equal(before, State());
        (await _desk.Run("verify", "out/packet")).Gave(0);

        // And the report as it was inspected comes back, byte for byte.
        (await _desk.Of("report", "out")).Gave(0);
        Assert.Equal(report, _desk.Text("out/report.html"));
    }

    [Fact]
    public async Task The_same_inspection_gives_the_same_bytes_again_with_the_same_options_and_with_none()
    {
        PutEverything();
        (await _desk.Inspect([.. Everything, "--out", "out"])).Gave(1);
        var before = _desk.Written("out");
        (await _desk.Inspect([.. Everything, "--out", "out"])).Gave(1);
        Same();
        Assert.DoesNotContain("replaced", (await _desk.Run("inspect", "shipment", "--out", "out")).Gave(1).Error, StringComparison.Ordinal);
        Same();

        void Same() => Assert.All(_desk.Written("out"), file => Assert.True(before[file.Key].AsSpan().SequenceEqual(file.Value), file.Key));
    }

    [Fact]
    public async Task Options_that_are_given_replace_what_the_case_remembers_and_are_named()
    {
        (await _desk.Inspect("--out", "out", "--confirmed", "elsewhere/C.csv", "--language", "zh")).Gave(1);
        _desk.Put("elsewhere/D.csv", "item,confirmed,reader,time\n2,no,reader 1,2026-09-17T09:00:00Z\n");
        var replaced = (await _desk.Run("inspect", "shipment", "--out", "out", "--confirmed", "elsewhere/D.csv", "--language", "en")).Gave(0);
        Assert.Contains("replaced: D.csv is read instead of C.csv (confirmed)", replaced.Error, StringComparison.Ordinal);
        Assert.Contains("replaced: language", replaced.Error, StringComparison.Ordinal);
        _desk.Put("elsewhere/D.csv", Answers);
        Assert.Contains("changed since the last run: D.csv (confirmed)", (await _desk.Run("inspect", "shipment", "--out", "out")).Gave(1).Error, StringComparison.Ordinal);
    }

    // A pipe waits for ever for its other end: it is read as the empty file that it is.
    [SkippableTheory]
    [InlineData("confirmed.csv")]
    [InlineData("measurements.csv")]
    [InlineData("draw.csv")]
    public async Task A_list_that_is_a_pipe_is_read_as_empty(string list)
    {
        Skip.If(OperatingSystem.IsWindows(), "needs mkfifo");
        _desk.Pipe($"shipment/{list}");
        Assert.Contains($"{list}(1): found no header", (await _desk.Inspect("--out", "out")).Gave(65).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evidence_that_is_gone_stops_the_run_until_somebody_says_that_it_may_be_left_out()
    {
        (await _desk.Inspect("--out", "out", "--confirmed", "elsewhere/C.csv")).Gave(1);
        var before = State();
        File.Delete(_desk.At("elsewhere/C.csv"));
        var refused = (await _desk.Run("inspect", "shipment", "--out", "out")).Gave(65).Error;
        Assert.Contains("C.csv", refused, StringComparison.Ordinal);
        Assert.Contains("--without confirmed", refused, StringComparison.Ordinal);
        Assert.Equal(before, State());
        Assert.Contains("left out, as told: C.csv", (await _desk.Run("inspect", "shipment", "--out", "out", "--without", "confirmed")).Gave(0).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_left_out_stays_out_until_it_is_named_again()
    {
        _desk.Put("shipment/confirmed.csv", Answers);
        (await _desk.Inspect("--out", "out")).Gave(1);
        (await _desk.Run("inspect", "shipment", "--out", "out", "--without", "confirmed")).Gave(0);
        var again = (await _desk.Run("inspect", "shipment", "--out", "out")).Gave(0);
        Assert.Contains("left out, as told: confirmed.csv in the shipment", again.Error, StringComparison.Ordinal);
        (await _desk.Run("inspect", "shipment", "--out", "out", "--confirmed", "shipment/confirmed.csv")).Gave(1);
        (await _desk.Run("inspect", "shipment", "--out", "out")).Gave(1);
    }

    // Otherwise an answer given by option would hold the shipment for the list beside the photos that it replaced.
    [Fact]
    public async Task A_list_in_the_shipment_that_is_not_read_is_no_stray_and_named()
    {
        _desk.Put("shipment/confirmed.csv", Answers);
        _desk.Put("shipment/holidays.csv", "# years: CN 2026\ndate,name,kind,country\n2026-10-01,国庆节,holiday,CN\n");
        _desk.Put("shipment/agreed-later.yaml", _desk.Text("shipment/agreement.yaml") + "buyer: B\n");
        _desk.Put("elsewhere/C.csv", Answers.Replace("yes", "no", StringComparison.Ordinal));
        (await _desk.Inspect("--out", "out", "--confirmed", "elsewhere/C.csv", "--agreement", "shipment/agreed-later.yaml")).Gave(0);
        var answer = (await _desk.Inspect("--out", "out")).Gave(0);
        Assert.Contains("confirmed.csv in the shipment is not read", answer.Error, StringComparison.Ordinal);
        Assert.Contains("agreement.yaml in the shipment is not read", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_is_gone_stops_the_run_until_somebody_says_that_it_may_be_left_out()
    {
        (await _desk.Inspect("--out", "out")).Gave(0);
        File.Move(_desk.At(Desk.Model), _desk.At("moved.onnx"));
        var refused = (await _desk.Run("inspect", "shipment", "--out", "out")).Gave(65).Error;
        Assert.Contains(Desk.Model, refused, StringComparison.Ordinal);
        Assert.Contains("--without model", refused, StringComparison.Ordinal);
        (await _desk.Run("inspect", "shipment", "--out", "out", "--model", "moved.onnx")).Gave(0);
        (await _desk.Of("claim", "out")).Gave(0);
        File.Delete(_desk.At("moved.onnx"));
        (await _desk.Of("claim", "out", "--overwrite")).Gave(0);
        Assert.Contains("left out, as told: the model", (await _desk.Run("inspect", "shipment", "--out", "out", "--without", "model")).Gave(2).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_changed_is_named_and_the_claim_goes_on_with_the_copy_of_the_case()
    {
        _desk.Put("shipment/lab/r7.pdf", "report");
        _desk.Put("shipment/tests.csv", "test,kind,result,document\nlead,safety,pass,lab/r7.pdf\n");
        (await _desk.Inspect("--out", "out", "--confirmed", "elsewhere/C.csv")).Gave(1);
        _desk.Put("elsewhere/C.csv", Answers.Replace("yes", "no", StringComparison.Ordinal));
        _desk.Put("shipment/lab/r7.pdf", "another report");
        File.AppendAllText(_desk.At("shipment/agreement.yaml"), "buyer: B\n");
        var claim = (await _desk.Of("claim", "out")).Gave(0);
        foreach (var name in new[] { "C.csv", "lab/r7.pdf", "agreement.yaml" })
        {
            Assert.Contains(claim.Error.Split('\n'), line => line.StartsWith(name + ":", StringComparison.Ordinal) && line.Contains("inspect again", StringComparison.Ordinal));
        }

        Assert.Equal(Answers, _desk.Text("out/packet/confirmed.csv"));
        Assert.Equal("report", _desk.Text("out/packet/documents/lab/r7.pdf"));
    }

    [Fact]
    public async Task A_shipment_that_moved_is_named_by_an_option_and_accepted_for_its_digests()
    {
        (await _desk.Inspect("--out", "out", "--confirmed", "elsewhere/C.csv")).Gave(1);
        Directory.Move(_desk.At("shipment"), _desk.At("moved"));
        Assert.Contains("--shipment", (await _desk.Of("claim", "out")).Gave(66).Error, StringComparison.Ordinal);
        (await _desk.Of("claim check", "out")).Gave(0);
        (await _desk.Of("report", "out")).Gave(0);
        (await _desk.Of("claim", "out", "--shipment", "moved")).Gave(0);
        _desk.Put("moved/a/2_front.jpg", Photos.Good(77));
        Assert.Contains("a/2_front.jpg: found SHA-256", (await _desk.Of("claim", "out", "--shipment", "moved", "--overwrite")).Gave(65).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("record.json")]
    [InlineData("summary.json")]
    [InlineData("inputs/confirmed/C.csv")]
    [InlineData("inputs/agreement/agreement.yaml")]
    public async Task A_file_of_the_case_that_was_changed_is_65_and_named_and_inspect_makes_it_whole(string name)
    {
        (await _desk.Inspect("--out", "out", "--confirmed", "elsewhere/C.csv")).Gave(1);
        File.AppendAllText(_desk.At("out/" + name), " ");
        foreach (var command in new[] { "claim", "claim check", "packet make", "report" })
        {
            Assert.Contains("out/" + name, (await _desk.Of(command, "out")).Gave(65).Error, StringComparison.Ordinal);
        }

        (await _desk.Run("inspect", "shipment", "--out", "out")).Gave(1);
        File.Delete(_desk.At("out/" + name));
        Assert.Contains(name, (await _desk.Of("claim", "out")).Gave(65).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("""{"schema":"defectvision/case/1"}""")]
    public async Task A_folder_that_is_no_case_is_65(string? content)
    {
        _desk.Put("out/summary.json", "{}");
        if (content is not null)
        {
            _desk.Put("out/case.json", content);
        }

        foreach (var command in new[] { "claim", "claim check", "packet make", "report" })
        {
            Assert.Contains("case.json", (await _desk.Of(command, "out")).Gave(65).Error, StringComparison.Ordinal);
        }

        (await _desk.Inspect("--out", "out", "--fresh")).Gave(0);
    }

    private static string[] Everything =>
    [
        "--agreement", "elsewhere/agreed.yaml", "--manifest", "elsewhere/list.csv", "--confirmed", "elsewhere/C.csv", "--draw", "elsewhere/drawn.csv",
        "--measurements", "elsewhere/m.csv", "--tests", "elsewhere/t.csv", "--third-party", "elsewhere/p.csv", "--holidays", "elsewhere/h.csv",
        "--lot-level", "1", "--max-pixels", "1000000", "--language", "en+zh", "--paper", "letter", "--workers", "2", "--as-of", Date,
    ];

    private void PutEverything()
    {
        File.Move(_desk.At("shipment/agreement.yaml"), _desk.At("elsewhere/agreed.yaml"));
        _desk.Put("elsewhere/list.csv", "path,lot,item,view\n" + string.Concat(Enumerable.Range(0, 5).Select(item => $"a/{item}_front.jpg,a,{item},front\n")));
        _desk.Put("elsewhere/drawn.csv", "lot,item\n" + string.Concat(Enumerable.Range(0, 5).Select(item => $"a,{item}\n")));
        _desk.Put("elsewhere/m.csv", "item,point,value,nominal,tolerance\n1,length,10.7,10,0.5\n");
        _desk.Put("elsewhere/t.csv", "test,kind,result,document\nlead,safety,pass,lab/r 7.pdf\n");
        _desk.Put("elsewhere/lab/r 7.pdf", "report");
        _desk.Put("elsewhere/p.csv", "item,verdict\n2,defective\n3,good\n");
        _desk.Put("elsewhere/h.csv", "# years: CN 2026\n# years: CN 2027\ndate,name,kind,country\n2027-01-01,元旦,holiday,CN\n");
    }

    private List<string> State() =>
        [.. Found.Select(name => $"{name} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(_desk.At("out/" + name))))}")];
}
