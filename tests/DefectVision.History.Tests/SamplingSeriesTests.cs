using DefectVision.History.Scorecards;
using DefectVision.Statistics.Sampling;

namespace DefectVision.History.Tests;

/// <summary>
/// Rules of ISO 2859-1:1999, 9.3: two of five lots or fewer not accepted tighten, five in a row accepted under tightened inspection loosen, five not accepted under it end. A lot counts where it was
/// inspected as was due then, and its plan answered.
/// </summary>
public sealed class SamplingSeriesTests
{
    // a: accepted, r: not accepted, ?: not decided; in capitals under tightened inspection.
    [Theory]
    [InlineData("aaaa", SwitchingState.Normal, 4, 0)]
    [InlineData("raaar", SwitchingState.Tightened, 5, 0)]
    [InlineData("raaaar", SwitchingState.Normal, 6, 0)]
    [InlineData("r?ar", SwitchingState.Tightened, 3, 1)]
    [InlineData("rrAAAAA", SwitchingState.Normal, 7, 0)]
    [InlineData("rraaaaa", SwitchingState.Tightened, 2, 5)]
    [InlineData("rrAAAARAAAA", SwitchingState.Tightened, 11, 0)]
    [InlineData("rrRRRRR", SwitchingState.Discontinued, 7, 0)]
    [InlineData("rrRRRRRAa", SwitchingState.Discontinued, 7, 2)]
    [InlineData("AAA", SwitchingState.Normal, 0, 3)]
    public void The_lots_of_a_series_switch_as_the_standard_says(string lots, SwitchingState state, int counted, int others)
    {
        var series = Assert.Single(SamplingSeries.All([.. lots.Select((lot, at) => Shipment(at, lot))]));
        Assert.Equal((state, counted, others), (series.Rules.State, series.Counted.Count, series.NotCounted.Count));
        Assert.Equal(state switch { SwitchingState.Normal => InspectionSeverity.Normal, SwitchingState.Tightened => InspectionSeverity.Tightened, _ => null }, series.Next);
    }

    [Fact]
    public void What_does_not_count_is_named_with_its_reason_and_so_is_the_lot_since_which_it_stands()
    {
        var series = Assert.Single(SamplingSeries.All([.. "rr?a".Select((lot, at) => Shipment(at, lot))]));
        Assert.Equal("PO-1 A (2026-01-02)", series.Since!.ToString());
        Assert.Equal(["neither accepted nor rejected at this limit", "normal inspection where tightened was due"], series.NotCounted.Select(other => other.Why));
    }

    // Code letter L (200 items) at AQL 2.5: Ac 10; at 1.5, one step tighter: Ac 7 (Table 2-A). Seven found earn three points, eight none.
    [Theory]
    [InlineData(7, 3)]
    [InlineData(8, 0)]
    public void Points_towards_reduced_inspection_are_earned_by_what_the_next_smaller_AQL_would_accept(long found, int score)
    {
        var lot = Make.Lot("A", found, 200) with { Size = 5000, Readings = [Reading('a') with { AcceptanceNumber = 10, Nonconforming = found }] };
        Assert.Equal(score, Assert.Single(SamplingSeries.All([Make.Shipment(1, "S", lot)])).Rules.Score);
    }

    [Fact]
    public void Products_and_limits_are_series_of_their_own()
    {
        ShipmentEntry[] shipments = [Shipment(1, 'r') with { Product = "Shirt" }, Shipment(2, 'r') with { Product = " SHIRT" }, Shipment(3, 'a') with { Product = "Coat" }];
        Assert.Equal([SwitchingState.Normal, SwitchingState.Tightened], SamplingSeries.All(shipments).Select(series => series.Rules.State));
        var both = shipments[0] with { Lots = [shipments[0].Lots[0] with { Readings = [Reading('r'), Reading('a') with { Severity = "minor", Aql = Aql.Parse("4.0") }] }] };
        Assert.Equal(["major", "minor"], SamplingSeries.All([both]).Select(series => series.Severity));
    }

    private static ShipmentEntry Shipment(int number, char lot) => Make.Shipment(number, "S", Make.Lot("A", 0, 50) with { Readings = [Reading(lot)] });

    private static ReadingEntry Reading(char lot) => new(
        "major", Aql.Parse("2.5"), InspectionLevel.II, char.IsUpper(lot) ? InspectionSeverity.Tightened : InspectionSeverity.Normal, 1, 0, char.ToLowerInvariant(lot) switch { 'a' => true, 'r' => false, _ => null });
}
