using DefectVision.Statistics.Sampling;

namespace DefectVision.Statistics.Tests.Sampling;

/// <summary>Rules: cartons at random, items spread evenly over them and at random in each, the same for the same seed on every machine.</summary>
public sealed class CartonDrawTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(4, 2)]
    [InlineData(5, 3)]
    [InlineData(49, 7)]
    [InlineData(50, 8)]
    [InlineData(99_980_001, 9999)]
    [InlineData(99_980_002, 10_000)]
    public void The_square_root_of_the_cartons_is_rounded_up(int cartons, int opened) => Assert.Equal(opened, CartonDraw.ToOpen(cartons));

    [Theory]
    [InlineData(1, 24, 1)]
    [InlineData(24, 24, 1)]
    [InlineData(25, 24, 2)]
    [InlineData(1200, 24, 50)]
    [InlineData(1201, 24, 51)]
    public void The_last_carton_may_be_short(int lot, int pack, int cartons) => Assert.Equal(cartons, CartonDraw.CartonsOf(lot, pack));

    /// <summary>A contract, as that of RandomDraw. Reference: the same rule and PCG32 written again in Python.</summary>
    [Fact]
    public void The_draw_of_a_seed_never_changes()
    {
        var drawn = CartonDraw.Of(1200, 24, 8, 80, 7);
        Assert.Equal([6, 13, 14, 23, 27, 28, 37, 48], drawn.Select(position => CartonDraw.CartonOf(position, 24)).Distinct());
        Assert.Equal([121, 123, 125, 126], drawn.Take(4));
        Assert.All(drawn.CountBy(position => CartonDraw.CartonOf(position, 24)), carton => Assert.Equal(10, carton.Value));
        Assert.Equal(drawn.Distinct().Order(), drawn);
    }

    [Fact]
    public void A_short_carton_gives_what_it_holds_and_the_others_the_rest()
    {
        for (var seed = 0UL; seed < 40; seed++)
        {
            var drawn = CartonDraw.Of(10, 4, 2, CartonDraw.SampleSize(10, 4, 2, 3, seed), seed);
            var cartons = drawn.CountBy(position => CartonDraw.CartonOf(position, 4)).ToDictionary();
            Assert.Equal(2, cartons.Count);
            Assert.All(cartons, carton => Assert.Equal(carton.Key == 3 ? 2 : 3, carton.Value));
            var held = cartons.ContainsKey(3) ? 6 : 8;
            Assert.Equal(held, CartonDraw.Of(10, 4, 2, held, seed).Count);
            Assert.Throws<ArgumentOutOfRangeException>(() => CartonDraw.Of(10, 4, 2, held + 1, seed));
        }
    }

    /// <summary>Chi-squared over the 54 ways to take one item of each of 2 cartons of 3, of 4: 53 degrees of freedom, 90.57 is exceeded one time in a thousand. Fixed seeds.</summary>
    [Fact]
    public void Every_pair_of_items_of_two_cartons_is_equally_likely()
    {
        const int draws = 27_000;
        var counts = Enumerable.Range(0, draws).Select(seed => string.Join(',', CartonDraw.Of(12, 3, 2, 2, (ulong)seed))).CountBy(set => set).Select(entry => entry.Value).ToList();
        Assert.Equal(54, counts.Count);
        Assert.True(counts.Sum(count => Math.Pow(count - (draws / 54.0), 2) / (draws / 54.0)) < 90.57);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void No_carton_and_more_than_the_lot_has_cannot_be_opened(int opened) => Assert.Throws<ArgumentOutOfRangeException>(() => CartonDraw.Of(12, 3, opened, 1, 1));
}
