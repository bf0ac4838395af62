
namespace DefectVision.Imaging.Tests;

/// <summary>Rules: a photo is seen at one area, whatever it has, or at the one that is asked for; a strip is seen as it is.</summary>
public sealed class WorkingSizeTests
{
    // In steps of 32 px: 384 x 384 is 147,456 px, 448 x 320 is 143,360; a frame of 16 px is added to each side. A strip is seen as it is.
    [Theory]
    [InlineData(300, 300, 384, 384)]
    [InlineData(1024, 1024, 384, 384)]
    [InlineData(640, 480, 448, 320)]
    [InlineData(4000, 3000, 448, 320)]
    [InlineData(4096, 256, 4096, 256)]
    public void One_look_is_of_one_area_whatever_the_photo_has(int width, int height, int seenWidth, int seenHeight)
    {
        var recipe = For(width, height, null);
        Assert.Equal((seenWidth, seenHeight), (recipe.Width, recipe.Height));
    }

    // 480 x 480 is 230,400 px, 576 x 416 is 239,616.
    [Theory]
    [InlineData(300, 300, 480, 480)]
    [InlineData(4000, 3000, 576, 416)]
    [InlineData(4096, 256, 4096, 256)]
    public void Where_labels_say_what_to_look_for_the_area_is_larger(int width, int height, int seenWidth, int seenHeight)
    {
        var recipe = For(width, height, null, isCloser: true);
        Assert.Equal((seenWidth, seenHeight), (recipe.Width, recipe.Height));
    }

    // 576 x 576 is 331,776 px; 450 x 450 is 202,500, in steps of 32 px 448 x 448.
    [Theory]
    [InlineData(300, 300, false, 384, 384)]
    [InlineData(450, 450, false, 448, 448)]
    [InlineData(450, 450, true, 480, 480)]
    [InlineData(1024, 1024, false, 576, 576)]
    [InlineData(1024, 1024, true, 576, 576)]
    public void Goods_at_any_angle_are_seen_more_closely_as_far_as_the_photos_have_the_pixels(int width, int height, bool isCloser, int seenWidth, int seenHeight)
    {
        var recipe = WorkingSize.For([new PhotoHeader(PhotoFormat.Jpeg, width, height, 1)], null, null, isCloser, isAtAnyAngle: true);
        Assert.Equal((seenWidth, seenHeight), (recipe.Width, recipe.Height));
    }

    [Fact]
    public void An_area_that_is_asked_for_is_taken() => Assert.Equal((1024, 768), (For(4000, 3000, 1024 * 768).Width, For(4000, 3000, 1024 * 768).Height));

    private static InputRecipe For(int width, int height, int? wanted, bool isCloser = false) =>
        WorkingSize.For([new PhotoHeader(PhotoFormat.Jpeg, width, height, 1)], null, wanted, isCloser);
}
