using DefectVision.Imaging;

namespace DefectVision.Inference.Tests;

/// <summary>Rule: a photo unlike those that the model learned from is named as such; one at the edge of what it saw is not.</summary>
public sealed class TrainedRangeTests
{
    private static readonly TrainedRange Range = new(50, 0.3, 0.7);

    [Theory]
    [InlineData(50, 0.5, null)]
    [InlineData(49, 0.5, "JPEG quality 49, learned from 50 and more")]
    [InlineData(null, 0.28, null)]
    [InlineData(null, 0.26, "brightness 0.26, learned from 0.30 to 0.70")]
    [InlineData(100, 0.72, null)]
    [InlineData(100, 0.74, "brightness 0.74, learned from 0.30 to 0.70")]
    [InlineData(100, double.NaN, "brightness NaN, learned from 0.30 to 0.70")]
    public void What_lies_outside_is_said_with_what_was_learned_from(int? quality, double brightness, string? said) =>
        Assert.Equal(said, Range.Outside(Photo(quality, brightness)));

    [Fact]
    public void A_product_that_was_not_found_is_said() =>
        Assert.Contains("not found", Range.Outside(Photo(90, 0.5) with { IsLocated = false }), StringComparison.Ordinal);

    [Fact]
    public void A_model_that_saw_no_jpeg_knows_no_bad_one() => Assert.Null((Range with { LowestJpegQuality = null }).Outside(Photo(1, 0.5)));

    private static PhotoReading.Readable Photo(int? quality, double brightness) =>
        new(new PhotoHeader(PhotoFormat.Jpeg, 640, 480, 1) { JpegQuality = quality }) { Brightness = brightness };
}
