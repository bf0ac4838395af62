namespace DefectVision.Statistics.Tests;

public sealed class PinnedGeneratorTests
{
    /// <summary>The first outputs of pcg32 at seed 42, stream 54, as printed by the demonstration program of the PCG paper's C library.</summary>
    [Fact]
    public void The_first_draws_are_those_of_the_publication()
    {
        var generator = new PinnedGenerator(42, 54);
        uint[] published = [0xa15c02b7, 0x7b47f409, 0xba1d3330, 0x83d2f293, 0xbfa4784b, 0xcbed606e];
        Assert.Equal(published, published.Select(_ => generator.NextUInt32()));
    }

    /// <summary>The first coin tosses (draws below 2) of the same program and seed follow the 32-bit draws: "HHTTTHTHHHTHTTTHHHHHTTTHHHTHTHTHTTHTTTHHHHHHTTTTHHTTTTTHTTTTTTTHT".</summary>
    [Fact]
    public void The_coin_tosses_after_them_are_those_of_the_publication()
    {
        var generator = new PinnedGenerator(42, 54);
        for (var i = 0; i < 6; i++)
            generator.NextUInt32();
        var tosses = string.Concat(Enumerable.Range(0, 65).Select(_ => generator.NextInt(2) == 1 ? 'H' : 'T'));
        Assert.Equal("HHTTTHTHHHTHTTTHHHHHTTTHHHTHTHTHTTHTTTHHHHHHTTTTHHTTTTTHTTTTTTTHT", tosses);
    }

    [Fact]
    public void The_same_seed_and_stream_repeat_and_another_stream_differs()
    {
        Assert.Equal(Draws(7, 1), Draws(7, 1));
        Assert.NotEqual(Draws(7, 1), Draws(7, 2));
        Assert.NotEqual(Draws(7, 1), Draws(8, 1));

        static ulong[] Draws(ulong seed, ulong stream)
        {
            var generator = new PinnedGenerator(seed, stream);
            return [.. Enumerable.Range(0, 20).Select(_ => generator.NextUInt64())];
        }
    }

    [Fact]
    public void Draws_from_the_unit_interval_stay_in_it_and_average_one_half()
    {
        var generator = new PinnedGenerator(1, 1);
        var draws = Enumerable.Range(0, 20_000).Select(_ => generator.NextDouble()).ToArray();
        Assert.All(draws, draw => Assert.InRange(draw, 0, 1 - double.Epsilon));
        Assert.InRange(draws.Average(), 0.49, 0.51);
    }

    [Fact]
    public void Every_order_of_four_items_is_equally_likely()
    {
        var generator = new PinnedGenerator(3, 9);
        var counts = new Dictionary<string, int>();
        for (var i = 0; i < 24_000; i++)
        {
            var items = "abcd".ToCharArray();
            generator.Shuffle<char>(items);
            var order = new string(items);
            counts[order] = counts.GetValueOrDefault(order) + 1;
        }
        Assert.Equal(24, counts.Count);
        Assert.All(counts.Values, count => Assert.InRange(count, 850, 1150));
    }

    [Fact]
    public void A_shuffle_is_pinned()
    {
        int[] items = [.. Enumerable.Range(1, 10)];
        new PinnedGenerator(20261124, 1).Shuffle<int>(items);
        Assert.Equal("6 3 1 4 2 7 10 9 8 5", string.Join(' ', items));
    }

    [Fact]
    public void A_bound_below_one_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new PinnedGenerator(1, 1).NextInt(0));
}
