using DefectVision.Training.Backbones;

namespace DefectVision.Training.Tests;

/// <summary>
/// Rules: a distance is told in the spacing that good places have where it ends (after Breunig et al. 2000, LOF), on the mean of all 1; no place is so crowded that a distance counts more
/// than ten times; what a network's own distances mean is kept where it says that they mean something.
/// </summary>
public sealed class MemoryBankTests
{
    // Numbers and two coordinates. Plain, without position, on a line: 25 places one apart, and 25 three apart far from them.
    [Fact]
    public void Where_good_places_lie_three_times_as_far_apart_the_spacing_is_three_times_as_wide()
    {
        var close = Enumerable.Range(0, 25).Select(at => Place(at));
        var wide = Enumerable.Range(0, 25).Select(at => Place(1000 + (3 * at)));
        var memory = MemoryBank.Of([.. close, .. wide], 1, 0, isPlain: true);
        var spacings = memory.Places.Zip(memory.Spacing).OrderBy(pair => pair.First[0]).Select(pair => (double)pair.Second).ToList();
        Assert.Equal(50, spacings.Count);
        Assert.Equal(1, spacings.Average(), 5);
        for (var at = 0; at < 25; at++)
        {
            Assert.Equal(3, spacings[25 + at] / spacings[at], 3);
        }
    }

    [Fact]
    public void Good_places_that_repeat_themselves_make_no_distance_more_than_ten_times_as_long()
    {
        var memory = MemoryBank.Of([.. Enumerable.Repeat(0, 30).Select(_ => Place(0)), .. Enumerable.Range(1, 30).Select(at => Place(10 * at))], 1, 0, isPlain: true);
        Assert.Equal(0.1, memory.Spacing.Min(), 5);
    }

    [Fact]
    public void One_place_and_places_that_are_all_alike_have_the_spacing_one()
    {
        Assert.Equal([1f], MemoryBank.Of([Place(3)], 1, 0, isPlain: true).Spacing);
        Assert.All(MemoryBank.Of([Place(3), Place(3), Place(3)], 1, 0, isPlain: true).Spacing, spacing => Assert.Equal(1, spacing));
    }

    [Theory]
    [InlineData(true, 4)]
    [InlineData(false, 1)]
    public void Plain_distances_keep_their_proportions_and_whitened_ones_weigh_each_direction_the_same(bool isPlain, double ratio)
    {
        float[][] places = [[0, 0, 0, 0], [4, 0, 0, 0], [0, 1, 0, 0], [4, 1, 0, 0]];
        var projection = MemoryBank.Of(places, 1, 0, isPlain).Projection;
        var projected = places.Select(projection.Apply).ToList();
        Assert.Equal(ratio, Distance(projected[0], projected[1]) / Distance(projected[0], projected[2]), 4);
    }

    private static float[] Place(float at) => [at, 0, 0, 0];

    private static double Distance(float[] one, float[] other) => Math.Sqrt(one.Zip(other).Sum(pair => Math.Pow(pair.First - pair.Second, 2)));
}
