using System.Buffers.Binary;

namespace DefectVision.Evidence.Packets;

/// <summary>Where a zip begins and ends, read before its list of files is: what lies before or after is in no packet, and the list may claim anything.</summary>
/// <remarks>Source: APPNOTE.TXT 6.3.10, sections 4.3.7 (local file header), 4.3.14 to 4.3.16 (ends of the central directory).</remarks>
internal static class ZipEnds
{
    private const uint LocalHeader = 0x04034b50;
    private const uint End = 0x06054b50;
    private const uint End64 = 0x06064b50;
    private const uint Locator64 = 0x07064b50;
    private const int EndBytes = 22;
    private const int End64Bytes = 56;
    private const int LocatorBytes = 20;
    private const int MostRemark = ushort.MaxValue;

    /// <summary>Whether a file begins or ends as a zip does; another is none.</summary>
    public static bool IsZip(Stream file) => Begins(file) || EndOf(file) is not null;

    private static bool Begins(Stream file)
    {
        Span<byte> head = stackalloc byte[4];
        file.Position = 0;
        return file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && BinaryPrimitives.ReadUInt32LittleEndian(head) is LocalHeader or End;
    }

    /// <summary>Entries that its end says there are.</summary>
    /// <exception cref="InvalidDataException">Nothing ends it, or something lies before its first file or after its end.</exception>
    public static long Entries(Stream file)
    {
        if (!Begins(file))
        {
            throw new InvalidDataException("found bytes before its first file, wanted none: who unpacks it does not see them");
        }

        return EndOf(file) ?? throw new InvalidDataException("found bytes after its end, or no end: who unpacks it does not see them, or sees another archive");
    }

    // The number of entries by the record that ends with the file.
    private static long? EndOf(Stream file)
    {
        var tail = new byte[(int)Math.Min(file.Length, EndBytes + MostRemark + LocatorBytes)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        for (var at = tail.Length - EndBytes; at >= 0; at--)
        {
            var end = tail.AsSpan(at);
            if (BinaryPrimitives.ReadUInt32LittleEndian(end) == End && at + EndBytes + BinaryPrimitives.ReadUInt16LittleEndian(end[20..]) == tail.Length)
            {
                var entries = BinaryPrimitives.ReadUInt16LittleEndian(end[10..]);
                return entries < ushort.MaxValue || at < LocatorBytes ? entries : Entries64(file, tail.AsSpan(at - LocatorBytes)) ?? entries;
            }
        }

        return null;
    }

    private static long? Entries64(Stream file, ReadOnlySpan<byte> locator)
    {
        Span<byte> end = stackalloc byte[End64Bytes];
        if (BinaryPrimitives.ReadUInt32LittleEndian(locator) != Locator64 || BinaryPrimitives.ReadInt64LittleEndian(locator[8..]) is var at && (at < 0 || at > file.Length - End64Bytes))
        {
            return null;
        }

        file.Position = at;
        file.ReadExactly(end);
        return BinaryPrimitives.ReadUInt32LittleEndian(end) != End64 ? null : BinaryPrimitives.ReadInt64LittleEndian(end[32..]) is var entries and >= 0 ? entries : throw new InvalidDataException("found a negative number of files");
    }
}
