namespace DefectVision.Statistics.Tests;

public sealed class QuantityTests
{
    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-1e-12)]
    [InlineData(1.000001)]
    public void A_probability_and_a_rate_outside_0_to_1_do_not_exist(double value)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Probability(value));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Rate(value));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(0)]
    [InlineData(1)]
    public void A_confidence_level_lies_strictly_inside_0_to_1(double value) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConfidenceLevel(value));

    [Fact]
    public void A_confidence_level_that_nobody_set_has_no_value() =>
        Assert.Throws<InvalidOperationException>(() => default(ConfidenceLevel).Value);

    [Fact]
    public void Several_statements_share_the_error_probability() =>
        Assert.Equal(0.9875, ConfidenceLevel.P95.ForEachOf(4).Value, 12);

    [Theory]
    [InlineData(-1, 5)]
    [InlineData(6, 5)]
    [InlineData(0, -1)]
    public void A_tally_counts_no_more_than_its_trials(long count, long total) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Tally(count, total));

    [Fact]
    public void Numbers_print_with_a_point_in_every_culture()
    {
        Assert.Equal("0.5", new Probability(0.5).ToString());
        Assert.Equal("0.025", new Rate(0.025).ToString());
        Assert.Equal("0.95", ConfidenceLevel.P95.ToString());
        Assert.Equal("18 of 200", new Tally(18, 200).ToString());
    }

    [Fact]
    public void The_class_of_a_number_prints_as_one_letter()
    {
        Assert.Equal("G", Guarantee.Guaranteed.Letter());
        Assert.Equal("A", Guarantee.Approximate.Letter());
    }
}
