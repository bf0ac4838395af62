using DefectVision.Evidence;
using DefectVision.Pipeline.Intake;

namespace DefectVision.Cases.Tests;

/// <summary>
/// Rule: the date belongs to the inputs. The same inputs keep that of their first run; other inputs, or --fresh, begin anew; --as-of wins
/// and is kept.
/// </summary>
public sealed class DatesTests : IDisposable
{
    private readonly Bench _bench = new();

    public DatesTests() => Assert.Equal(Bench.Monday, _bench.Begin(at: Bench.Monday).Record.AsOf);

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void The_same_inputs_keep_the_date_of_their_first_run_and_give_the_same_bytes()
    {
        var before = Bench.Files(_bench.Case);
        Assert.Equal(Bench.Monday, _bench.Inspect(at: Bench.Tuesday).Record.AsOf);
        Assert.Empty(_bench.ChangedSince(before));
        Assert.Equal([Bench.Monday], Runs);
    }

    [Fact]
    public void Speed_and_form_are_no_inputs()
    {
        Assert.Equal(
            Bench.Monday,
            _bench.Inspect(
                request => request with { Workers = 3, Settings = new CaseSettings { Paper = Paper.Letter } },
                Bench.Tuesday).Record.AsOf);
    }

    [Fact]
    public void Other_inputs_get_a_date_of_their_own_and_the_earlier_ones_keep_theirs()
    {
        _bench.Put("shipment/confirmed.csv", Bench.Confirmed);
        Assert.Equal(Bench.Tuesday, _bench.Inspect(at: Bench.Tuesday).Record.AsOf);
        Assert.Equal([Bench.Monday, Bench.Tuesday], Runs);
        File.Delete(_bench.At("shipment/confirmed.csv"));
        Assert.Equal(
            Bench.Monday,
            _bench.Inspect(
                request => request with { Without = new HashSet<ListKind> { ListKind.Confirmed } },
                Bench.Wednesday).Record.AsOf);
        Assert.Equal([Bench.Tuesday, Bench.Monday], Runs);
    }

    [Fact]
    public void How_the_shipment_is_read_is_an_input()
    {
        Assert.Equal(
            Bench.Tuesday,
            _bench.Inspect(request => request with { Settings = new CaseSettings { LotLevel = 1 } }, Bench.Tuesday).Record.AsOf);
        Assert.Equal(Bench.Tuesday, _bench.Inspect(at: Bench.Wednesday).Record.AsOf);
    }

    [Fact]
    public void Other_limits_are_other_inputs_and_are_remembered()
    {
        Assert.Equal(Bench.Tuesday, _bench.Inspect(request => request with { Settings = new CaseSettings { MaxPixels = 1_000_000 } }, Bench.Tuesday).Record.AsOf);
        Assert.Equal(1_000_000, _bench.File.Settings.MaxPixels);
        Assert.Equal(Bench.Tuesday, _bench.Inspect(at: Bench.Wednesday).Record.AsOf);
    }

    [Fact]
    public void Fresh_begins_anew()
    {
        Assert.Equal(Bench.Tuesday, _bench.Inspect(request => request with { Fresh = true }, Bench.Tuesday).Record.AsOf);
        Assert.Equal(Bench.Tuesday, _bench.Inspect(at: Bench.Wednesday).Record.AsOf);
    }

    [Fact]
    public void A_date_that_is_told_wins_and_is_kept()
    {
        var told = new DateTimeOffset(2026, 10, 1, 12, 0, 0, TimeSpan.FromHours(8));
        Assert.Equal(told, _bench.Inspect(request => request with { AsOf = told }, Bench.Tuesday).Record.AsOf);
        var kept = _bench.Inspect(at: Bench.Wednesday).Record.AsOf;
        Assert.Equal((told, TimeSpan.Zero), (kept, kept.Offset));
        Assert.Equal(told, _bench.Open().Record.AsOf);
    }

    [Fact]
    public void A_second_is_as_fine_as_a_date_gets()
    {
        _bench.Begin(at: Bench.Monday.AddMilliseconds(1999), folder: "other");
        Assert.Equal(Bench.Monday.AddSeconds(1), StoredJson.Read<CaseFile>(_bench.At("other/case.json"))!.Runs.Single().AsOf);
    }

    private IEnumerable<DateTimeOffset> Runs => _bench.File.Runs.Select(run => run.AsOf);
}
