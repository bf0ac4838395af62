namespace DefectVision.Imaging.Tests;

/// <summary>Rules of turning an input: nothing moves at 0 degrees, quarter turns of a square lose no pixel, and beyond an edge there is what is on it.</summary>
public sealed class RotationTests
{
    [Theory]
    [InlineData(5, 3)]
    [InlineData(4, 4)]
    public void At_0_and_at_360_degrees_nothing_moves(int width, int height)
    {
        var planes = Counted(3 * width * height);
        Assert.Equal(planes, Turned(planes, width, height, 0));
        Assert.All(planes.Zip(Turned(planes, width, height, 360)), pair => Assert.Equal(pair.First, pair.Second, 1e-3));
    }

    // Clockwise: what was at the lower left corner comes to the upper left one.
    [Fact]
    public void A_quarter_turn_of_a_square_moves_every_pixel_clockwise()
    {
        float[] planes = [1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 15, 16, 17, 18, 19];
        float[] wanted = [7, 4, 1, 8, 5, 2, 9, 6, 3, 17, 14, 11, 18, 15, 12, 19, 16, 13];
        Assert.All(wanted.Zip(Turned(planes, 3, 3, 90)), pair => Assert.Equal(pair.First, pair.Second, 1e-4));
        Assert.All(planes.Zip(Turned(wanted, 3, 3, 270)), pair => Assert.Equal(pair.First, pair.Second, 1e-4));
    }

    [Fact]
    public void Between_pixels_it_is_their_mean_and_beyond_an_edge_what_is_on_it()
    {
        // A bright row over a dark one, turned by 180 degrees, and a row of which a quarter turn shows the middle alone.
        Assert.All(new float[] { 0, 0, 10, 10 }.Zip(Turned([10, 10, 0, 0], 2, 2, 180)), pair => Assert.Equal(pair.First, pair.Second, 1e-4));
        Assert.All(Turned([0, 10, 20, 30], 4, 1, 90), value => Assert.Equal(15, value, 1e-3));
        Assert.All(Turned([7, 7, 7, 7, 7, 7, 7, 7, 7], 3, 3, 45), value => Assert.Equal(7, value, 1e-4));
    }

    private static float[] Counted(int count) => [.. Enumerable.Range(0, count).Select(number => (float)number)];

    private static float[] Turned(float[] planes, int width, int height, double degrees)
    {
        var turned = new float[planes.Length];
        Rotation.Turn(planes, width, height, degrees, turned);
        return turned;
    }
}
