using System.Text;
using DefectVision.History.Exporting;
using DefectVision.History.Scorecards;
using DefectVision.Inspection;
using DefectVision.Statistics;
using DefectVision.Statistics.Charts;
using DefectVision.Statistics.Shrinkage;

namespace DefectVision.History.Tests;

/// <summary>Rules: a supplier is one however its name is spelt; a lot that nobody looked at has no rate; a day that is not known is neither in time nor late.</summary>
public sealed class ScorecardTests
{
    [Fact]
    public void Suppliers_are_one_where_their_names_differ_in_case_and_blanks_and_none_where_nobody_names_one()
    {
        var cards = Scorecard.All([Make.Shipment(1, "Nine  Ltd", Make.Lot("A", 0, 9)), Make.Shipment(2, "nine ltd ", Make.Lot("A", 1, 9)), Make.Shipment(3, null, Make.Lot("A", 9, 9)), Make.Shipment(4, "Ten Ltd")]);
        Assert.Equal(["Ten Ltd", "nine ltd "], cards.Select(card => card.Supplier));
        Assert.Equal((2, new Tally(1, 18)), (cards[1].Shipments.Count, cards[1].Found));
    }

    [Fact]
    public void A_lot_that_nobody_looked_at_counts_among_the_verdicts_and_in_no_rate_and_on_no_chart()
    {
        var card = Assert.Single(Scorecard.All([Make.Shipment(1, "S", Make.Lot("A", 3, 30), Make.Lot("B", 0, 30, isLookedAt: false), Make.Lot("C", 0, 0))]));
        Assert.Equal((1, 2, 0), (card.Count(Verdict.Reject), card.Count(Verdict.Accept), card.Count(Verdict.Hold)));
        Assert.Equal("A", Assert.Single(card.Lots).Lot.Name);
        Assert.Equal(new Tally(3, 30), card.Found);
        Assert.Null(card.Rate);
    }

    [Theory]
    [InlineData(10, 10, 1, 1)]
    [InlineData(9, 10, 1, 1)]
    [InlineData(11, 10, 0, 1)]
    [InlineData(null, 10, 0, 0)]
    [InlineData(11, null, 0, 0)]
    public void In_time_is_by_the_day_it_was_due(int? shipped, int? due, int inTime, int known)
    {
        var lot = Make.Lot("A", 0, 9) with { Shipped = Day(shipped), Due = Day(due) };
        Assert.Equal(new Tally(inTime, known), Assert.Single(Scorecard.All([Make.Shipment(1, "S", lot)])).OnTime);

        static DateOnly? Day(int? day) => day is { } of ? new DateOnly(2026, 3, of) : null;
    }

    // Twenty lots of 2 in 200, then one of 20: (0.1 - 0.0186) / sqrt(0.0186 x 0.9814 / 200) is more than eight deviations.
    [Fact]
    public void A_lot_far_from_the_others_lies_outside_its_limits_which_are_provisional_below_twenty_lots()
    {
        ShipmentEntry[] even = [.. Enumerable.Range(1, ProportionChart.FewestLots).Select(number => Make.Shipment(number, "S", Make.Lot("A", 2, 200)))];
        var card = Assert.Single(Scorecard.All([.. even, Make.Shipment(99, "S", Make.Lot("A", 20, 200))]));
        Assert.Equal(["PO-99"], card.Lots.Where(charted => charted.Point!.IsSignal).Select(charted => charted.Shipment.Name));
        Assert.False(card.AreLimitsProvisional);
        Assert.True(Assert.Single(Scorecard.All([.. even.Skip(1)])).AreLimitsProvisional);
    }

    [Fact]
    public void The_rate_is_that_of_the_lots_of_all_suppliers_and_is_drawn_towards_it()
    {
        ShipmentEntry[] all = [Make.Shipment(1, "Bad", Make.Lot("A", 20, 60)), Make.Shipment(2, "Bad", Make.Lot("A", 0, 60), Make.Lot("B", 0, 60)), .. Enumerable.Range(3, 5).Select(number => Make.Shipment(number, "Good", Make.Lot("A", number % 3, 80)))];
        var cards = Scorecard.All(all);
        IReadOnlyList<Tally> found = [.. all.SelectMany(shipment => shipment.Lots).Select(lot => lot.Found!.Value)];
        Assert.Equal(SourceRate.Of([.. found.Take(3)], found, ConfidenceLevel.P95), cards[0].Rate);
        Assert.True(cards[0].Rate!.Estimate.Value < 20 / 180.0);
        Assert.True(cards[1].Rate!.Estimate < cards[0].Rate!.Estimate);
    }

    [Fact]
    public void Claims_are_summed_by_currency_and_what_was_agreed_stands_against_what_was_asked_in_the_same_ones()
    {
        var outcome = new OutcomeEntry(new DateOnly(2026, 2, 1), new DateOnly(2026, 2, 11), null, 60m, null, null, null);
        var card = Assert.Single(Scorecard.All(
        [
            Make.Shipment(1, "S") with { Currency = "USD", Asked = 100m, Outcome = outcome },
            Make.Shipment(2, "S") with { Currency = "USD", Asked = 50m, Outcome = outcome with { Amount = null, Answered = new DateOnly(2026, 2, 3) } },
            Make.Shipment(3, "S") with { Currency = "EUR", Asked = 7m },
            Make.Shipment(4, "S") with { Currency = "USD" },
        ]));
        Assert.Equal([new ClaimsTally("EUR", 1, 7m, 0, 0m, 0m), new ClaimsTally("USD", 2, 150m, 1, 100m, 60m)], card.Claims);
        Assert.Equal([2, 10], card.DaysToAnswer);
    }

    [Fact]
    public void Lists_have_a_line_a_lot_keep_names_from_formulas_and_leave_unknown_days_empty()
    {
        var shipment = Make.Full with { Supplier = "=HYPERLINK(\"x\")" };
        var lines = Encoding.UTF8.GetString(HistoryCsv.Lots([shipment])).Split("\r\n");
        Assert.Equal(4, lines.Length);
        Assert.StartsWith("\uFEFFday,supplier,", lines[0], StringComparison.Ordinal);
        Assert.DoesNotContain(",=HYPERLINK", lines[1], StringComparison.Ordinal);
        Assert.Contains(",,20,3,yes,17,2,0.018,0.325,yes,reject,2025-12-01,2026-01-10,2026-01-12,2026-02-03,2,1250.00,USD,\"button 18L, lot 2217; thread 40/2\",", lines[1], StringComparison.Ordinal);
        Assert.Contains(",80,8,0,yes,8,0,,,,accept,,,,,,,,,,", lines[2], StringComparison.Ordinal);
        var claims = Encoding.UTF8.GetString(HistoryCsv.Claims([shipment with { Lesson = new LessonEntry("worn needle", null, null, "Li", null, null) }], withPersons: false));
        Assert.Contains("worn needle", claims, StringComparison.Ordinal);
        Assert.DoesNotContain("Li", claims.Split("\r\n")[1].Split(','));
        Assert.Contains(",hole,critical,material,1", Encoding.UTF8.GetString(HistoryCsv.Defects([shipment])), StringComparison.Ordinal);
    }
}
