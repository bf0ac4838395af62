using System.Buffers.Binary;
using System.Text;
using DefectVision.Imaging.Withholding;

namespace DefectVision.Imaging.Tests.Withholding;

/// <summary>Rules: what is asked to be taken out is in no byte of the file any more, and every pixel is as it was (EXIF 2.32; T.81; ISO/IEC 15948; RFC 9649).</summary>
public sealed class MetadataEraserTests : IDisposable
{
    private const string Place = "31.2304N-PLACE";
    private const string Serial = "SN-0815-SERIAL";
    private const string Maker = "MAKERNOTE-OF-ITS-OWN";
    private static readonly byte[] Trailer = Encoding.ASCII.GetBytes("a film behind the picture, " + Place);
    private readonly PhotoReader _reader = new(DecodeLimits.Default);

    public void Dispose() => _reader.Dispose();

    [Theory]
    [InlineData("jpeg", true, MetadataKinds.Gps)]
    [InlineData("jpeg", false, MetadataKinds.Gps)]
    [InlineData("jpeg", true, MetadataKinds.ExifSerial)]
    [InlineData("jpeg", false, MetadataKinds.Gps | MetadataKinds.ExifSerial)]
    [InlineData("png", true, MetadataKinds.Gps)]
    [InlineData("png", false, MetadataKinds.Gps | MetadataKinds.ExifSerial)]
    [InlineData("webp", true, MetadataKinds.ExifSerial)]
    [InlineData("webp", false, MetadataKinds.Gps | MetadataKinds.ExifSerial)]
    public void What_is_asked_goes_and_the_rest_of_exif_and_every_pixel_stays(string format, bool isLittle, MetadataKinds kinds)
    {
        var photo = Photo(format, Exif(isLittle));
        var erased = MetadataEraser.Erase(photo, kinds)!;
        var (before, after) = (Encoding.Latin1.GetString(photo), Encoding.Latin1.GetString(erased));
        Assert.Contains(Place, before, StringComparison.Ordinal);
        Assert.Equal(!kinds.HasFlag(MetadataKinds.Gps), after.Contains(Place, StringComparison.Ordinal));
        Assert.Equal(!kinds.HasFlag(MetadataKinds.ExifSerial), after.Contains(Serial, StringComparison.Ordinal));
        Assert.DoesNotContain(Maker, after, StringComparison.Ordinal);
        Assert.DoesNotContain("x:xmpmeta", after, StringComparison.Ordinal);
        Assert.Contains("ACME", after, StringComparison.Ordinal);
        Assert.NotNull(_reader.PixelDigest(photo));
        Assert.Equal(_reader.PixelDigest(photo), _reader.PixelDigest(erased));
        Assert.Equal(PhotoReader.ReadHeader(photo)!.Orientation, PhotoReader.ReadHeader(erased)!.Orientation);
        Assert.Equal(erased, MetadataEraser.Erase(erased, kinds));
        Assert.True(format == "png" || erased.Length == photo.Length);
    }

    [Fact]
    public void Capture_time_and_device_of_a_jpeg_stay()
    {
        var photo = Photo("jpeg", Exif(true));
        Assert.Equal("ACME", CaptureFacts.Of(photo).Device);
        Assert.Equal(CaptureFacts.Of(photo), CaptureFacts.Of(MetadataEraser.Erase(photo, MetadataKinds.Gps | MetadataKinds.ExifSerial)));
    }

    [Fact]
    public void Comments_and_what_follows_the_picture_go_as_a_whole()
    {
        var plain = Plain("jpeg");
        byte[] photo = [.. plain.AsSpan(0, 2), .. Segment(0xFE, Encoding.ASCII.GetBytes(Place)), .. Segment(0xE5, Encoding.ASCII.GetBytes(Place)), .. plain.AsSpan(2), .. Trailer];
        var erased = MetadataEraser.Erase(photo, MetadataKinds.Gps)!;
        Assert.DoesNotContain(Place, Encoding.Latin1.GetString(erased), StringComparison.Ordinal);
        Assert.Equal(_reader.PixelDigest(plain), _reader.PixelDigest(erased));
    }

    [Fact]
    public void A_photo_without_remarks_stays_as_it_is()
    {
        foreach (var format in (string[])["jpeg", "png", "webp", "bmp"])
        {
            var plain = Plain(format);
            Assert.Equal(_reader.PixelDigest(plain), _reader.PixelDigest(MetadataEraser.Erase(plain, MetadataKinds.Gps)));
        }
    }

    [Fact]
    public void Exif_that_cannot_be_followed_goes_as_a_whole()
    {
        var exif = Exif(true);
        exif[8] = 0xFF; // more entries than there are bytes
        exif[9] = 0x7F;
        var erased = MetadataEraser.Erase(Photo("jpeg", exif), MetadataKinds.Gps)!;
        Assert.DoesNotContain("ACME", Encoding.Latin1.GetString(erased), StringComparison.Ordinal);
        Assert.DoesNotContain(Place, Encoding.Latin1.GetString(erased), StringComparison.Ordinal);
    }

