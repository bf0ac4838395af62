using DefectVision.Imaging.Decoding;
using SkiaSharp;

namespace DefectVision.Imaging.Tests;

/// <summary>Rules: a photo is refused for the memory that decoding it takes, the decoder's own included, and several large ones never take it at the same time.</summary>
public sealed class DecodedMemoryTests
{
    private const int FlagPixels = 64 * 32;

    private static readonly InputRecipe Recipe = new(InputRecipe.CurrentVersion, 64, 32);

    // By format what decoding holds, in times of four bytes a pixel.
    [SkippableTheory]
    [MemberData(nameof(OtherFormatTests.Files), MemberType = typeof(OtherFormatTests))]
    public void The_memory_of_a_formats_library_counts(string base64, PhotoFormat format)
    {
        Skip.IfNot(FormatSniffer.IsRead(format), "this machine reads no such format");
        double times = format switch { PhotoFormat.Gif or PhotoFormat.Tiff => 2, PhotoFormat.Avif => 3.75, PhotoFormat.Heif => 1.5, _ => 2.5 };
        AssertLimit(Convert.FromBase64String(base64), (long)(times * FlagPixels));
    }

    [Fact]
    public void A_lossless_WebP_counts_twice_and_one_with_losses_once()
    {
        using var flag = Pictures.Flag(64, 32);
        using var pixels = flag.PeekPixels();
        using var lossless = pixels.Encode(new SKWebpEncoderOptions(SKWebpEncoderCompression.Lossless, 50));
        AssertLimit(lossless!.ToArray(), 2 * FlagPixels);
        AssertLimit(Pictures.Encode(flag, "webp"), FlagPixels);
    }

    // ISO/IEC 15948, 11.2.2: byte 28 of the file is the interlace method. A whole picture as stored is kept beside the result: four channels of eight bits.
    [Fact]
    public void An_interlaced_PNG_counts_what_is_stored_beside_the_result()
    {
        using var flag = Pictures.Flag(64, 32);
        var png = Pictures.Encode(flag, "png");
        AssertLimit(png, FlagPixels);
        var channels = png[25] == 6 ? 4 : 3;
        png[28] = 1;
        Assert.Equal(channels * FlagPixels, PngChunks.BytesHeld(png));
    }

    [Fact]
    public async Task Who_wants_more_than_is_left_waits_until_it_is_given_back()
    {
        DecodedMemory.Take(DecodedMemory.Most - 1);
        var other = Task.Run(() => DecodedMemory.Take(DecodedMemory.Uncounted + 1));
        await Task.Delay(50);
        var hasWaited = !other.IsCompleted;
        DecodedMemory.Give(DecodedMemory.Most - 1);
        await other;
        DecodedMemory.Give(DecodedMemory.Uncounted + 1);
        Assert.True(hasWaited);
    }

    [Fact]
    public async Task Who_wants_more_than_there_is_gets_it_alone_and_small_ones_never_wait()
    {
        await Task.Run(() => DecodedMemory.Take(10 * DecodedMemory.Most));
        await Task.Run(() => DecodedMemory.Take(DecodedMemory.Uncounted));
        DecodedMemory.Give(DecodedMemory.Uncounted);
        DecodedMemory.Give(10 * DecodedMemory.Most);
    }

    [Fact]
    public void What_is_asked_of_a_photo_after_it_was_read_is_there_until_the_photo_is_done()
    {
        using var flag = Pictures.Flag(2200, 2000);
        using var reader = new PhotoReader(DecodeLimits.Default);
        using (reader.Photo())
        {
            Assert.IsType<PhotoReading.Readable>(reader.Read(Pictures.Encode(flag, "png"), Recipe, new float[Recipe.Length]));
            Assert.Equal(100, reader.Picture(100).Width);
        }

        Assert.Throws<InvalidOperationException>(() => reader.Picture(100));
    }

    [Fact]
    public void Of_a_big_picture_each_pixel_that_stays_is_the_mean_of_those_it_covers()
    {
        using var large = new SKBitmap(new SKImageInfo(5, 4, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        for (var y = 0; y < 4; y++)
        {
            for (var x = 0; x < 5; x++)
            {
                large.SetPixel(x, y, new SKColor((byte)(10 * x), (byte)(20 * y), 30, 255));
            }
        }

        using var smaller = BigPicture.Smaller(large, 5);
        Assert.Equal((2, 2), (smaller.Width, smaller.Height));
        Assert.Equal(new SKColor(5, 10, 30, 255), smaller.GetPixel(0, 0));
        Assert.Equal(new SKColor(25, 50, 30, 255), smaller.GetPixel(1, 1));
    }

    private static void AssertLimit(byte[] file, long pixels)
    {
        var input = new float[Recipe.Length];
        using var just = new PhotoReader(DecodeLimits.Default with { MaxPixels = pixels });
        using var less = new PhotoReader(DecodeLimits.Default with { MaxPixels = pixels - 1 });
        Assert.IsType<PhotoReading.Readable>(just.Read(file, Recipe, input));
        Assert.IsType<PhotoReading.TooLarge>(less.Read(file, Recipe, input));
    }
}
