using DefectVision.Pipeline.Intake;

namespace DefectVision.Cases.Tests;

/// <summary>Rule: a source that has changed since the inspection is named, and the case goes on with what it was given.</summary>
public sealed class ChangesTests : IDisposable
{
    private readonly Bench _bench = new();
    private readonly string _tests;

    public ChangesTests()
    {
        _bench.Put("office/flame.pdf", [1, 2, 3]);
        _tests = _bench.Put("office/results.csv", "test,kind,result,lot,document\nflammability,safety,pass,A,flame.pdf\n");
        _bench.Begin(request => request with { Lists = Bench.Named((ListKind.Tests, _tests)) });
    }

    public void Dispose() => _bench.Dispose();

    private string? Change => _bench.Open().Changes(null).SingleOrDefault();

    [Fact]
    public void Where_nothing_has_changed_nothing_is_said() => Assert.Null(Change);

    [Fact]
    public void A_changed_list_is_named_and_its_copy_is_what_counts()
    {
        File.AppendAllText(_tests, "seam,safety,fail,A,\n");
        Assert.Equal(
            "results.csv: it has changed since the inspection; "
            + "inspect again to take the change up. The case goes on with what it was given",
            Change);
        _bench.Report();
        Assert.Equal([Change!], _bench.Said);
        Assert.True(Assert.Single(_bench.Open().Record.Tests!.Results).IsPassed);
    }

    [Fact]
    public void A_list_that_vanished_is_named()
    {
        File.Delete(_bench.At("shipment/agreement.yaml"));
        Assert.Equal("agreement.yaml: it is no longer where it was read; the case goes on with its own copy", Change);
    }

    [Fact]
    public void A_document_that_changed_is_named()
    {
        _bench.Put("office/flame.pdf", [1, 2, 4]);
        Assert.Equal(
            "flame.pdf: results.csv names it, and it has changed or is gone since the inspection; "
            + "inspect again to take the change up. The case goes on with its own copy",
            Change);
    }

    [Fact]
    public void A_list_that_is_new_in_the_shipment_is_named_unless_it_was_left_out()
    {
        _bench.Put("shipment/confirmed.csv", Bench.Confirmed);
        Assert.Equal("confirmed.csv: it is in the shipment and the inspection was made without it; inspect again to take it up", Change);
        _bench.Inspect(request => request with { Without = new HashSet<ListKind> { ListKind.Confirmed } });
        Assert.Null(Change);
    }

    [Fact]
    public void A_shipment_that_is_somewhere_else_now_is_looked_at_there()
    {
        Directory.Move(_bench.Shipment, _bench.At("moved"));
        Assert.Equal("agreement.yaml: it is no longer where it was read; the case goes on with its own copy", Change);
        Assert.Empty(_bench.Open().Changes(_bench.At("moved")));
        File.AppendAllText(_bench.At("moved/agreement.yaml"), "\n");
        Assert.StartsWith(
            "agreement.yaml: it has changed",
            Assert.Single(_bench.Open().Changes(_bench.At("moved"))),
            StringComparison.Ordinal);
    }

    // A case that was sent to somebody comes without local.json.
    [Fact]
    public void Where_nobody_knows_the_sources_none_is_looked_for_elsewhere()
    {
        File.Delete(_bench.InCase("local.json"));
        var opened = _bench.Open();
        Assert.Equal(
            ["agreement.yaml", "results.csv"],
            opened.Changes(null).Select(change => change[..change.IndexOf(':', StringComparison.Ordinal)]));
        Assert.All(opened.File.Inputs, input => Assert.Null(opened.Local.SourceOf(input, null)));
        Assert.Contains(
            "--shipment",
            Assert.Throws<DirectoryNotFoundException>(() => opened.Shipment(null)).Message,
            StringComparison.Ordinal);
        Assert.Equal(_bench.Shipment, opened.Shipment(_bench.Shipment));
    }
}
