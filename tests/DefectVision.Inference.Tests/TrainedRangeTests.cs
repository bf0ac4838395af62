using DefectVision.Imaging;
using DefectVision.Imaging.Locating;

namespace DefectVision.Inference.Tests;

/// <summary>Rule: a photo unlike those that the model learned from is named as such; one at the edge of what it saw is not.</summary>
public sealed class TrainedRangeTests
{
    private static readonly TrainedRange Range = new(50, 0.3, 0.7);
    private static readonly InputRecipe Across = new(InputRecipe.CurrentVersion, 640, 480);

    [Theory]
    [InlineData(50, 0.5, null)]
    [InlineData(49, 0.5, "JPEG quality 49, learned from 50 and more")]
    [InlineData(null, 0.28, null)]
    [InlineData(null, 0.26, "brightness 0.26, learned from 0.30 to 0.70")]
    [InlineData(100, 0.72, null)]
    [InlineData(100, 0.74, "brightness 0.74, learned from 0.30 to 0.70")]
    [InlineData(100, double.NaN, "brightness NaN, learned from 0.30 to 0.70")]
    public void What_lies_outside_is_said_with_what_was_learned_from(int? quality, double brightness, string? said) =>
        Assert.Equal(said, Range.Outside(Photo(quality, brightness), Across));

    [Fact]
    public void A_product_that_was_not_found_is_said() =>
        Assert.Contains("not found", Range.Outside(Photo(90, 0.5) with { IsLocated = false }, Across), StringComparison.Ordinal);

    [Fact]
    public void A_model_that_saw_no_jpeg_knows_no_bad_one() => Assert.Null((Range with { LowestJpegQuality = null }).Outside(Photo(1, 0.5), Across));

    [Theory]
    [InlineData(640, 480, null)]
    [InlineData(480, 640, "held upright, learned from photos held across")]
    [InlineData(500, 520, null)]
    public void A_photo_held_the_other_way_round_is_said(int width, int height, string? said) =>
        Assert.Equal(said, Range.Outside(new PhotoReading.Readable(new PhotoHeader(PhotoFormat.Png, width, height, 1)) { Brightness = 0.5 }, Across));

    // 4 : 3 is 1.33: up to 16 : 3, and down to 1 : 3, which is held upright.
    [Theory]
    [InlineData(1600, 300, null)]
    [InlineData(1610, 300, "1610 x 300 px, learned from photos 1.33 times as wide as high")]
    [InlineData(300, 900, "held upright, learned from photos held across")]
    [InlineData(300, 910, "300 x 910 px, learned from photos 1.33 times as wide as high")]
    public void A_photo_of_another_shape_is_said(int width, int height, string? said) =>
        Assert.Equal(said, Range.Outside(new PhotoReading.Readable(new PhotoHeader(PhotoFormat.Png, width, height, 1)) { Brightness = 0.5 }, Across));

    // A quarter of the height at 2 : 1 is a photo of 1 : 2.
    [Fact]
    public void The_way_of_the_photos_is_told_from_the_window_that_the_input_sees() => Assert.Equal(
        "held across, learned from photos held upright",
        Range.Outside(Photo(90, 0.5), new InputRecipe(InputRecipe.CurrentVersion, 640, 320) { Locate = new Locator(new Window(0, 0, 1, 0.25), null, 0, 1) }));

    private static PhotoReading.Readable Photo(int? quality, double brightness) =>
        new(new PhotoHeader(PhotoFormat.Jpeg, 640, 480, 1) { JpegQuality = quality }) { Brightness = brightness };
}
