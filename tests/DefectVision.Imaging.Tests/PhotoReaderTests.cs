using System.Text;

namespace DefectVision.Imaging.Tests;

/// <summary>Rules: the intake section of the workflow contract and the recipe "dv-input/2".</summary>
public sealed class PhotoReaderTests : IDisposable
{
    private static readonly InputRecipe Recipe = new(InputRecipe.CurrentVersion, 64, 32);
    private readonly PhotoReader _reader = new(DecodeLimits.Default);
    private readonly float[] _input = new float[Recipe.Length];

    public void Dispose() => _reader.Dispose();

    [Theory]
    [InlineData("jpeg", 640, 320)]
    [InlineData("jpeg", 999, 501)]
    [InlineData("png", 640, 320)]
    [InlineData("webp", 640, 320)]
    [InlineData("bmp", 640, 320)]
    [InlineData("bmp", 20, 16)]
    public void Every_read_format_gives_the_same_picture_at_the_working_size(string format, int width, int height)
    {
        using var flag = Pictures.Flag(width, height);
        var reading = _reader.Read(Pictures.Encode(flag, format), Recipe, _input);

        var header = Assert.IsType<PhotoReading.Readable>(reading).Header;
        Assert.Equal((width, height, 1), (header.Width, header.Height, header.Orientation));
        AssertColour(8, 4, 0, 1, 0);
        AssertColour(8, 28, 1, 0, 0);
        AssertColour(56, 4, 0, 0, 1);
        AssertColour(56, 28, 0, 0, 1);
    }

    // Where the green quarter, stored at the upper left, stands once the photo is upright (EXIF 2.32, figure of orientation values).
    [Theory]
    [InlineData(1, false, false)]
    [InlineData(2, true, false)]
    [InlineData(3, true, true)]
    [InlineData(4, false, true)]
    [InlineData(5, false, false)]
    [InlineData(6, true, false)]
    [InlineData(7, true, true)]
    [InlineData(8, false, true)]
    public void The_orientation_of_the_camera_is_applied_once(byte orientation, bool greenIsRight, bool greenIsLow)
    {
        using var flag = Pictures.Flag(640, 320);
        var reading = _reader.Read(Pictures.WithOrientation(Pictures.Encode(flag, "jpeg"), orientation), Recipe, _input);

        Assert.Equal(orientation, Assert.IsType<PhotoReading.Readable>(reading).Header.Orientation);
        AssertColour(greenIsRight ? 56 : 8, greenIsLow ? 28 : 4, 0, 1, 0);
    }

    [Theory]
    [InlineData("jpeg")]
    [InlineData("png")]
    [InlineData("webp")]
    [InlineData("bmp")]
    public void A_photo_cut_anywhere_is_never_readable(string format)
    {
        using var noise = Pictures.Noise(160, 120);
        var whole = Pictures.Encode(noise, format);
        Assert.IsType<PhotoReading.Readable>(_reader.Read(whole, Recipe, _input));
        for (var percent = 1; percent < 100; percent += 3)
        {
            var cut = whole.AsSpan(0, whole.Length * percent / 100);
            var reading = _reader.Read(cut, Recipe, _input);
            Assert.False(reading is PhotoReading.Readable, $"{format} cut to {percent} % was read as whole");
            if (percent > 20)
            {
                Assert.IsType<PhotoReading.Truncated>(reading);
            }
        }
    }

    [Fact]
    public void A_transfer_that_broke_off_and_was_filled_with_zeros_is_truncated()
    {
        using var noise = Pictures.Noise(160, 120);
        var file = Pictures.Encode(noise, "jpeg");
        file.AsSpan(file.Length / 2).Clear();
        Assert.IsType<PhotoReading.Truncated>(_reader.Read(file, Recipe, _input));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(20)]
    [InlineData(50)]
    [InlineData(98)]
    public void A_cut_jpeg_that_was_given_an_end_marker_is_truncated(int percent)
    {
        using var noise = Pictures.Noise(160, 120);
        var file = Pictures.Encode(noise, "jpeg");
        var headers = file.AsSpan().LastIndexOf([(byte)0xFF, (byte)0xDA]) + 20;
        byte[] closed = [.. file[..(headers + ((file.Length - headers) * percent / 100))], 0xFF, 0xD9];
        Assert.IsType<PhotoReading.Truncated>(_reader.Read(closed, Recipe, _input));
    }

    // 128 is the very grey that a decoder shows where data is missing.
    [Theory]
    [InlineData(64, 64)]
    [InlineData(333, 222)]
    public void A_whole_photo_of_the_grey_of_missing_data_is_readable(int width, int height)
    {
        var grey = new RgbImage(width, height);
        Array.Fill(grey.Bytes, (byte)128);
        Assert.IsType<PhotoReading.Readable>(_reader.Read(grey.ToJpeg(80), Recipe, _input));
    }

