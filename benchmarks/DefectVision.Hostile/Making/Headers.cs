using System.Buffers.Binary;

namespace DefectVision.Hostile.Making;

/// <summary>Headers that promise what is not there: sides of any size, coding processes that no phone writes, EXIF that leads in circles, broken colour profiles.</summary>
internal static class Headers
{
    private static readonly (uint Width, uint Height)[] Sides =
    [
        (0, 0), (0, 100), (1, 1), (15, 400), (16, 16), (65_535, 65_535), (65_535, 16), (16, 65_535), (30_000, 4_000), (29_999, 4_000), (30_001, 16),
        (0x7FFF_FFFF, 0x7FFF_FFFF), (0xFFFF_FFFF, 1), (119_000_000, 1), (1_000_000, 1_000_000), (12_000, 9_999),
    ];

    public static void Put(Shelf shelf, Photos photos)
    {
        var (jpeg, bmp, webp, gif, tiff, avif) = (photos.Forms[0].Bytes, photos.Forms[6].Bytes, photos.Forms[5].Bytes, photos.Forms[7].Bytes, photos.Forms[8].Bytes, photos.Forms[9].Bytes);
        var frame = jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]);
        var box = avif.AsSpan().IndexOf("ispe"u8);
        foreach (var (width, height) in Sides)
        {
            Put("jpg", Changed(jpeg, file =>
            {
                BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(frame + 5), (ushort)height);
                BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(frame + 7), (ushort)width);
            }));
            Put("png", PngFile.Of(width, height, 8, 2, PngFile.PackedZeros(1000)));
            Put("bmp", Changed(bmp, file =>
            {
                BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(18), width);
                BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(22), height);
            }));
            Put("gif", Changed(gif, file =>
            {
                BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(6), (ushort)width);
                BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(8), (ushort)height);
            }));
            Put("webp", Changed(webp, file => BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(21), ((width - 1) & 0x3FFF) | (((height - 1) & 0x3FFF) << 14))));
            Put("avif", Changed(avif, file =>
            {
                BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(box + 8), width);
                BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(box + 12), height);
            }));
            Put("tif", Changed(tiff, file =>
            {
                SetField(file, 0x0100, width);
                SetField(file, 0x0101, height);
            }));

            void Put(string ending, byte[] bytes) => shelf.Put("sides in the header", FormattableString.Invariant($"headers/{width} x {height}.{ending}"), bytes);
        }

        foreach (var process in (byte[])[0xC1, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF])
        {
            shelf.Put("coding process", $"coding/process {process:X2}.jpg", Changed(jpeg, file => file[frame + 1] = process));
        }

        shelf.Put("coding process", "coding/12 bits.jpg", Changed(jpeg, file => file[frame + 4] = 12));
        foreach (var compression in Enumerable.Range(1, 14))
        {
            shelf.Put("coding process", FormattableString.Invariant($"coding/compression {compression}.bmp"), Changed(bmp, file => BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(30), compression)));
        }

        foreach (var bits in (short[])[1, 2, 4, 8, 16, 32, 64])
        {
            shelf.Put("coding process", FormattableString.Invariant($"coding/{bits} bits.bmp"), Changed(bmp, file => BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(28), bits)));
        }

        var number = 0;
        foreach (var exif in Exifs())
        {
            shelf.Put("EXIF", FormattableString.Invariant($"exif/{number++:00}.jpg"), WithSegment(photos.Original(70 + number), 0xE1, [.. "Exif\0\0"u8, .. exif]));
        }

        for (var profile = 0; profile < 20; profile++)
        {
            byte[] content = [.. "ICC_PROFILE\0\x01\x01"u8, .. Enumerable.Range(0, 40 * profile).Select(at => (byte)(at * profile))];
            shelf.Put("colour profile", FormattableString.Invariant($"profiles/{profile:00}.jpg"), WithSegment(photos.Original(110 + profile), 0xE2, content));
        }
    }

    /// <summary>A JPEG with a segment behind its first marker.</summary>
    public static byte[] WithSegment(byte[] jpeg, byte marker, byte[] body) => [.. jpeg.AsSpan(0, 2), 0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body, .. jpeg.AsSpan(2)];

    // Every orientation and some that there are not; directories that lead to themselves, beyond the end, and to text of gigabytes.
    private static IEnumerable<byte[]> Exifs()
    {
        foreach (var orientation in Enumerable.Range(0, 12).Append(255))
        {
            yield return [.. "MM\0*\0\0\0\x08\0\x01"u8, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0];
        }

        yield return [];
        yield return [.. "MM"u8];
        yield return [.. "MM\0*"u8, 0xFF, 0xFF, 0xFF, 0xFF];
        yield return [.. "MM\0*\0\0\0\x08"u8, 0xFF, 0xFF, 0x01, 0x12, 0, 3];
        yield return [.. "MM\0*\0\0\0\x08\0\x01"u8, 0x87, 0x69, 0, 4, 0, 0, 0, 1, 0, 0, 0, 8, 0, 0, 0, 8];
        yield return [.. "MM\0*\0\0\0\x08\0\x01"u8, 0x01, 0x0F, 0, 2, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 16, 0, 0, 0, 0];
        yield return [.. "MM\0*\0\0\0\x08\0\x01"u8, 0x01, 0x10, 0, 2, 0, 0, 0, 20, 0, 0, 0, 26, 0, 0, 0, 0, .. "\x1b[2J<script>\r\n=1+1|c\0"u8];
    }

    private static void SetField(byte[] tiff, ushort tag, uint value)
    {
        var directory = (int)BinaryPrimitives.ReadUInt32LittleEndian(tiff.AsSpan(4));
        for (var entry = 0; entry < BinaryPrimitives.ReadUInt16LittleEndian(tiff.AsSpan(directory)); entry++)
        {
            var field = tiff.AsSpan(directory + 2 + (12 * entry), 12);
            if (BinaryPrimitives.ReadUInt16LittleEndian(field) == tag)
            {
                BinaryPrimitives.WriteUInt16LittleEndian(field[2..], 4);
                BinaryPrimitives.WriteUInt32LittleEndian(field[8..], value);
            }
        }
    }

    private static byte[] Changed(byte[] bytes, Action<byte[]> change)
    {
        var changed = (byte[])bytes.Clone();
        change(changed);
        return changed;
    }
}
