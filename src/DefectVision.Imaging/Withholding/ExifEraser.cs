using System.Buffers.Binary;

namespace DefectVision.Imaging.Withholding;

/// <summary>Takes fields out of a TIFF structure as EXIF uses it (EXIF 2.32, section 4.6; TIFF 6.0), in place: later entries move up, what becomes free is zeros.</summary>
internal static class ExifEraser
{
    private const ushort ExifDirectory = 0x8769;
    private const ushort GpsDirectory = 0x8825;
    private const ushort SubDirectories = 0x014A;
    private const int EntryBytes = 12;
    private const int HeaderBytes = 8;

    // Maker notes may say anything in a way of their own; XMP, IPTC and Photoshop's resources may repeat every field.
    private static readonly ushort[] Always = [0x927C, 0x02BC, 0x83BB, 0x8649];

    // Of body and lens (EXIF 2.32), and of the camera as DNG has it.
    private static readonly ushort[] Serials = [0xA431, 0xA435, 0xC62F];

    // By field type 1 to 12, bytes of one value.
    private static readonly int[] Sizes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];

    /// <summary>False where the structure is broken or leads where this does not look: then nothing in it may stay.</summary>
    public static bool Erase(Span<byte> tiff, MetadataKinds kinds)
    {
        if (tiff.Length < HeaderBytes || !(tiff.StartsWith("II"u8) || tiff.StartsWith("MM"u8)))
        {
            return false;
        }

        var isLittle = tiff[0] == 'I';
        var directories = new Queue<uint>([Long(tiff[4..], isLittle)]);
        var met = new HashSet<uint>();
        while (directories.TryDequeue(out var at))
        {
            if (!met.Add(at) || !Directory(tiff, at, isLittle, kinds, directories))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Directory(Span<byte> tiff, uint at, bool isLittle, MetadataKinds kinds, Queue<uint> more)
    {
        if (!Fits(tiff, at, isLittle, out var count))
        {
            return false;
        }

        var entries = tiff.Slice((int)at + 2, (count * EntryBytes) + 4);
        var kept = 0;
        for (var number = 0; number < count; number++)
        {
            var entry = entries.Slice(number * EntryBytes, EntryBytes);
            var tag = Short(entry, isLittle);
            if (tag == SubDirectories)
            {
                return false;
            }

            if (tag == ExifDirectory)
            {
                more.Enqueue(Long(entry[8..], isLittle));
            }

            if (!IsUnwanted(tag, kinds))
            {
                entry.CopyTo(entries[(kept++ * EntryBytes)..]);
            }
            else if (!EraseValue(tiff, entry, isLittle) || (tag == GpsDirectory && !EraseDirectory(tiff, Long(entry[8..], isLittle), isLittle)))
            {
                return false;
            }
        }

        var next = Long(entries[(count * EntryBytes)..], isLittle);
        entries[(kept * EntryBytes)..].Clear();
        Write(tiff[(int)at..], (ushort)kept, isLittle);
        WriteLong(entries[(kept * EntryBytes)..], next, isLittle);
        if (next != 0)
        {
            more.Enqueue(next);
        }

        return true;
    }

    private static bool IsUnwanted(ushort tag, MetadataKinds kinds) =>
        Always.Contains(tag)
        || (tag == GpsDirectory && kinds.HasFlag(MetadataKinds.Gps))
        || (Serials.Contains(tag) && kinds.HasFlag(MetadataKinds.ExifSerial));

    private static bool EraseDirectory(Span<byte> tiff, uint at, bool isLittle)
    {
        if (!Fits(tiff, at, isLittle, out var count))
        {
            return false;
        }

        for (var number = 0; number < count; number++)
        {
            if (!EraseValue(tiff, tiff.Slice((int)at + 2 + (number * EntryBytes), EntryBytes), isLittle))
            {
                return false;
            }
        }

        tiff.Slice((int)at, 2 + (count * EntryBytes) + 4).Clear();
        return true;
    }

    // A value of more than four bytes lies elsewhere.
    private static bool EraseValue(Span<byte> tiff, ReadOnlySpan<byte> entry, bool isLittle)
    {
        var kind = Short(entry[2..], isLittle);
        if (kind is 0 || kind >= Sizes.Length)
        {
            return false;
        }

        var (bytes, start) = ((long)Sizes[kind] * Long(entry[4..], isLittle), Long(entry[8..], isLittle));
        if (bytes <= 4)
        {
            return true;
        }

        if (start < HeaderBytes || start + bytes > tiff.Length)
        {
            return false;
        }

        tiff.Slice((int)start, (int)bytes).Clear();
        return true;
    }

    private static bool Fits(ReadOnlySpan<byte> tiff, uint at, bool isLittle, out int count)
    {
        count = at >= HeaderBytes && at <= tiff.Length - 2 ? Short(tiff[(int)at..], isLittle) : 0;
        return at >= HeaderBytes && at + 2L + ((long)count * EntryBytes) + 4 <= tiff.Length;
    }

    private static ushort Short(ReadOnlySpan<byte> bytes, bool isLittle) => isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint Long(ReadOnlySpan<byte> bytes, bool isLittle) => isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);

    private static void Write(Span<byte> bytes, ushort value, bool isLittle)
    {
        if (isLittle)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(bytes, value);
        }
        else
        {
            BinaryPrimitives.WriteUInt16BigEndian(bytes, value);
        }
    }

    private static void WriteLong(Span<byte> bytes, uint value, bool isLittle)
    {
        if (isLittle)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        }
        else
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        }
    }
}
