using System.Text;
using DefectVision.Fixtures;
using DefectVision.Imaging.Withholding;
using SkiaSharp;

namespace DefectVision.Imaging.Tests.Withholding;

/// <summary>Rules: what is asked to be left out is in no byte of the copy, what is not asked stays, and every pixel is as it was (EXIF 2.32; T.81; ISO/IEC 15948; RFC 9649; ICC.1:2022).</summary>
public sealed class CleanPhotoTests : IDisposable
{
    private readonly PhotoReader _reader = new(DecodeLimits.Default);

    public void Dispose() => _reader.Dispose();

    [Theory]
    [InlineData("jpeg", true, MetadataKinds.Gps)]
    [InlineData("jpeg", false, MetadataKinds.Gps)]
    [InlineData("jpeg", true, MetadataKinds.ExifSerial)]
    [InlineData("jpeg", false, MetadataKinds.Gps | MetadataKinds.ExifSerial)]
    [InlineData("jpeg", true, MetadataKinds.Personal)]
    [InlineData("png", true, MetadataKinds.Gps)]
    [InlineData("png", false, MetadataKinds.Gps | MetadataKinds.ExifSerial | MetadataKinds.Personal)]
    [InlineData("png", true, MetadataKinds.Personal)]
    [InlineData("webp", true, MetadataKinds.ExifSerial)]
    [InlineData("webp", false, MetadataKinds.Gps | MetadataKinds.ExifSerial)]
    [InlineData("webp", false, MetadataKinds.Personal)]
    public void What_is_asked_goes_and_the_rest_of_exif_and_every_pixel_stays(string format, bool isLittle, MetadataKinds kinds)
    {
        var photo = FileParts.WithExif(format, Exif(isLittle));
        var copy = CleanPhoto.Of(photo, kinds, _reader)!;
        var (before, after) = (Encoding.Latin1.GetString(photo), Encoding.Latin1.GetString(copy.Bytes));
        AssertStays(!kinds.HasFlag(MetadataKinds.Gps), Encoding.Latin1.GetString(Place(isLittle)));
        AssertStays(!kinds.HasFlag(MetadataKinds.ExifSerial), "SERIAL-BODY", "SERIAL-LENS", "SERIAL-DNG");
        AssertStays(!kinds.HasFlag(MetadataKinds.Personal), "A. PERSON", "(c) PERSON", "OWNER", "COMMENT", "UNIQUE", "EDITOR 1.0", "HOST", "DOCUMENT", "T\0I\0T\0L\0E");
        AssertStays(kinds is MetadataKinds.ExifSerial, "AREA");
        AssertStays(false, "MAKER-NOTE", "INTEROP", "<xmp>", "IPTC", "RESOURCE", "SUB-DIRECTORY", "THUMBNAIL", "UNKNOWN", "BEHIND", "SLACK", "SHIFTED");
        AssertStays(true, "ACME", "Phone 1", "2026:11:20 09:30:00", "+08:00");
        Assert.NotNull(copy.PixelsSha256);
        Assert.Equal(_reader.PixelDigest(photo), copy.PixelsSha256);
        Assert.Equal(6, PhotoReader.ReadHeader(copy.Bytes)!.Orientation);
        Assert.Equal(new CaptureFacts("2026-11-20T09:30:00+08:00", "ACME Phone 1"), CaptureFacts.Of(copy.Bytes) with { Software = null });
        Assert.Equal(copy.Bytes, CleanPhoto.Of(copy.Bytes, kinds, _reader)!.Bytes);

        void AssertStays(bool isWanted, params string[] words) => Assert.All(words, word =>
        {
            Assert.Contains(word, before, StringComparison.Ordinal);
            Assert.True(isWanted == after.Contains(word, StringComparison.Ordinal), word);
        });
    }

    [Theory]
    [InlineData("jpeg")]
    [InlineData("png")]
    [InlineData("webp")]
    [InlineData("bmp")]
    public void A_photo_without_remarks_stays_as_it_is_to_the_last_byte(string format)
    {
        var plain = FileParts.Plain(format);
        Assert.Equal(plain, CleanPhoto.Of(plain, MetadataKinds.Gps, _reader)!.Bytes);
    }

