using DefectVision.History.Scorecards;

namespace DefectVision.History.Tests;

/// <summary>Rules: a warning is what the chart said on the day a lot was added; later lots change nothing of it. What the two made-up years say is what is true of their suppliers.</summary>
public sealed class LotAlarmTests
{
    [Fact]
    public void A_lot_warns_by_the_lots_before_it_and_keeps_its_warning_when_others_come()
    {
        ShipmentEntry[] lots = [.. new long[] { 1, 0, 2, 1, 1, 9, 8, 9, 8, 9 }.Select((found, at) => Make.Shipment(at, "S", Make.Lot($"L{at}", found, 80)))];
        var first = Assert.Single(Alarms(lots[..6]));
        Assert.Equal(("L5", 5, true, true), (first.Lot.Lot.Name, first.Before, first.Point.IsSignal, first.IsWorse));
        Assert.Contains("L5", Alarms(lots).Select(alarm => alarm.Lot.Lot.Name));
        Assert.Empty(Alarms(lots[..5]));
    }

    [Fact]
    public void A_few_lots_and_lots_without_a_defect_give_no_warning()
    {
        Assert.Empty(Alarms([.. Enumerable.Range(0, LotAlarm.FewestBefore).Select(at => Make.Shipment(at, "S", Make.Lot("A", at == 3 ? 40 : 0, 80)))]));
        Assert.Empty(Alarms([.. Enumerable.Range(0, 30).Select(at => Make.Shipment(at, "S", Make.Lot("A", 0, 80)))]));
    }

    // 50 seeds; the whole measurement is the benchmark "two-years".
    [Fact]
    public void Of_two_years_the_drift_is_found_and_steady_suppliers_are_left_alone()
    {
        var cards = Enumerable.Range(1, 50).SelectMany(seed => Scorecard.All(TwoYears.Shipments((ulong)seed))).ToList();
        Assert.Equal(50 * 80, cards.Sum(card => card.AllLots.Count()));
        var drifting = cards.Where(card => card.Supplier == TwoYears.Drifting).ToList();
        Assert.InRange(drifting.Count(card => card.Alarms.Any(alarm => alarm.IsWorse && TwoYears.PartOf(alarm.Lot.Shipment.Day) >= 0.5)), 30, 50);
        var steady = cards.Where(card => TwoYears.ChangeOf(card.Supplier) is null).ToList();
        Assert.InRange(steady.Sum(card => card.Alarms.Count), 0, steady.Sum(card => card.Lots.Count) / 100);
        Assert.All(cards.Where(card => card.Supplier == TwoYears.Late), card => Assert.True(10 * card.OnTime.Count < 2 * card.OnTime.Total));
    }

    private static IReadOnlyList<LotAlarm> Alarms(IReadOnlyList<ShipmentEntry> shipments) => Scorecard.All(shipments).Single().Alarms;
}
