using System.Buffers.Binary;
using DefectVision.Imaging.Decoding;

namespace DefectVision.Imaging.Tests;

/// <summary>
/// Rules: HEIC, AVIF, TIFF and GIF are read like the other formats, upright, in sRGB, by their content and not by their name; a camera's RAW is named and not read; capture
/// data are read wherever a format keeps EXIF. The pictures are the flag of 64 x 32 px, written by ImageMagick.
/// </summary>
public sealed class OtherFormatTests : IDisposable
{
    private const string Heic =
        "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAaptZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5waXRtAAAAAAACAAAAEGlkYXQAAAAAAEAAIAAAADhpbG9jAQAAAERAAAIAAQAAAAAAAAHOAAEAAAAAAAAA/gACAAEAAAAAAAAAAQAAAAAAAAAIAAAAOGlpbmYAAAAAAAIAAAAVaW5mZQIAAAEAAQAAaHZjMQAAAAAVaW5mZQIAAAAAAgAAZ3JpZAAAAADVaXBycAAAALNpcGNvAAAAc2h2Y0MBA3AAAAAAAAAAAAAe8AD8/fj4AAAPAyAAAQAYQAEMAf//A3AAAAMAkAAAAwAAAwAeugJAIQABACdCAQEDcAAAAwCQAAADAAADAB6gIIEFlurkprmwIAAAAwAgAAADACEiAAEABkQBwXPAiQAAABRpc3BlAAAAAAAAAEAAAABAAAAAFGlzcGUAAAAAAAAAQAAAACAAAAAQcGl4aQAAAAADCAgIAAAAGmlwbWEAAAAAAAAAAgABAoECAAICA4QAAAAaaXJlZgAAAAAAAAAOZGltZwACAAEAAQAAAQZtZGF0AAAA+igBrwT4QTF1ge4pw+ryP9Hf///akD//2lzSs4jS6v1SLP2NJhqBDfp34xj8NFcjJpra3/HYMLW+I0OlnjqKmX9ErqUay/5anXv8GFD6bef7O4r1Atr968FV2HN29rzbElpVuOFVMJ6R/QZgDFX//28FVlpnrPj42oftxAxWP7H6oCh5PL6Q17N364mR///edvRsGajQDDN+67vJ2PLLz8UCoumd4DVE/5HyrL6v4PwPGVBBTNmXw3mrOJlNWTsiXkU++y9L+/kHHvaYxfUtrZCCKGfv9RhQEV92Ut6z0Qm01C1w8pK5S3TjgGR3LY3m++0Ogjk/1PDK49g=";

    private const string Avif =
        "AAAAHGZ0eXBhdmlmAAAAAG1pZjFhdmlmbWlhZgAAARdtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAADRpbG9jAAAAAERAAAIAAQAAAAABOwABAAAAAAAAAEUAAgAAAAABgAABAAAAAAAAAHoAAAA4aWluZgAAAAAAAgAAABVpbmZlAgAAAAABAABhdjAxAAAAABVpbmZlAgAAAQACAABFeGlmAAAAAA5waXRtAAAAAAABAAAAVmlwcnAAAAA4aXBjbwAAAAxhdjFDgQAMAAAAABRpc3BlAAAAAAAAAEAAAAAgAAAAEHBpeGkAAAAAAwgICAAAABZpcG1hAAAAAAAAAAEAAQOBAgMAAAAaaXJlZgAAAAAAAAAOY2RzYwACAAEAAQAAAMdtZGF0EgAKCRgVP/tEBDQaEDI2F4eHhiGEkkkmUAAAAOuyOWPE2c0kj4jx6yq1G0i8XkvKUeSefoY2KUZlUfvzpUJMl7xRMhegAAAABkV4aWYAAElJKgAIAAAAAwAPAQIACAAAADYAAAAQAQIACAAAAD4AAABphwQAAQAAAEYAAAAAAAAAAAAAAEV4YW1wbGUAUGhvbmUgMQABAAOQAgAUAAAAXAAAAAAAAAAAAAAAMjAyNjoxMToyMCAwOTozMDowMAA=";

