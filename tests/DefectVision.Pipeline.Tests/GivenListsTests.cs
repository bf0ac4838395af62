using DefectVision.Fixtures;
using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Judging;

namespace DefectVision.Pipeline.Tests;

/// <summary>Rule: lists that lie in the shipment's folder are part of the one verdict: a lot that its photos would pass fails by a test, a gauge or a person.</summary>
public sealed class GivenListsTests : IDisposable
{
    private static readonly Agreement Agreed = new() { Lots = new Dictionary<string, AgreedLot> { ["a"] = new(4), ["b"] = new(4) } };

    private readonly Shipment _shipment = new();

    public GivenListsTests()
    {
        for (var number = 1; number <= 4; number++)
        {
            _shipment.Put($"a/{number}_x.jpg", Photos.Good(number));
            _shipment.Put($"b/{number}_x.jpg", Photos.Good(10 + number));
        }
    }

    public void Dispose() => _shipment.Dispose();

    [Fact]
    public void Without_a_list_both_lots_pass()
    {
        var record = Inspect();
        Assert.Equal(Verdict.Accept, record.Verdict);
        Assert.All(record.Lots, lot => Assert.Null(lot.Failed));
    }

    [Theory]
    [InlineData(",2026-11-20", 20)]
    [InlineData(",", null)]
    public void A_failed_safety_test_rejects_its_lot_from_its_day_on(string date, int? day)
    {
        _shipment.Put("tests.csv", $"test,kind,result,lot,date\nflammability,safety,fail,a{date}\nlead,laboratory,pass,b,2026-11-19\n");
        var record = Inspect();
        Assert.Equal([Verdict.Reject, Verdict.Accept], record.Lots.Select(lot => lot.Verdict));
        Assert.Equal(day is null ? null : new FirstFailure(new DateTimeOffset(2026, 11, day.Value, 0, 0, 0, TimeSpan.Zero), true, SectionKind.Tests), record.Lots[0].Failed);
    }

    // A lot of 4 is measured whole; AQL 2.5 permits no item of it.
    [Fact]
    public void An_item_out_of_tolerance_is_nonconforming_and_rejects_its_lot()
    {
        _shipment.Put("measurements.csv", "lot,item,point,value,upper,date\na,1,length,11,10,2026-11-21\na,2,length,9,10,2026-11-21\n");
        var judged = Inspect().Lots[0];
        Assert.Equal((Verdict.Reject, SectionAnswer.Fail), (judged.Verdict, judged.Section(SectionKind.Measurements).Answer));
        var item = Assert.Single(judged.Nonconforming);
        Assert.Equal(("1", Severity.Major), (item.Name, item.WorstSeverity));
        Assert.Equal([new Nonconformity(SectionKind.Measurements, Severity.Major, "length", new DateOnly(2026, 11, 21))], item.ByFact);
        Assert.Equal(SectionKind.Measurements, judged.Failed!.Section);
        Assert.Equal(1, judged.Claim!.AtLeast!.Found.Count);
    }

    [Fact]
    public void A_confirmed_item_rejects_from_the_hour_of_the_answer_though_it_is_overruled_later()
    {
        _shipment.Put("confirmed.csv", "lot,item,confirmed,reader,time\na,1,yes,Li,2026-11-20T10:00:00Z\na,1,no,Li,2026-11-20T12:00:00Z\na,2,yes,Li,2026-11-20T14:00:00Z\n");
        var judged = Inspect().Lots[0];
        Assert.Equal(Verdict.Reject, judged.Verdict);
        Assert.Equal(new FirstFailure(new DateTimeOffset(2026, 11, 20, 10, 0, 0, TimeSpan.Zero), false, SectionKind.Workmanship), judged.Failed);
        Assert.Equal(["2"], judged.Nonconforming.Select(item => item.Name));
    }

    [Fact]
    public void A_third_party_that_differs_holds_its_lot_and_rejects_none()
    {
        _shipment.Put("third-party.csv", "item,verdict,lot\n1,defective,a\n9,defective,a\n1,good,b\n");
        Assert.Equal([Verdict.Hold, Verdict.Accept], Inspect().Lots.Select(lot => lot.Verdict));
    }

    [Fact]
    public void An_agreed_severity_and_level_reach_the_sections()
    {
        _shipment.Put("measurements.csv", "lot,item,point,value,upper\na,1,length,11,10\n");
        var critical = Agreed with { Measurements = AgreedMeasurements.None with { Severity = Severity.Critical }, Levels = new Dictionary<SectionKind, string> { [SectionKind.Measurements] = "S-1" } };
        var judged = _shipment.Inspect(agreement: critical).Lots[0];
        Assert.Equal(Severity.Critical, Assert.Single(judged.Nonconforming).WorstSeverity);
        Assert.Contains("level S-1,", Assert.Single(judged.Section(SectionKind.Measurements).Readings).Plan!.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    private InspectionRecord Inspect() => _shipment.Inspect(agreement: Agreed);
}
