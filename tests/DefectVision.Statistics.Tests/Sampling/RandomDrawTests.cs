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

    /// <summary>A contract, too; its first stage is the draw of one stage.</summary>
    [Fact]
    public void A_draw_in_two_stages_never_changes_and_its_stages_share_no_item()
    {
        var (first, second) = RandomDraw.InStages(5000, 200, 100, 7);
        Assert.Equal(RandomDraw.Of(5000, 200, 7), first);
        Assert.Equal([9, 21, 24], second.Take(3));
        Assert.Equal(300, first.Union(second).Count());
        Assert.Equal(second.Order(), second);
        Assert.Equal([1, 2, 3], RandomDraw.InStages(3, 1, 2, 5) is var (one, rest) ? one.Concat(rest).Order() : []);
    }

    /// <summary>Chi-squared over the 30 pairs of a first and a second item of 6: 29 degrees of freedom, 58.30 is exceeded one time in a thousand (Abramowitz and Stegun, table 26.8).</summary>
    [Fact]
    public void Every_second_stage_is_equally_likely_after_every_first()
    {
        const int draws = 30_000;
        var counts = Enumerable.Range(0, draws).Select(seed => RandomDraw.InStages(6, 1, 1, (ulong)seed)).CountBy(drawn => (drawn.First[0], drawn.Second[0])).Select(entry => entry.Value).ToList();
        Assert.Equal(30, counts.Count);
        Assert.True(counts.Sum(count => Math.Pow(count - (draws / 30.0), 2) / (draws / 30.0)) < 58.30);
    }

    [Theory]
    [InlineData(3, 2)]
    [InlineData(6, 0)]
    [InlineData(0, -1)]
    public void Stages_beyond_the_lot_cannot_be_drawn(int first, int second) => Assert.Throws<ArgumentOutOfRangeException>(() => RandomDraw.InStages(4, first, second, 1));

    [Fact]
    public void More_than_the_lot_cannot_be_drawn() => Assert.Throws<ArgumentOutOfRangeException>(() => RandomDraw.Of(5, 6, 1));
}
