using DefectVision.Evidence.Wording;
using DefectVision.Inspection.Judging;

namespace DefectVision.Evidence.Tests;

/// <summary>A bound is printed rounded to the side on which it still holds.</summary>
public sealed class FiguresTests
{
    [Theory]
    [InlineData(0.0919, "9.1")]
    [InlineData(0.2399, "23.9")]
    [InlineData(0.07, "7.0")]
    [InlineData(0.9999, "99.9")]
    [InlineData(0.00419, "0.4")]
    [InlineData(0, "0.0")]
    [InlineData(1, "100.0")]
    public void A_lower_bound_is_rounded_down(double rate, string percent)
    {
        Assert.Equal(percent + "\u00A0%", Figures.Lower(rate));
        Assert.Equal(PrintedShare.AtLeast(rate) + "\u00A0%", Figures.Lower(rate));
    }

    [Theory]
    [InlineData(0.0911, "9.2")]
    [InlineData(0.2301, "23.1")]
    [InlineData(0.07, "7.0")]
    [InlineData(0.0996, "10.0")]
    [InlineData(0.9991, "100.0")]
    [InlineData(2.995731825e-07, "0.1")]
    public void An_upper_bound_is_rounded_up(double rate, string percent)
    {
        Assert.Equal(percent + "\u00A0%", Figures.Upper(rate));
        Assert.Equal(PrintedShare.AtMost(rate) + "\u00A0%", Figures.Upper(rate));
    }

    [Theory]
    [InlineData(0.15, "15.0")]
    [InlineData(0.0625, "6.3")]
    [InlineData(1, "100.0")]
    [InlineData(0, "0.0")]
    [InlineData(0.0005, "0.1")]
    [InlineData(0.0004, "0.04")]
    [InlineData(0.00001, "0.001")]
    public void A_counted_share_has_the_decimal_of_its_bounds_and_more_only_where_it_would_be_printed_as_zero(double rate, string percent) =>
        Assert.Equal(percent + "\u00A0%", Figures.Share(rate));

    [Theory]
    [InlineData(0.994, "above 0.99")]
    [InlineData(0.004, "below 0.01")]
    [InlineData(0.5, "0.50")]
    [InlineData(1, "1.00")]
    public void A_probability_short_of_certainty_is_not_printed_as_certainty(double probability, string text) =>
        Assert.Equal(text, Figures.Probability(probability));

    [Fact]
    public void Numbers_are_invariant_under_a_culture_with_decimal_commas()
    {
        Assert.Equal("5,000", Figures.Count(5000));
        Assert.Equal("2.41", Figures.Score(2.41, 2));
        Assert.Equal("0.005", Figures.Margin(0.005));
        Assert.Equal("2.5\u00A0%", Figures.Aql(2.5m));
        Assert.Equal("97.5\u00A0%", Figures.Level(0.975));
    }
}
