namespace DefectVision.Imaging.Tests;

/// <summary>Rules: an upright picture and a close-up come from the pixels that a photo was decoded to for the network.</summary>
public sealed class TakenPictureTests : IDisposable
{
    private static readonly InputRecipe Recipe = new(InputRecipe.CurrentVersion, 64, 32);
    private readonly PhotoReader _reader = new(DecodeLimits.Default);
    private readonly float[] _input = new float[Recipe.Length];

    public void Dispose() => _reader.Dispose();

    // 640 x 320 at 1/8 is 80 x 40, the smallest scale of a JPEG that leaves both sides at least 64 x 32; a PNG is decoded whole.
    [Theory]
    [InlineData("png", 1000, 640, 320)]
    [InlineData("png", 400, 400, 200)]
    [InlineData("png", 30, 30, 15)]
    [InlineData("jpeg", 400, 80, 40)]
    [InlineData("jpeg", 40, 40, 20)]
    public void The_picture_is_as_large_as_asked_for_and_never_larger_than_what_was_decoded(string format, int longSide, int width, int height)
    {
        using var flag = Pictures.Flag(640, 320);
        _reader.Read(Pictures.Encode(flag, format), Recipe, _input);
        var picture = _reader.Picture(longSide);
        Assert.Equal((width, height), (picture.Width, picture.Height));
        AssertColour(picture, 0.25, 0.25, 0, 255, 0);
        AssertColour(picture, 0.25, 0.75, 255, 0, 0);
        AssertColour(picture, 0.75, 0.75, 0, 0, 255);
    }

    // The green quarter is stored at the upper left; where it stands upright: EXIF 2.32, figure of orientation values.
    [Theory]
    [InlineData(1, 0.25, 0.25)]
    [InlineData(2, 0.75, 0.25)]
    [InlineData(3, 0.75, 0.75)]
    [InlineData(4, 0.25, 0.75)]
    [InlineData(5, 0.25, 0.25)]
    [InlineData(6, 0.75, 0.25)]
    [InlineData(7, 0.75, 0.75)]
    [InlineData(8, 0.25, 0.75)]
    public void Picture_and_close_up_are_upright(byte orientation, double x, double y)
    {
        using var flag = Pictures.Flag(640, 320);
        _reader.Read(Pictures.WithOrientation(Pictures.Encode(flag, "jpeg"), orientation), Recipe, _input);
        var picture = _reader.Picture(80);
        Assert.Equal(orientation >= 5, picture.Height > picture.Width);
        AssertColour(picture, x, y, 0, 255, 0);
        var close = _reader.CloseUp(x, y, 0.25, 20);
        Assert.Equal((20, 20), (close.Width, close.Height));
        AssertColour(close, 0.5, 0.5, 0, 255, 0);
    }

    // Half of the shorter side of 640 x 320 is 160 px: round (320, 80) it reaches from 240 to 400, green left and blue right of 320.
    [Fact]
    public void A_close_up_shows_a_square_round_its_place_and_is_moved_in_at_the_edge()
    {
        using var flag = Pictures.Flag(640, 320);
        _reader.Read(Pictures.Encode(flag, "png"), Recipe, _input);
        var middle = _reader.CloseUp(0.5, 0.25, 0.5, 16);
        AssertColour(middle, 7.5 / 16, 0.5, 0, 255, 0);
        AssertColour(middle, 8.5 / 16, 0.5, 0, 0, 255);
        AssertColour(middle, 7.5 / 16, 0.99, 0, 255, 0);
        var corner = _reader.CloseUp(0, 1, 0.5, 16);
        Assert.All(Enumerable.Range(0, 256), at => Assert.Equal([255, 0, 0], corner.Bytes.AsSpan(3 * at, 3).ToArray()));
    }

    [Fact]
    public void Where_no_whole_photo_was_read_last_there_is_no_picture()
    {
        Assert.Throws<InvalidOperationException>(() => _reader.Picture(40));
        using var noise = Pictures.Noise(160, 120);
        var whole = Pictures.Encode(noise, "jpeg");
        _reader.Read(whole, Recipe, _input);
        Assert.NotNull(_reader.Picture(40));
        Assert.IsType<PhotoReading.Truncated>(_reader.Read(whole.AsSpan(0, whole.Length / 2), Recipe, _input));
        Assert.Throws<InvalidOperationException>(() => _reader.Picture(40));
        Assert.Throws<InvalidOperationException>(() => _reader.CloseUp(0.5, 0.5, 0.5, 8));
    }

    private static void AssertColour(RgbImage picture, double x, double y, byte red, byte green, byte blue)
    {
        var at = 3 * (((int)(y * picture.Height) * picture.Width) + (int)(x * picture.Width));
        Assert.Equal([red, green, blue], picture.Bytes.AsSpan(at, 3).ToArray().Select(value => value > 200 ? (byte)255 : value < 55 ? (byte)0 : value));
    }
}