    internal const string ProgressiveJpeg =
        "/9j/4AAQSkZJRgABAQAAAQABAAD/4QB4RXhpZgAASUkqAAgAAAADAA8BAgAIAAAANgAAABABAgAIAAAAPgAAAGmHBAABAAAARgAAAAAAAAAAAAAARXhhbXBsZQBQaG9uZSAxAAEAA5ACABQAAABcAAAAAAAAAAAAAAAyMDI2OjExOjIwIDA5OjMwOjAwAP/bAEMADQkKCwoIDQsKCw4ODQ8TIBUTEhITJxweFyAuKTEwLiktLDM6Sj4zNkY3LC1AV0FGTE5SU1IyPlphWlBgSlFST//bAEMBDg4OExETJhUVJk81LTVPT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT//CABEIACAAQAMBIgACEQEDEQH/xAAXAAEBAQEAAAAAAAAAAAAAAAAABAMG/8QAFgEBAQEAAAAAAAAAAAAAAAAAAAYF/9oADAMBAAIQAxAAAAHcY+ABzIvNkC8R1UBALGVA/8QAFBABAAAAAAAAAAAAAAAAAAAAUP/aAAgBAQABBQID/8QAFBEBAAAAAAAAAAAAAAAAAAAAMP/aAAgBAwEBPwEP/8QAFBEBAAAAAAAAAAAAAAAAAAAAMP/aAAgBAgEBPwEP/8QAFBABAAAAAAAAAAAAAAAAAAAAUP/aAAgBAQAGPwID/8QAFBABAAAAAAAAAAAAAAAAAAAAUP/aAAgBAQABPyED/9oADAMBAAIAAwAAABAEH74MP77/xAAUEQEAAAAAAAAAAAAAAAAAAAAw/9oACAEDAQE/EA//xAAUEQEAAAAAAAAAAAAAAAAAAAAw/9oACAECAQE/EA//xAAUEAEAAAAAAAAAAAAAAAAAAABQ/9oACAEBAAE/EAP/2Q==";

    private static readonly InputRecipe Recipe = new(InputRecipe.CurrentVersion, 64, 32);
    private readonly PhotoReader _reader = new(DecodeLimits.Default);
    private readonly float[] _input = new float[Recipe.Length];

    public static TheoryData<string, PhotoFormat> Files => new()
    {
        { Heic, PhotoFormat.Heif },
        { Avif, PhotoFormat.Avif },
        { ProgressiveJpeg, PhotoFormat.Jpeg },
        { Convert.ToBase64String(Tiff()), PhotoFormat.Tiff },
        { Convert.ToBase64String(Gif()), PhotoFormat.Gif },
    };

    public void Dispose() => _reader.Dispose();

    [SkippableTheory]
    [MemberData(nameof(Files))]
    public void They_give_the_picture_that_was_taken(string base64, PhotoFormat format)
    {
        Skip.IfNot(FormatSniffer.IsRead(format), "this machine reads no such format");
        var header = Assert.IsType<PhotoReading.Readable>(_reader.Read(Convert.FromBase64String(base64), Recipe, _input)).Header;
        Assert.Equal((format, 64, 32, 1), (header.Format, header.Width, header.Height, header.Orientation));
        AssertColour(8, 4, 0, 1, 0);
        AssertColour(8, 28, 1, 0, 0);
        AssertColour(56, 16, 0, 0, 1);
    }

    [SkippableTheory]
    [MemberData(nameof(Files))]
    public void Cut_or_damaged_they_are_no_photo_and_end_no_run(string base64, PhotoFormat format)
    {
        Skip.IfNot(FormatSniffer.IsRead(format), "this machine reads no such format");
        var whole = Convert.FromBase64String(base64);

        // Behind the picture stands its EXIF, which may be cut.
        for (var percent = 5; percent < 60; percent += 10)
        {
            Assert.IsNotType<PhotoReading.Readable>(_reader.Read(whole.AsSpan(0, whole.Length * percent / 100), Recipe, _input));
        }
    }

    [SkippableFact]
    public void They_are_held_to_the_limits_before_they_are_decoded()
    {
        Skip.IfNot(FormatSniffer.IsRead(PhotoFormat.Heif), "this machine reads no such format");
        using var strict = new PhotoReader(DecodeLimits.Default with { MaxPixels = 2000 });
        Assert.IsType<PhotoReading.TooLarge>(strict.Read(Convert.FromBase64String(Heic), Recipe, _input));
    }

    [Theory]
    [InlineData(Avif)]
    [InlineData(ProgressiveJpeg)]
    public void Capture_data_are_read_wherever_they_lie(string base64) =>
        Assert.Equal(new CaptureFacts("2026-11-20T09:30:00", "Example Phone 1"), CaptureFacts.Of(Convert.FromBase64String(base64)));