    [Theory]
    [InlineData("jpeg")]
    [InlineData("png")]
    [InlineData("webp")]
    public void A_profile_keeps_its_colours_and_loses_its_remarks(string format)
    {
        using var wide = SKColorSpace.CreateRgb(SKColorSpaceTransferFn.Srgb, SKColorSpaceXyz.AdobeRgb);
        var (photo, plain) = format switch
        {
            "jpeg" => (FileParts.Jpeg(wide), FileParts.Jpeg()),
            "png" => (FileParts.Png(wide), FileParts.Png()),
            _ => (FileParts.WebP(colours: wide), FileParts.WebP()),
        };
        var copy = CleanPhoto.Of(photo, MetadataKinds.Personal, _reader)!;
        Assert.NotEqual(photo, copy.Bytes);
        Assert.NotEqual(_reader.PixelDigest(plain), copy.PixelsSha256);
        Assert.Equal(_reader.PixelDigest(photo), copy.PixelsSha256);
    }

    [Fact]
    public void A_progressive_photo_and_one_without_an_end_mark_are_copied()
    {
        var progressive = Convert.FromBase64String(OtherFormatTests.ProgressiveJpeg);
        Assert.Equal(_reader.PixelDigest(progressive), CleanPhoto.Of(progressive, MetadataKinds.Gps, _reader)!.PixelsSha256);
        var whole = FileParts.Jpeg();
        Assert.Equal(whole, CleanPhoto.Of(whole.AsSpan(..^2), MetadataKinds.Gps, _reader)!.Bytes);
        Assert.Null(CleanPhoto.Of(whole.AsSpan(..^12), MetadataKinds.Gps, _reader));
    }

    [Fact]
    public void A_scan_that_another_replaces_is_a_picture_that_nobody_sees_and_there_is_no_copy()
    {
        var jpeg = FileParts.Jpeg();
        byte[] twice = [.. jpeg[..^2], .. jpeg[FileParts.At(jpeg, 0xDA)..]];
        Assert.NotNull(_reader.PixelDigest(twice));
        Assert.Null(CleanPhoto.Of(twice, MetadataKinds.Gps, _reader));
    }

    [Fact]
    public void Exif_of_which_nothing_can_be_read_goes_as_a_whole()
    {
        var exif = Exif(true);
        exif[4] = 0xFF; // the directory lies behind the end
        exif[5] = 0xFF;
        Assert.Equal(FileParts.Jpeg(), CleanPhoto.Of(FileParts.WithExif("jpeg", exif), MetadataKinds.Gps, _reader)!.Bytes);
    }

