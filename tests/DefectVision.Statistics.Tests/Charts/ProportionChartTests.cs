using DefectVision.Statistics.Charts;

namespace DefectVision.Statistics.Tests.Charts;

public sealed class ProportionChartTests
{
    [Fact]
    public void A_series_without_a_single_nonconforming_item_has_no_limits()
    {
        var chart = ProportionChart.Of([new(0, 50), new(0, 50)], 0.2);
        Assert.Equal((BoundStatus.Degenerate, 0), (chart.Status, chart.Points.Count));
        Assert.Null(chart.SigmaZ);
    }

    [Theory]
    [InlineData(19, BoundStatus.TooFewOfAKind)]
    [InlineData(20, BoundStatus.Ok)]
    public void Limits_are_provisional_below_twenty_lots(int lots, BoundStatus wanted) =>
        Assert.Equal(wanted, ProportionChart.Of([.. Enumerable.Range(0, lots).Select(i => new Tally(4 + i % 3, 100))], 0.2).Status);

    /// <summary>Montgomery, Introduction to Statistical Quality Control: limits p̄ ± 3·sqrt(p̄(1−p̄)/n), never below 0.</summary>
    [Fact]
    public void The_limits_are_three_binomial_deviations_and_never_below_zero()
    {
        var point = ProportionChart.Of([new(5, 100), new(5, 100), new(5, 100)], 0.2).Points[0];
        Assert.Equal(0, point.Limits.Lower);
        Assert.Equal(0.05 + 3 * Math.Sqrt(0.05 * 0.95 / 100), point.Limits.Upper, 12);
    }

    [Fact]
    public void Large_lots_are_judged_by_the_limits_of_Laney_and_small_ones_by_the_plain_ones()
    {
        // Lots that swing between 3 % and 7 %: outside binomial limits at 10 000 items, ordinary for this source.
        Tally[] swinging = [.. Enumerable.Range(0, 30).Select(i => new Tally(i % 2 == 0 ? 300 : 700, 10_000))];
        var chart = ProportionChart.Of(swinging, 0.2);
        Assert.DoesNotContain(chart.Points, point => point.IsSignal);
        Assert.All(chart.Points, point => Assert.True(point.Lot.Count > 500 ? (double)point.Lot.Count / 10_000 > point.Limits.Upper : (double)point.Lot.Count / 10_000 < point.Limits.Lower));

        Tally[] jump = [.. Enumerable.Range(0, 29).Select(_ => new Tally(5, 100)), new(30, 100)];
        Assert.True(ProportionChart.Of(jump, 0.2).Points[^1].IsSignal);
    }

    [Fact]
    public void A_small_lasting_shift_shows_in_the_moving_average_first()
    {
        Tally[] shifted = [.. Enumerable.Range(0, 40).Select(i => new Tally(i < 25 ? 10 : 16, 200))];
        var chart = ProportionChart.Of(shifted, 0.2);
        Assert.DoesNotContain(chart.Points, point => point.IsSignal);
        Assert.Contains(chart.Points.Skip(25), point => point.IsEwmaSignal);
    }

    [Fact]
    public void A_lot_without_items_and_a_weight_outside_its_range_are_refused()
    {
        Assert.Throws<ArgumentException>(() => ProportionChart.Of([new(0, 0)], 0.2));
        Assert.Throws<ArgumentOutOfRangeException>(() => ProportionChart.Of([new(1, 10)], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ProportionChart.Of([new(1, 10)], double.NaN));
    }
}
