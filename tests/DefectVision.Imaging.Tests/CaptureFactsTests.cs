using System.Buffers.Binary;
using System.Text;

namespace DefectVision.Imaging.Tests;

/// <summary>EXIF 2.32, section 4.6: when and with what, in either byte order; what is broken gives nothing and no fault.</summary>
public sealed class CaptureFactsTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Time_and_device_are_read_in_both_byte_orders(bool isLittle)
    {
        var photo = Photo(isLittle, ("ACME", "Cam 3", "2026:11:20 09:30:00", "+08:00"));
        Assert.Equal(new CaptureFacts("2026-11-20T09:30:00+08:00", "ACME Cam 3"), CaptureFacts.Of(photo));
        using var reader = new PhotoReader(DecodeLimits.Default);
        Assert.Equal(reader.PixelDigest(new RgbImage(20, 20).ToJpeg(80)), reader.PixelDigest(photo));
    }

    [Theory]
    [InlineData("ACME", "ACME Cam 3", "2026:11:20 09:30:00", "2026-11-20T09:30:00+08:00", "ACME Cam 3")]
    [InlineData("ACME", "Cam", "0000:00:00 00:00:00", null, "ACME Cam")]
    [InlineData("ACME", "Cam", "yesterday", null, "ACME Cam")]
    public void What_is_no_time_is_not_recorded(string maker, string model, string time, string? captured, string device) =>
        Assert.Equal(new CaptureFacts(captured, device), CaptureFacts.Of(Photo(true, (maker, model, time, "+08:00"))));

    [Fact]
    public void A_photo_without_exif_and_what_is_no_photo_give_nothing()
    {
        Assert.Equal(new CaptureFacts(null, null), CaptureFacts.Of(new RgbImage(20, 20).ToJpeg(80)));
        Assert.Equal(new CaptureFacts(null, null), CaptureFacts.Of([]));
        Assert.Equal(new CaptureFacts(null, null), CaptureFacts.Of("no photo"u8));
    }

    [Fact]
    public void Broken_exif_is_read_as_far_as_it_goes()
    {
        var photo = Photo(true, ("ACME", "Cam 3", "2026:11:20 09:30:00", "+08:00"));
        for (var length = 0; length < 200; length++)
        {
            CaptureFacts.Of(photo.AsSpan(0, length));
        }

        for (var at = 2; at < 200; at++)
        {
            foreach (var value in (byte[])[0x00, 0x7F, 0xFF])
            {
                var broken = photo.ToArray();
                broken[at] = value;
                CaptureFacts.Of(broken);
            }
        }
    }

    [Fact]
    public void Other_pixels_have_another_digest_and_what_cannot_be_read_has_none()
    {
        using var reader = new PhotoReader(DecodeLimits.Default);
        var grey = new RgbImage(20, 20);
        grey.Bytes.AsSpan().Fill(128);
        Assert.NotEqual(reader.PixelDigest(new RgbImage(20, 20).ToJpeg(80)), reader.PixelDigest(grey.ToJpeg(80)));
        Assert.Null(reader.PixelDigest("no photo"u8));
    }

    private static byte[] Photo(bool isLittle, (string Maker, string Model, string Time, string Offset) said)
    {
        var plain = new RgbImage(20, 20).ToJpeg(80);
        var tiff = new byte[180];
        Encoding.ASCII.GetBytes(isLittle ? "II" : "MM").CopyTo(tiff, 0);
        Short(2, 42);
        Long(4, 8);
        Short(8, 3);
        Text(10, 0x010F, said.Maker, 100);
        Text(22, 0x0110, said.Model, 120);
        Short(34, 0x8769);
        Short(36, 4);
        Long(38, 1);
        Long(42, 50);
        Short(50, 2);
        Text(52, 0x9003, said.Time, 140);
        Text(64, 0x9011, said.Offset, 165);
        byte[] segment = [.. "Exif\0\0"u8, .. tiff];
        return [.. plain.AsSpan(0, 2), 0xFF, 0xE1, 0, (byte)(segment.Length + 2), .. segment, .. plain.AsSpan(2)];

        void Text(int at, ushort tag, string text, int place)
        {
            Short(at, tag);
            Short(at + 2, 2);
            Long(at + 4, text.Length + 1);

            // TIFF 6.0, section 2: a value that fits stands in the entry itself.
            if (text.Length < 4)
            {
                place = at + 8;
            }
            else
            {
                Long(at + 8, place);
            }

            Encoding.ASCII.GetBytes(text).CopyTo(tiff, place);
        }

        void Short(int at, ushort value)
        {
            if (isLittle)
            {
                BinaryPrimitives.WriteUInt16LittleEndian(tiff.AsSpan(at), value);
            }
            else
            {
                BinaryPrimitives.WriteUInt16BigEndian(tiff.AsSpan(at), value);
            }
        }

        void Long(int at, int value)
        {
            if (isLittle)
            {
                BinaryPrimitives.WriteInt32LittleEndian(tiff.AsSpan(at), value);
            }
            else
            {
                BinaryPrimitives.WriteInt32BigEndian(tiff.AsSpan(at), value);
            }
        }
    }
}
