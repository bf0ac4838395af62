using DefectVision.Statistics.Sampling;

namespace DefectVision.Statistics.Tests.Sampling;

/// <summary>Rules: a simple random sample, every set equally likely, the same for the same seed on every machine.</summary>
public sealed class RandomDrawTests
{
    /// <summary>A contract: a draw list that a supplier holds the digest of must come out again in every later version.</summary>
    [Fact]
    public void The_draw_of_a_seed_never_changes() => Assert.Equal([18, 29, 30], RandomDraw.Of(5000, 200, 7).Take(3));

    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, 1)]
    [InlineData(50, 50)]
    [InlineData(5000, 200)]
    public void A_draw_holds_as_many_unlike_positions_as_wanted_in_rising_order(int lot, int sample)
    {
        var drawn = RandomDraw.Of(lot, sample, 11);
        Assert.Equal(sample, drawn.Distinct().Count());
        Assert.Equal(drawn.Order(), drawn);
        Assert.All(drawn, position => Assert.InRange(position, 1, lot));
    }

    /// <summary>Chi-squared over the 20 sets of 3 of 6: 19 degrees of freedom, 43.82 is exceeded one time in a thousand (Abramowitz and Stegun, table 26.8). Fixed seeds.</summary>
    [Fact]
    public void Every_set_is_equally_likely()
    {
        const int draws = 20_000;
        var counts = Enumerable.Range(0, draws).Select(seed => string.Join(',', RandomDraw.Of(6, 3, (ulong)seed))).CountBy(set => set).Select(entry => entry.Value).ToList();
        Assert.Equal(20, counts.Count);
        Assert.True(counts.Sum(count => Math.Pow(count - (draws / 20.0), 2) / (draws / 20.0)) < 43.82);
    }

    [Fact]
    public void More_than_the_lot_cannot_be_drawn() => Assert.Throws<ArgumentOutOfRangeException>(() => RandomDraw.Of(5, 6, 1));
}
