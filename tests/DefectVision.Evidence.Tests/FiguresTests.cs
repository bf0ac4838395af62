using DefectVision.Evidence.Wording;

namespace DefectVision.Evidence.Tests;

/// <summary>A bound is printed rounded to the side on which it still holds.</summary>
public sealed class FiguresTests
{
    [Theory]
    [InlineData(0.0919, "9.1")]
    [InlineData(0.2399, "23")]
    [InlineData(0.07, "7")]
    [InlineData(0.9999, "99")]
    [InlineData(0.00419, "0.41")]
    [InlineData(0, "0")]
    [InlineData(1, "100")]
    public void A_lower_bound_is_rounded_down(double rate, string percent) => Assert.Equal(percent + "\u00A0%", Figures.Lower(rate));

    [Theory]
    [InlineData(0.0911, "9.2")]
    [InlineData(0.2301, "24")]
    [InlineData(0.07, "7")]
    [InlineData(0.0996, "10")]
    [InlineData(0.9901, "100")]
    [InlineData(2.995731825e-07, "0.00003")]
    public void An_upper_bound_is_rounded_up(double rate, string percent) => Assert.Equal(percent + "\u00A0%", Figures.Upper(rate));

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
