using DefectVision.Imaging;

namespace DefectVision.Training.Tests;

/// <summary>Rules of turning a photo: the eight ways of a square are all there are (the dihedral group of order 8), and no way loses a pixel.</summary>
public sealed class TurningTests
{
    [Fact]
    public void The_seven_other_ways_of_a_square_differ_from_it_and_from_each_other()
    {
        var recipe = new InputRecipe(InputRecipe.CurrentVersion, 64, 64);
        var photo = Counted(recipe);
        var ways = Enumerable.Range(1, 7).Select(way => Turned(way, recipe, photo)).Prepend(photo).ToList();
        Assert.All(ways, turned => Assert.Equal(photo, turned.Order()));
        Assert.Equal(8, ways.Select(turned => (turned[0], turned[1])).Distinct().Count());
    }

    [Fact]
    public void A_photo_that_is_not_square_is_mirrored_and_turned_upside_down_but_not_laid_on_its_side()
    {
        var recipe = new InputRecipe(InputRecipe.CurrentVersion, 96, 64);
        var photo = Counted(recipe);
        Assert.Equal(3, Turning.Ways(recipe, photos: 10));
        Assert.Equal(photo[95], Turned(1, recipe, photo)[0]);
        Assert.Equal(photo[63 * 96], Turned(2, recipe, photo)[0]);
        Assert.Equal(photo[(64 * 96) - 1], Turned(3, recipe, photo)[0]);
    }

    [Theory]
    [InlineData(571, 7)]
    [InlineData(572, 6)]
    [InlineData(4000, 1)]
    [InlineData(4001, 0)]
    public void The_more_photos_there_are_the_fewer_ways_each_is_turned(int photos, int ways) =>
        Assert.Equal(ways, Turning.Ways(new InputRecipe(InputRecipe.CurrentVersion, 64, 64), photos));

    private static float[] Counted(InputRecipe recipe) => [.. Enumerable.Range(0, recipe.Length).Select(at => (float)at)];

    private static float[] Turned(int way, InputRecipe recipe, float[] photo)
    {
        var turned = new float[photo.Length];
        Turning.Apply(way, recipe, photo, turned);
        return turned;
    }
}
