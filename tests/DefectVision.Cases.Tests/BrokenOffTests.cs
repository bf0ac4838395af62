using DefectVision.Pipeline.Intake;

namespace DefectVision.Cases.Tests;

/// <summary>
/// Rule: case.json is written last. A run that fails leaves the last whole case usable, and the same inspect again makes whole what was
/// broken off.
/// </summary>
public sealed class BrokenOffTests : IDisposable
{
    private const string Unreadable = "lot,item,confirmed,reader,time\nA,2,perhaps,Li,2026-11-20T09:00:00Z\n";

    // Only once the file is opened is it known that no item 9 was photographed.
    private const string OfNoPhoto = "lot,item,confirmed,reader,time\n{0},9_front,yes,Li,2026-11-20T09:00:00Z\n";

    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void A_run_that_fails_after_scoring_leaves_the_last_whole_case_usable()
    {
        _bench.Begin();
        var whole = Bench.Files(_bench.Case);
        var note = _bench.Put("shipment/A/9_front.txt", "a note");
        _bench.Put("shipment/confirmed.csv", OfNoPhoto.Replace("{0}", "A", StringComparison.Ordinal));
        Assert.Throws<IntakeException>(() => _bench.Inspect(at: Bench.Tuesday));
        File.Delete(note);

        Assert.Equal(["case.json"], _bench.ChangedSince(whole));
        Assert.Null(_bench.Open().Record.Confirmed);
        _bench.Report();
        Assert.Equal(
            ["confirmed.csv: it is in the shipment and the inspection was made without it; inspect again to take it up"],
            _bench.Said);
        Assert.Equal(whole["report.html"], File.ReadAllBytes(_bench.InCase("report.html")));

        _bench.Put("shipment/confirmed.csv", Bench.Confirmed);
        Assert.Equal(Bench.Wednesday, _bench.Inspect(at: Bench.Wednesday).Record.AsOf);
        Assert.NotNull(_bench.Open().Record.Confirmed);
    }

    [Fact]
    public void A_run_that_is_turned_away_changes_nothing()
    {
        _bench.Begin();
        var whole = Bench.Files(_bench.Case);
        using var other = new FileStream(_bench.InCase("journal.jsonl"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.Throws<Pipeline.Journalling.JournalBusyException>(() => _bench.Inspect(request => request with { Settings = new CaseSettings { LotLevel = 1 } }, Bench.Tuesday));
        other.Dispose();
        Assert.Empty(_bench.ChangedSince(whole));
    }

    // The report of the case before shows them until the new one is written.
    [Fact]
    public void A_run_that_fails_takes_no_picture_away()
    {
        _bench.Begin();
        var whole = Bench.Files(_bench.Case);
        Assert.Contains(whole.Keys, name => name.StartsWith("pictures", StringComparison.Ordinal));
        Directory.Delete(_bench.At("shipment/A"), recursive: true);
        _bench.Put("shipment/B/1_front.jpg", Fixtures.Photos.Good(9));
        _bench.Put("shipment/B/9_front.txt", "a note");
        _bench.Put("shipment/confirmed.csv", OfNoPhoto.Replace("{0}", "B", StringComparison.Ordinal));
        Assert.Throws<IntakeException>(() => _bench.Inspect());
        Assert.Equal(["case.json"], _bench.ChangedSince(whole));
    }

    [Fact]
    public void A_list_that_cannot_be_read_is_told_before_scoring_and_changes_nothing()
    {
        _bench.Begin();
        var whole = Bench.Files(_bench.Case);
        var list = _bench.Put("office/answers.csv", Unreadable);
        Assert.Throws<IntakeException>(() => _bench.Inspect(
            request => request with { Lists = Bench.Named((ListKind.Confirmed, list)) },
            Bench.Tuesday));
        Assert.Empty(_bench.ChangedSince(whole));
        File.Delete(list);
        Assert.Equal(Bench.Monday, _bench.Inspect(at: Bench.Wednesday).Record.AsOf);
        Assert.Empty(_bench.ChangedSince(whole));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_first_run_that_was_broken_off_is_no_case_and_run_again_with_nothing_said_it_gives_the_same_bytes(int after)
    {
        var list = _bench.Put("office/answers.csv", Bench.Confirmed);
        _bench.Begin(request => request with { Lists = Bench.Named((ListKind.Confirmed, list)) }, Bench.Monday, "whole");

        using var stop = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => _bench.Inspect(
            request => request with
            {
                Model = _bench.Model,
                Lists = Bench.Named((ListKind.Confirmed, list)),
                Settings = new CaseSettings { HasPdf = false },
            },
            Bench.Monday,
            progress: new StopAt(after, stop),
            cancel: stop.Token));
        Assert.Contains("has not been finished", Assert.Throws<CaseException>(_bench.Open).Message, StringComparison.Ordinal);

        _bench.Inspect(at: Bench.Tuesday);
        Assert.Empty(_bench.ChangedSince(Bench.Files(_bench.At("whole"))));
    }

    // The outputs are new and case.json is that of the run before.
    [Fact]
    public void A_run_that_stops_before_its_last_file_is_refused_and_made_whole_by_the_same_inspect()
    {
        _bench.Begin();
        var before = File.ReadAllBytes(_bench.InCase("case.json"));
        _bench.Put("shipment/confirmed.csv", Bench.Confirmed);
        _bench.Inspect(at: Bench.Tuesday);
        var whole = Bench.Files(_bench.Case);
        File.WriteAllBytes(_bench.InCase("case.json"), before);
        Assert.Contains(
            "a run was interrupted while it wrote",
            Assert.Throws<CaseException>(_bench.Open).Message,
            StringComparison.Ordinal);
        _bench.Inspect(at: Bench.Tuesday);
        Assert.Empty(_bench.ChangedSince(whole));
    }
}
