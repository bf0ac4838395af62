using System.Net;
using DefectVision.Fixtures;
using DefectVision.Imaging;
using ImageMagick;

namespace DefectVision.Web.Tests;

/// <summary>Rules of photos: the file itself where a browser shows it, a JPEG where it does not, upright, and never other bytes than were inspected.</summary>
public sealed class PhotoTests
{
    private const int Wide = 64;
    private const int High = 40;

    [Fact]
    public async Task A_jpeg_at_full_size_is_the_file_itself()
    {
        var file = Photos.Good(1);
        await using var room = await Room.Opened(made => made.Put("shipment/A/1.jpg", file));
        using var reader = await room.Visit();
        var answer = await reader.Get($"/photo/{await First(reader)}/full");
        Assert.Equal("image/jpeg", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(file, await answer.Content.ReadAsByteArrayAsync());
        Assert.True(answer.Headers.CacheControl!.Private);
        Assert.Contains("immutable", answer.Headers.CacheControl.ToString(), StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData(MagickFormat.Png, "image/png")]
    [InlineData(MagickFormat.WebP, "image/webp")]
    [InlineData(MagickFormat.Gif, "image/gif")]
    [InlineData(MagickFormat.Bmp, "image/jpeg")]
    [InlineData(MagickFormat.Tiff, "image/jpeg")]
    public async Task A_format_that_no_browser_shows_becomes_a_jpeg(MagickFormat format, string type)
    {
        Skip.IfNot(FormatSniffer.IsRead(FormatSniffer.Sniff(Picture(format))), $"{format} is not read on this machine");

        // The name lies: the content tells.
        await using var room = await Room.Opened(made => made.Put("shipment/A/1.jpg", Picture(format)));
        using var reader = await room.Visit();
        var id = await First(reader);
        var full = await reader.Get($"/photo/{id}/full");
        Assert.Equal(type, full.Content.Headers.ContentType!.MediaType);
        Assert.Equal((Wide, High), SidesOf(await full.Content.ReadAsByteArrayAsync()));
        var screen = await reader.Get($"/photo/{id}/screen");
        Assert.Equal("image/jpeg", screen.Content.Headers.ContentType!.MediaType);
        Assert.Equal((Wide, High), SidesOf(await screen.Content.ReadAsByteArrayAsync()));
    }

    // No library here writes HEVC: the photo is a phone's.
    [SkippableFact]
    public async Task A_phones_heic_is_shown_as_a_jpeg()
    {
        var file = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../../shared/cases/photos/allheic/LOT-Z/IMG_0001.HEIC"));
        Skip.IfNot(File.Exists(file), "shared/cases is not beside the repository");
        var bytes = await File.ReadAllBytesAsync(file);
        Skip.IfNot(FormatSniffer.IsRead(FormatSniffer.Sniff(bytes)), "HEIC is not read on this machine");
        await using var room = await Room.Opened(made => made.Put("shipment/A/1.HEIC", bytes));
        using var reader = await room.Visit();
        foreach (var size in new[] { "full", "screen" })
        {
            var shown = await reader.Get($"/photo/{await First(reader)}/{size}");
            Assert.Equal("image/jpeg", shown.Content.Headers.ContentType!.MediaType);
            var (wide, high) = SidesOf(await shown.Content.ReadAsByteArrayAsync());
            Assert.True(wide > 100 && high > 100, $"found {wide} x {high} px");
        }
    }

    [Theory]
    [InlineData(1, Wide, High)]
    [InlineData(3, Wide, High)]
    [InlineData(6, High, Wide)]
    [InlineData(8, High, Wide)]
    public async Task A_photo_that_was_taken_on_its_side_is_shown_upright(int orientation, int width, int height)
    {
        await using var room = await Room.Opened(made => made.Put("shipment/A/1.jpg", Picture(MagickFormat.Jpeg, (ushort)orientation)));
        using var reader = await room.Visit();
        var photo = (await reader.Json("/api/next?most=1"))["items"]![0]!["photos"]![0]!;
        Assert.Equal((width, height), ((int)photo["width"]!, (int)photo["height"]!));
        var screen = await (await reader.Get($"/photo/{photo["id"]}/screen")).Content.ReadAsByteArrayAsync();
        Assert.Equal((width, height), SidesOf(screen));

        // The file itself keeps its EXIF, which browsers follow.
        var full = await (await reader.Get($"/photo/{photo["id"]}/full")).Content.ReadAsByteArrayAsync();
        Assert.Equal(orientation, PhotoReader.ReadHeader(full)!.Orientation);
    }

    [Fact]
    public async Task A_screen_gets_1600_pixels_and_a_grid_480()
    {
        await using var room = await Room.Opened(made => made.Put("shipment/A/1.jpg", Photos.Plain(Photos.Bright, 1, 2000)));
        using var reader = await room.Visit();
        var id = await First(reader);
        Assert.Equal((1600, 1600), SidesOf(await (await reader.Get($"/photo/{id}/screen")).Content.ReadAsByteArrayAsync()));
        Assert.Equal((480, 480), SidesOf(await (await reader.Get($"/photo/{id}/small")).Content.ReadAsByteArrayAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await reader.Get($"/photo/{id}/huge")).StatusCode);
    }

    [Theory]
    [InlineData("full")]
    [InlineData("screen")]
    [InlineData("small")]
    public async Task A_photo_that_changed_since_the_inspection_is_refused(string size)
    {
        await using var room = await Room.Opened(made => made.Put("shipment/A/1.jpg", Photos.Good(1)));
        room.Put("shipment/A/1.jpg", Photos.Good(2));
        using var reader = await room.Visit();
        var answer = await reader.Get($"/photo/{await First(reader)}/{size}");
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Contains("bytes have changed", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_photo_that_is_gone_is_named_as_gone()
    {
        await using var room = await Room.Opened(made => made.Put("shipment/A/1.jpg", Photos.Good(1)));
        File.Delete(room.At("shipment/A/1.jpg"));
        using var reader = await room.Visit();
        var answer = await reader.Get($"/photo/{await First(reader)}/screen");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("no longer where", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<string> First(Visitor reader) => (string)(await reader.Json("/api/next?most=1"))["items"]![0]!["photos"]![0]!["id"]!;

    private static (int Width, int Height) SidesOf(byte[] picture) => PhotoReader.ReadHeader(picture) is { } header ? (header.UprightWidth, header.UprightHeight) : default;

    // A JPEG with a block of EXIF that holds an orientation and nothing else.
    private static byte[] Turned(byte[] jpeg, byte orientation)
    {
        byte[] exif = [.. "Exif\0\0MM\0*\0\0\0\b\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0"u8, orientation, 0, 0, 0, 0, 0, 0];
        return [.. jpeg[..2], 0xFF, 0xE1, 0, (byte)(exif.Length + 2), .. exif, .. jpeg[2..]];
    }

    private static byte[] Picture(MagickFormat format, ushort orientation = 1)
    {
        using var picture = new MagickImage(MagickColors.LightGray, Wide, High);
        picture.Draw(new ImageMagick.Drawing.Drawables().FillColor(MagickColors.SteelBlue).Rectangle(4, 4, 20, 30));
        return orientation == 1 ? picture.ToByteArray(format) : Turned(picture.ToByteArray(format), (byte)orientation);
    }
}
