using DefectVision.Statistics.Amounts;
using DefectVision.Statistics.Intervals;

namespace DefectVision.Statistics.Tests.Amounts;

public sealed class AgreedAmountsTests
{
    private static readonly AgreedAmounts Agreed = new(price: 12.505m, rework: 0.333m, sorting: 0.08m, fixedCost: 250m, currencyDecimals: 2);

    [Fact]
    public void A_lower_end_rounds_down_and_an_upper_end_up()
    {
        var bound = Hypergeometric.Bound(1, 1, 1, ConfidenceLevel.P95, Side.TwoSided);
        Assert.Equal((12.50m, 12.51m, 0.33m), (Agreed.PriceAtLeast(bound), Agreed.PriceAtMost(bound), Agreed.ReworkAtLeast(bound)));
    }

    [Fact]
    public void Without_a_guaranteed_item_nothing_is_claimed_not_even_the_sorting()
    {
        var bound = Hypergeometric.Bound(0, 50, 500, ConfidenceLevel.P95, Side.Lower);
        Assert.Equal((0m, 0m, 0m), (Agreed.PriceAtLeast(bound), Agreed.SortingOfLot(bound), Agreed.TotalAtLeast(bound)));
    }

    [Fact]
    public void The_worked_example_is_298_items_at_12_50()
    {
        var agreed = new AgreedAmounts(12.50m, 0, 0, 0, 2);
        Assert.Equal("3725.00", agreed.Print(agreed.PriceAtLeast(Hypergeometric.Bound(18, 200, 5000, ConfidenceLevel.P95, Side.Lower))));
    }

    [Fact]
    public void Nothing_inspected_estimates_nothing() => Assert.Null(Agreed.PriceEstimate(new Tally(0, 0), 500));

    [Fact]
    public void A_negative_price_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new AgreedAmounts(-1, 0, 0, 0, 2));
}