    [Fact]
    public void Capture_data_of_a_png_a_webp_and_a_heic_are_those_of_a_jpeg()
    {
        using var flag = Pictures.Flag(32, 32);
        var exif = Convert.FromBase64String(Avif) is var avif && avif.AsSpan().LastIndexOf("Exif\0\0"u8) is var at ? avif[(at + 6)..] : [];
        var png = Pictures.Encode(flag, "png");
        Assert.Equal("Example Phone 1", CaptureFacts.Of([.. png[..33], .. Chunk("eXIf"u8, exif), .. png[33..]]).Device);
        var webp = Pictures.Encode(flag, "webp");
        byte[] size = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(size, exif.Length);
        Assert.Equal("Example Phone 1", CaptureFacts.Of([.. webp, .. "EXIF"u8, .. size, .. exif]).Device);
        Assert.Equal("Example Phone 1", CaptureFacts.Of([.. Convert.FromBase64String(Heic), .. "Exif\0\0"u8, .. exif]).Device);
    }

    // The codec reads no EXIF of a PNG.
    [Fact]
    public void A_png_is_turned_upright_by_its_exif()
    {
        using var flag = Pictures.Flag(640, 320);
        var png = Pictures.Encode(flag, "png");
        byte[] turned = [.. png[..33], .. Chunk("eXIf"u8, [.. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0]), .. png[33..]];
        Assert.Equal(6, Assert.IsType<PhotoReading.Readable>(_reader.Read(turned, Recipe, _input)).Header.Orientation);
        AssertColour(56, 4, 0, 1, 0);
    }

    // TIFF 6.0: NewSubfileType 1 is a reduced picture of another one; the DNG specification: DNGVersion.
    [Theory]
    [InlineData(0x00FE, 1, PhotoFormat.Raw)]
    [InlineData(0x00FE, 0, PhotoFormat.Tiff)]
    [InlineData(0xC612, 0x01040000, PhotoFormat.Raw)]
    public void A_raw_is_no_tiff(ushort tag, uint value, PhotoFormat format)
    {
        byte[] tiff = [.. "MM\0*"u8, 0, 0, 0, 8, 0, 1, (byte)(tag >> 8), (byte)tag, 0, 4, 0, 0, 0, 1, (byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value, 0, 0, 0, 0];
        Assert.Equal(format, FormatSniffer.Sniff(tiff));
    }

    private void AssertColour(int x, int y, float red, float green, float blue)
    {
        float[] wanted = [red, green, blue];
        for (var channel = 0; channel < 3; channel++)
        {
            Assert.Equal(wanted[channel], _input[(channel * 64 * 32) + (y * 64) + x], 0.06f);
        }
    }

    private static byte[] Chunk(ReadOnlySpan<byte> type, byte[] data)
    {
        byte[] typed = [.. type, .. data];
        var (length, sum) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(sum, PngChunks.Checksum(typed));
        return [.. length, .. typed, .. sum];
    }

    private static byte[] Colour(int x, int y) => x >= 32 ? [0, 0, 255] : y < 16 ? [0, 255, 0] : [255, 0, 0];

    // One strip of uncompressed RGB.
    private static byte[] Tiff()
    {
        (ushort Tag, uint Value)[] fields =
            [(256, 64), (257, 32), (258, 8), (259, 1), (262, 2), (273, 200), (277, 3), (278, 32), (279, 64 * 32 * 3), (284, 1)];
        var head = new List<byte>([.. "II*\0"u8, 8, 0, 0, 0, (byte)fields.Length, 0]);
        foreach (var (tag, value) in fields)
        {
            head.AddRange([(byte)tag, (byte)(tag >> 8), 4, 0, 1, 0, 0, 0, (byte)value, (byte)(value >> 8), (byte)(value >> 16), (byte)(value >> 24)]);
        }

        head.AddRange(new byte[200 - head.Count]);
        return [.. head, .. Enumerable.Range(0, 64 * 32).SelectMany(at => Colour(at % 64, at / 64))];
    }

    // Three colours; a clear code before each two pixels keeps every code three bits long.
    private static byte[] Gif()
    {
        List<byte> bytes = [.. "GIF89a"u8, 64, 0, 32, 0, 0x91, 0, 0, 0, 255, 0, 255, 0, 0, 0, 0, 255, 0, 0, 0, 0x2C, 0, 0, 0, 0, 64, 0, 32, 0, 0, 2];
        var codes = new List<int>();
        for (var at = 0; at < 64 * 32; at++)
        {
            if (at % 2 == 0)
            {
                codes.Add(4);
            }

            codes.Add(at % 64 >= 32 ? 2 : at / 64 < 16 ? 0 : 1);
        }

        codes.Add(5);
        var packed = new byte[((3 * codes.Count) + 7) / 8];
        for (var bit = 0; bit < 3 * codes.Count; bit++)
        {
            packed[bit / 8] |= (byte)(((codes[bit / 3] >> (bit % 3)) & 1) << (bit % 8));
        }

        foreach (var block in packed.Chunk(255))
        {
            bytes.Add((byte)block.Length);
            bytes.AddRange(block);
        }

        return [.. bytes, 0, 0x3B];
    }
}