    [Fact]
    public void A_directory_that_leads_to_itself_ends_and_goes()
    {
        var exif = Exif(true);
        BinaryPrimitives.WriteUInt32LittleEndian(exif.AsSpan(10 + (4 * 12)), 8);
        Assert.DoesNotContain(Place, Encoding.Latin1.GetString(MetadataEraser.Erase(Photo("jpeg", exif), MetadataKinds.Gps)!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("jpeg")]
    [InlineData("png")]
    [InlineData("webp")]
    public void A_file_cut_or_broken_anywhere_gives_a_copy_or_nothing_and_no_fault(string format)
    {
        var photo = Photo(format, Exif(true));
        for (var at = 0; at < Math.Min(photo.Length, 900); at++)
        {
            MetadataEraser.Erase(photo.AsSpan(0, at), MetadataKinds.Gps);
            var broken = photo.ToArray();
            broken[at] ^= 0xFF;
            MetadataEraser.Erase(broken, MetadataKinds.Gps | MetadataKinds.ExifSerial);
        }
    }

    [Fact]
    public void What_is_no_photo_that_is_read_gives_nothing()
    {
        Assert.Null(MetadataEraser.Erase("no photo"u8, MetadataKinds.Gps));
        Assert.Null(MetadataEraser.Erase("GIF89a"u8, MetadataKinds.Gps));
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

    private static byte[] Plain(string format)
    {
        using var noise = Pictures.Noise(40, 30);
        return Pictures.Encode(noise, format);
    }

    private static byte[] Photo(string format, byte[] exif)
    {
        var plain = Plain(format);
        var xmp = Encoding.ASCII.GetBytes("<x:xmpmeta exif:GPSLatitude='" + "x'/>");
        return format switch
        {
            "jpeg" => [.. plain.AsSpan(0, 2), .. Segment(0xE1, [.. "Exif\0\0"u8, .. exif]), .. Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. xmp]), .. plain.AsSpan(2)],
            "png" => [.. plain.AsSpan(0, 33), .. Chunk("eXIf", exif), .. Chunk("iTXt", [.. "XML:com.adobe.xmp\0\0\0\0\0"u8, .. xmp]), .. plain.AsSpan(33)],
            _ => Riff([.. plain.AsSpan(12), .. LittleChunk("EXIF", exif), .. LittleChunk("XMP ", xmp)]),
        };
    }

    private static byte[] Segment(byte marker, byte[] body) => [0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body];

    private static byte[] Chunk(string name, byte[] body)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. body];
        var sum = uint.MaxValue;
        foreach (var value in named)
        {
            sum ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) == 1 ? (sum >> 1) ^ 0xEDB88320 : sum >> 1;
            }
        }

        var around = new byte[8];
        BinaryPrimitives.WriteInt32BigEndian(around, body.Length);
        BinaryPrimitives.WriteUInt32BigEndian(around.AsSpan(4), ~sum);
        return [.. around.AsSpan(0, 4), .. named, .. around.AsSpan(4)];
    }

    private static byte[] LittleChunk(string name, byte[] body)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, body.Length);
        return [.. Encoding.ASCII.GetBytes(name), .. length, .. body, .. body.Length % 2 == 1 ? new byte[1] : []];
    }

    private static byte[] Riff(byte[] chunks)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, chunks.Length + 4);
        return [.. "RIFF"u8, .. length, .. "WEBP"u8, .. chunks];
    }

    // IFD0: maker, orientation, EXIF, GPS. EXIF: serial number, maker's note. GPS: one text.
    private static byte[] Exif(bool isLittle)
    {
        var tiff = new byte[260];
        Encoding.ASCII.GetBytes(isLittle ? "II" : "MM").CopyTo(tiff, 0);
        Short(2, 42);
        Long(4, 8);
        Short(8, 4);
        Entry(10, 0x010F, 2, 5, 160, "ACME\0");
        Entry(22, 0x0112, 3, 1, 0, null);
        Short(30, 1);
        Entry(34, 0x8769, 4, 1, 70, null);
        Entry(46, 0x8825, 4, 1, 110, null);
        Short(70, 2);
        Entry(72, 0xA431, 2, Serial.Length, 170, Serial);
        Entry(84, 0x927C, 7, Maker.Length, 190, Maker);
        Short(110, 1);
        Entry(112, 0x0012, 2, Place.Length, 220, Place);
        return tiff;

        void Entry(int at, ushort tag, ushort kind, int count, int value, string? text)
        {
            Short(at, tag);
            Short(at + 2, kind);
            Long(at + 4, count);
            Long(at + 8, value);
            if (text is not null)
            {
                Encoding.ASCII.GetBytes(text).CopyTo(tiff, value);
            }
        }

        void Short(int at, ushort value)
        {
            var bytes = BitConverter.GetBytes(value);
            (isLittle == BitConverter.IsLittleEndian ? bytes : [.. bytes.Reverse()]).CopyTo(tiff, at);
        }

        void Long(int at, int value)
        {
            var bytes = BitConverter.GetBytes(value);
            (isLittle == BitConverter.IsLittleEndian ? bytes : [.. bytes.Reverse()]).CopyTo(tiff, at);
        }
    }
}