    [Fact]
    public void A_directory_that_leads_to_itself_ends()
    {
        var exif = new ExifBlock().Text(0x010F, "ACME").Add(0x8769, 4, ExifBlock.Long(8, true)).Add(0x8825, 4, ExifBlock.Long(8, true)).ToBytes(true);
        Assert.Contains("ACME", Encoding.Latin1.GetString(CleanPhoto.Of(FileParts.WithExif("jpeg", exif), MetadataKinds.Personal, _reader)!.Bytes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026:11:20 09:30:00", true)]
    [InlineData("2026:11:20 PERSON-1", false)]
    [InlineData("2026:11:20 09:30:00 PERSON", false)]
    public void A_field_of_another_form_than_its_own_goes(string taken, bool stays)
    {
        var photo = FileParts.WithExif("jpeg", new ExifBlock().Leads(0x8769, new ExifBlock().Text(0x9003, taken)).ToBytes(true));
        Assert.Equal(stays, Encoding.Latin1.GetString(CleanPhoto.Of(photo, MetadataKinds.Gps, _reader)!.Bytes).Contains(taken, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("jpeg")]
    [InlineData("png")]
    [InlineData("webp")]
    [InlineData("bmp")]
    public void A_file_cut_or_broken_anywhere_gives_a_copy_or_nothing_and_no_fault(string format)
    {
        var photo = format == "bmp" ? FileParts.Bmp() : FileParts.WithExif(format, Exif(true));
        for (var at = 0; at < Math.Min(photo.Length, 900); at += 2)
        {
            CleanPhoto.Of(photo.AsSpan(0, at), MetadataKinds.Gps, _reader);
            var broken = photo.ToArray();
            broken[at] ^= 0xFF;
            Assert.Equal(_reader.PixelDigest(broken), CleanPhoto.Of(broken, MetadataKinds.Gps | MetadataKinds.ExifSerial, _reader) is { } copy ? copy.PixelsSha256 : _reader.PixelDigest(broken));
        }
    }

    [Fact]
    public void What_fills_up_the_pixels_and_rows_of_a_bitmap_becomes_zeros()
    {
        // Two rows of one pixel: 24 bits with a byte to fill the row, and 32 bits with a byte that shows nothing.
        Assert.Equal(Bitmap(24, [1, 2, 3, 0, 4, 5, 6, 0]), CleanPhoto.Of(Bitmap(24, [1, 2, 3, 0xAA, 4, 5, 6, 0xBB]), MetadataKinds.Gps, _reader)!.Bytes);
        Assert.Equal(Bitmap(32, [1, 2, 3, 0, 4, 5, 6, 0]), CleanPhoto.Of(Bitmap(32, [1, 2, 3, 0xAA, 4, 5, 6, 0xBB]), MetadataKinds.Gps, _reader)!.Bytes);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(8)]
    public void A_region_is_black_where_the_upright_photo_has_it(byte orientation)
    {
        using var flag = Pictures.Flag(40, 20);
        var photo = Pictures.WithOrientation(Pictures.Encode(flag, "jpeg"), orientation);
        var png = _reader.Blackened(photo, [new PhotoRegion(3, 2, 5, 4)])!;
        var (before, after) = (_reader.ReadPicture(photo, 40).Picture!, _reader.ReadPicture(png, 40).Picture!);
        Assert.Equal((before.Width, before.Height), (after.Width, after.Height));
        for (var at = 0; at < before.Width * before.Height; at++)
        {
            var isInside = at % before.Width is >= 3 and < 8 && at / before.Width is >= 2 and < 6;
            Assert.Equal(isInside ? [0, 0, 0] : before.Bytes.AsSpan(3 * at, 3).ToArray(), after.Bytes.AsSpan(3 * at, 3).ToArray());
        }
    }

    [Theory]
    [InlineData(0, 0, 40, 20, true)]
    [InlineData(1, 0, 40, 20, false)]
    [InlineData(0, 1, 40, 20, false)]
    [InlineData(-1, 0, 1, 1, false)]
    [InlineData(0, 0, 0, 1, false)]
    [InlineData(int.MaxValue, 0, int.MaxValue, 1, false)]
    public void A_region_lies_inside_or_it_does_not(int x, int y, int width, int height, bool isInside) => Assert.Equal(isInside, new PhotoRegion(x, y, width, height).IsInside(40, 20));

    private static byte[] Bitmap(byte bits, byte[] rows)
    {
        var file = new byte[54];
        "BM"u8.CopyTo(file);
        (file[2], file[10], file[14], file[18], file[22], file[26], file[28], file[34]) = ((byte)(54 + rows.Length), 54, 40, 1, 2, 1, bits, (byte)rows.Length);
        return [.. file, .. rows];
    }

    // Degrees, minutes and seconds of a latitude.
    private static byte[] Place(bool isLittle) => [.. new[] { 31, 1, 13, 1, 4944, 100 }.SelectMany(number => ExifBlock.Long(number, isLittle))];

    private static byte[] Exif(bool isLittle)
    {
        var thumbnail = new ExifBlock().Bytes(0x0201, "THUMBNAIL").Leads(0x8825, new ExifBlock().Add(0x02, 5, Place(isLittle)));
        return new ExifBlock { Next = thumbnail }
            .Text(0x010D, "DOCUMENT").Text(0x010F, "ACME\0BEHIND").Text(0x0110, "Phone 1").Add(0x0112, 3, ExifBlock.Short(6, isLittle)).Text(0x0131, "EDITOR 1.0")
            .Leads(0x014A, new ExifBlock().Text(0x010F, "SUB-DIRECTORY")).Text(0x013B, "A. PERSON").Text(0x013C, "HOST").Add(0x02BC, 1, [.. "<xmp>"u8])
            .Text(0x8298, "(c) PERSON").Bytes(0x83BB, "IPTC-").Bytes(0x8649, "RESOURCE")
            .Leads(0x8769, new ExifBlock().Text(0x9003, "2026:11:20 09:30:00").Text(0x9011, "+08:00").Bytes(0x927C, "MAKER-NOTE").Bytes(0x9286, "ASCII\0\0\0COMMENT")
                .Leads(0xA005, new ExifBlock().Text(0xA431, "INTEROP")).Text(0xA420, "UNIQUE").Text(0xA430, "OWNER").Text(0xA431, "SERIAL-BODY").Text(0xA435, "SERIAL-LENS").Text(0xEA1D, "UNKNOWN"))
            .Leads(0x8825, new ExifBlock().Add(0x02, 5, Place(isLittle)).Bytes(0x1C, "AREA-"))
            .Add(0x9C9B, 1, [.. "T\0I\0T\0L\0E\0\0\0S\0SHIFTED"u8]).Text(0xC62F, "SERIAL-DNG").ToBytes(isLittle, "SLACK");
    }
}