    [Fact]
    public void Bytes_after_the_end_of_a_photo_do_no_harm()
    {
        using var flag = Pictures.Flag(64, 64);
        byte[] padded = [.. Pictures.Encode(flag, "jpeg"), .. new byte[4096]];
        Assert.IsType<PhotoReading.Readable>(_reader.Read(padded, Recipe, _input));
    }

    [Theory]
    [InlineData("")]
    [InlineData("this is not a photo")]
    [InlineData("BMW: two letters make no bitmap")]
    public void Text_is_unreadable_whatever_the_file_is_called(string text) =>
        Assert.IsType<PhotoReading.Unreadable>(_reader.Read(Encoding.UTF8.GetBytes(text), Recipe, _input));

    [Theory]
    [InlineData("8BPS....", PhotoFormat.Photoshop)]
    [InlineData("\0\0\0\u000CjP  ....", PhotoFormat.Jpeg2000)]
    [InlineData("FUJIFILMCCD-RAW 0201", PhotoFormat.Raw)]
    [InlineData("\0\0\0\u0018ftypcrx ....", PhotoFormat.Raw)]
    [InlineData("<svg xmlns", PhotoFormat.Svg)]
    public void A_format_that_is_known_and_not_read_is_named(string content, PhotoFormat format) =>
        Assert.Equal(format, Assert.IsType<PhotoReading.Unsupported>(_reader.Read(Encoding.Latin1.GetBytes(content), Recipe, _input)).Format);

    // 640 x 320 px are decoded at an eighth of each side; a PNG has no such decode.
    [Theory]
    [InlineData("jpeg", 3200, true)]
    [InlineData("jpeg", 3199, false)]
    [InlineData("png", 3200, false)]
    [InlineData("png", 640 * 320, true)]
    public void What_counts_against_the_limit_is_what_is_decoded(string format, long most, bool isRead)
    {
        using var flag = Pictures.Flag(640, 320);
        using var reader = new PhotoReader(DecodeLimits.Default with { MaxPixels = most });
        Assert.Equal(isRead, reader.Read(Pictures.Encode(flag, format), Recipe, _input) is PhotoReading.Readable);
    }

    [Fact]
    public void A_decompression_bomb_is_refused_on_its_header()
    {
        using var flag = Pictures.Flag(64, 64);
        var bomb = Pictures.Encode(flag, "bmp");
        BitConverter.TryWriteBytes(bomb.AsSpan(18), 25_000);
        BitConverter.TryWriteBytes(bomb.AsSpan(22), 25_000);
        var refused = Assert.IsType<PhotoReading.TooLarge>(_reader.Read(bomb, Recipe, _input));
        Assert.Contains("25,000 x 25,000 px", refused.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(16, true)]
    [InlineData(15, false)]
    public void Below_the_smallest_side_there_is_nothing_to_judge(int side, bool readable)
    {
        using var flag = Pictures.Flag(64, side);
        Assert.Equal(readable, _reader.Read(Pictures.Encode(flag, "png"), Recipe, _input) is PhotoReading.Readable);
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(63, false)]
    public void The_limit_on_sides_is_the_last_size_allowed(int limit, bool readable)
    {
        using var strict = new PhotoReader(DecodeLimits.Default with { MaxSide = limit });
        using var flag = Pictures.Flag(64, 32);
        Assert.Equal(readable, strict.Read(Pictures.Encode(flag, "png"), Recipe, _input) is PhotoReading.Readable);
    }

    [Fact]
    public void The_area_average_of_a_photo_is_the_mean_of_its_pixels()
    {
        using var noise = Pictures.Noise(97, 61);
        _reader.Read(Pictures.Encode(noise, "png"), Recipe, _input);
        double mean = 0;
        for (var y = 0; y < noise.Height; y++)
        {
            for (var x = 0; x < noise.Width; x++)
            {
                mean += noise.GetPixel(x, y).Red / 255.0 / (noise.Width * noise.Height);
            }
        }

        Assert.Equal(mean, _input[..(64 * 32)].Average(), 5);
    }

    [Fact]
    public void A_reader_gives_the_same_input_whatever_it_read_before()
    {
        using var noise = Pictures.Noise(333, 222);
        using var flag = Pictures.Flag(640, 480);
        var photo = Pictures.Encode(noise, "jpeg");
        _reader.Read(photo, Recipe, _input);
        var first = _input.ToArray();
        _reader.Read(Pictures.Encode(flag, "png"), Recipe, _input);
        _reader.Read(photo, Recipe, _input);
        Assert.Equal(first, _input);
    }

    private void AssertColour(int x, int y, float red, float green, float blue)
    {
        var at = (y * Recipe.Width) + x;
        var plane = Recipe.Width * Recipe.Height;
        Assert.InRange(_input[at], red - 0.03f, red + 0.03f);
        Assert.InRange(_input[plane + at], green - 0.03f, green + 0.03f);
        Assert.InRange(_input[(2 * plane) + at], blue - 0.03f, blue + 0.03f);
    }
}
