using DefectVision.Pipeline.Intake;

namespace DefectVision.Cases.Tests;

/// <summary>Rule: a later command takes a finished case as it was written, and nothing else.</summary>
public sealed class OpenedCaseTests : IDisposable
{
    private readonly Bench _bench = new();

    public OpenedCaseTests()
    {
        _bench.Put("office/lab/flame.pdf", [1, 2, 3]);
        var tests = _bench.Put("office/tests.csv", "test,kind,result,lot,document\nflammability,safety,pass,A,lab/flame.pdf\n");
        _bench.Begin(request => request with { Lists = Bench.Named((ListKind.Tests, tests)) });
    }

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void A_finished_case_is_read_back()
    {
        var opened = _bench.Open();
        Assert.Equal("shipment", opened.Record.Name);
        Assert.Equal(_bench.InCase("inputs/tests/tests.csv"), opened.Copy(ListKind.Tests));
        Assert.Null(opened.Copy(ListKind.Draw));
    }

    [Theory]
    [InlineData("record.json")]
    [InlineData("summary.json")]
    [InlineData("inputs/agreement/agreement.yaml")]
    [InlineData("inputs/tests/tests.csv")]
    [InlineData("inputs/tests/lab/flame.pdf")]
    public void A_file_that_was_changed_or_taken_away_is_refused_by_name(string name)
    {
        var path = _bench.InCase(name);
        File.AppendAllText(path, " ");
        var changed = Assert.Throws<CaseException>(_bench.Open).Message;
        Assert.StartsWith($"case/{name}: found SHA-256 ", changed, StringComparison.Ordinal);
        Assert.EndsWith("run inspect again", changed, StringComparison.Ordinal);

        File.Delete(path);
        Assert.Equal(
            $"case: found no {name}, which belongs to the case; run inspect again",
            Assert.Throws<CaseException>(_bench.Open).Message);
    }

    [Fact]
    public void What_can_be_written_again_is_not_asked_for()
    {
        File.Delete(_bench.InCase("report.html"));
        File.Delete(_bench.InCase("local.json"));
        Assert.Equal("shipment", _bench.Open().File.Shipment);
    }

    [Fact]
    public void A_folder_without_case_json_is_no_case()
    {
        File.Delete(_bench.InCase("case.json"));
        Assert.StartsWith(
            "case: found no case.json, expected the folder of an inspection",
            Assert.Throws<CaseException>(_bench.Open).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_unfinished_case_is_refused()
    {
        Change(file => file with { RecordSha256 = null, SummarySha256 = null });
        Assert.Equal("case: this inspection has not been finished; run inspect again", Assert.Throws<CaseException>(_bench.Open).Message);
    }

    [Fact]
    public void A_case_of_another_version_is_refused()
    {
        Change(file => file with { Schema = "defectvision/case/2" });
        Assert.Equal(
            "case/case.json: not a complete case file of this version (found schema 'defectvision/case/2', expected 'defectvision/case/1' with all its parts); "
            + "inspect again with --fresh",
            Assert.Throws<CaseException>(_bench.Open).Message);
    }

    private void Change(Func<CaseFile, CaseFile> change) => StoredJson.Write(_bench.InCase("case.json"), change(_bench.File));
}
