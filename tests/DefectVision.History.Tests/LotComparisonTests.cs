using DefectVision.History.Scorecards;
using DefectVision.Inspection.Agreements;
using DefectVision.Statistics;
using DefectVision.Statistics.Shrinkage;

namespace DefectVision.History.Tests;

/// <summary>Rules: pairs are adjusted for all pairs together (Holm 1979); a lot that nobody looked at is compared with nothing; a gate asks for what is shown. Reference values: scipy 1.10 (fisher_exact, chi2_contingency, hypergeom).</summary>
public sealed class LotComparisonTests
{
    [Fact]
    public void Each_two_lots_are_tested_and_adjusted_together()
    {
        var comparison = LotComparison.Of([Of("A", 8, 32), Of("B", 1, 32), Of("C", 4, 32), (Make.Shipment(4, "S"), Make.Lot("D", 3, 9, isLookedAt: false))]);
        Assert.Equal("D", Assert.Single(comparison.NotLookedAt).Lot.Name);
        Assert.Equal([0.02648, 0.337196, 0.354671], comparison.Pairs.Select(pair => Math.Round(pair.PValue.Value, 6)));
        Assert.Equal([0.079439, 0.674393, 0.674393], comparison.Pairs.Select(pair => Math.Round(pair.Adjusted.Value, 6)));
        Assert.DoesNotContain(comparison.Pairs, pair => pair.IsDifferent);
        Assert.Equal((6.583874, 2, 0.037182), (Math.Round(comparison.All!.Statistic, 6), comparison.All.Degrees, Math.Round(comparison.All.PValue.Value, 6)));
        Assert.False(comparison.IsAllApplicable);
        Assert.True(Assert.Single(LotComparison.Of([Of("A", 20, 80), Of("B", 2, 80)]).Pairs).IsDifferent);
    }

    [Fact]
    public void One_lot_or_none_gives_nothing_to_compare()
    {
        Assert.Empty(LotComparison.Of([Of("A", 8, 32)]).Pairs);
        Assert.Null(LotComparison.Of([]).All);
        Assert.Null(LotComparison.Of([Of("A", 0, 32), Of("B", 0, 9)]).All);
    }

    // Of 280 items, 1 of 32 found: at most 37 (13.3 %) of the lot. 43 items with one nonconforming leave 27 (9.6 %), 42 leave 28 (10 %); 119 leave 8 (2.9 %), 118 leave 9 (3.2 %).
    [Theory]
    [InlineData(0.03, 0.133, 0.14, GateAnswer.Passes, null)]
    [InlineData(0.03, 0.133, 0.133, GateAnswer.Passes, null)]
    [InlineData(0.03, 0.133, 0.099, GateAnswer.Open, 43L)]
    [InlineData(0.03, 0.133, 0.03, GateAnswer.Open, 119L)]
    [InlineData(0.03, 0.133, 0.029, GateAnswer.Fails, null)]
    [InlineData(0.001, 0.133, 0.002, GateAnswer.Open, null)]
    public void A_gate_passes_by_the_upper_bound_and_fails_by_the_lower_one(double lower, double upper, double limit, GateAnswer answer, long? items)
    {
        var gate = QualityGate.Of(Make.Lot("A", 1, 32) with { Size = 280, Bounds = new BoundsEntry(lower, upper, true) }, limit);
        Assert.Equal((answer, items), (gate.Answer, gate.ItemsToPass));
    }

    [Fact]
    public void A_lot_that_nobody_looked_at_passes_no_gate() =>
        Assert.Equal(GateAnswer.NotLookedAt, QualityGate.Of(Make.Lot("A", 0, 32), 0.5).Answer);

    // scipy: fisher_exact([[8, 24], [1, 31]], alternative="greater").
    [Fact]
    public void A_replacement_is_held_against_the_rejected_lot_of_its_name_else_the_one_lot_stands_for_each()
    {
        var good = Make.Shipment(2, "S", Make.Lot("A", 1, 32), Make.Lot("B", 0, 32));
        var bad = Make.Shipment(1, "S", Make.Lot("A", 8, 32), Make.Lot("B", 0, 32)) with { Outcome = new OutcomeEntry(null, null, Remedy.Replacement, null, null, null, null) { Replacement = good.Id } };
        var pair = Assert.Single(BeforeAfter.All([bad, good]));
        Assert.Equal(("A", "A", 0.01324), (pair.Before.Name, pair.After.Name, Math.Round(pair.IsBetterByChance!.Value.Value, 6)));
        var renamed = good with { Lots = [Make.Lot("A-2", 1, 32)] };
        Assert.Equal("A-2", Assert.Single(BeforeAfter.All([bad, renamed])).After.Name);
        Assert.Null(Assert.Single(BeforeAfter.All([bad, good with { Lots = [Make.Lot("A", 1, 32, isLookedAt: false)] }])).Test);
        Assert.Empty(BeforeAfter.All([bad]));
    }

    // Herfindahl 1950: the sum of squared shares.
    [Fact]
    public void Concentration_is_told_by_currency_and_regions_by_country_and_name()
    {
        var index = Assert.Single(Concentration.Of([("A", "USD", 50m), ("B", "USD", 30m), ("A", "USD", 10m), ("C", "USD", 10m)]));
        Assert.Equal((0.46, 3, 0.6, "A"), (Math.Round(index.Index, 9), index.Suppliers, Math.Round(index.Largest, 9), index.LargestName));
        Assert.Equal(["EUR", "USD"], Concentration.Of([("A", "USD", 1m), ("A", "EUR", 1m)]).Select(one => one.Currency));
        Assert.Empty(Concentration.Of([("A", "USD", 0m)]));
        var regions = RegionShare.All([Make.Shipment(1, "S", Make.Lot("A", 1, 9)) with { Country = "CN", Region = "Zhejiang" }, Make.Shipment(2, "T", Make.Lot("A", 2, 9)) with { Country = "CN", Region = "ZHEJIANG " }, Make.Shipment(3, "U"), Make.Shipment(4, null)]);
        Assert.Equal([("CN", 2, 2, 3L), (null, 1, 0, 0L)], regions.Select(region => (region.Country, region.Suppliers.Count, region.Lots, region.Found.Count)));
    }

    [Fact]
    public void Places_are_shared_where_intervals_overlap()
    {
        IReadOnlyList<Tally> good = [.. Enumerable.Repeat(new Tally(1, 400), 8)], bad = [.. Enumerable.Repeat(new Tally(40, 400), 8)];
        IReadOnlyList<Tally> all = [.. good, .. good, .. bad];
        var rates = new[] { good, good, bad }.Select(own => SourceRate.Of(own, all, ConfidenceLevel.P95)!).ToList();
        Assert.Equal([new RankRange(1, 2), new RankRange(1, 2), new RankRange(3, 3)], rates.Select(rate => RankRange.Of(rate, rates)));
    }

    private static (ShipmentEntry Shipment, LotEntry Lot) Of(string name, long nonconforming, long items) => (Make.Shipment(1, "S"), Make.Lot(name, nonconforming, items));
}
