using System.Buffers.Binary;
using System.Text;

namespace DefectVision.Evidence.Packets;

/// <summary>
/// Every byte of a zip, walked from its first to its last: each belongs to a file that the central directory lists, under the same name and method, or to the directory. Programs read a zip by the
/// directory or from its beginning, and some let an extra field rename a file: an archive that is told in two ways shows two people two packets.
/// </summary>
/// <remarks>Source: APPNOTE.TXT 6.3.10, sections 4.3.7 (local file header), 4.3.9 (data descriptor), 4.3.12 (central directory), 4.3.14 to 4.3.16 (its ends) and 4.5 (extra fields).</remarks>
internal static class ZipLayout
{
    private const uint LocalHeader = 0x04034b50;
    private const uint Listed = 0x02014b50;
    private const uint Descriptor = 0x08074b50;
    private const uint End = 0x06054b50;
    private const uint End64 = 0x06064b50;
    private const uint Locator64 = 0x07064b50;
    private const int Mark = 4;
    private const int LocalBytes = 30;
    private const int ListedBytes = 46;
    private const int EndBytes = 22;
    private const int End64Bytes = 56;
    private const int LocatorBytes = 20;
    private const int MostRemark = ushort.MaxValue;
    private const int Sizes64 = 0x0001;
    private const int SizesFollow = 1 << 3;

    // How hard a packer tried, sizes after the bytes, names in UTF-8; encryption is told apart by whoever reads the entry.
    private const int UsualFlags = 0b110 | SizesFollow | (1 << 11) | 1;
    private const int MostVersion = 45;

    /// <summary>As it is.</summary>
    public const int Stored = 0;

    /// <summary>By deflate (RFC 1951).</summary>
    public const int Deflated = 8;

    // Times (NTFS, Unix), owners, and room for alignment: what other packers add, and what changes no file. Names, links and passwords stand in other kinds.
    private static readonly HashSet<int> Harmless = [Sizes64, 0x000a, 0x5455, 0x5855, 0x7855, 0x7875, 0xcafe, 0xd935];

    /// <summary>Whether a file begins or ends as a zip does; another is none.</summary>
    public static bool IsZip(Stream file) => Begins(file) || Ends(file) is not null;

    /// <summary>Where each file's bytes lie, in the order of the archive's list, and what the archive tells in two ways, or does not tell of, by file.</summary>
    /// <param name="file">Readable anywhere.</param>
    /// <param name="mostFiles">More are not read.</param>
    /// <exception cref="InvalidDataException">Nothing ends it, something lies before its first file or after its end, or its directory cannot be read.</exception>
    public static (IReadOnlyList<ZipListing> Files, IReadOnlyList<(string Name, string Fault)> Faults) Of(Stream file, int mostFiles)
    {
        if (!Begins(file))
        {
            throw new InvalidDataException("found bytes before its first file, wanted none: who unpacks it does not see them");
        }

        var end = Ends(file) ?? throw new InvalidDataException("found bytes after its end, or no end: who unpacks it does not see them, or sees another archive");
        if (end.Files > mostFiles)
        {
            throw new InvalidDataException(FormattableString.Invariant($"found {end.Files:N0} files, wanted {mostFiles:N0} at most"));
        }

        try
        {
            var listings = Directory(file, end);
            return (listings, [.. Walk(file, [.. listings.OrderBy(listing => listing.At)], end.DirectoryAt)]);
        }
        catch (Exception fault) when (fault is EndOfStreamException or ArgumentOutOfRangeException)
        {
            throw new InvalidDataException("found a list of files that is cut off or leads out of it", fault);
        }
    }

    private static bool Begins(Stream file)
    {
        Span<byte> head = stackalloc byte[Mark];
        file.Position = 0;
        return file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && Word(head) is LocalHeader or End;
    }

    // The last mark of an end; its remark has to end with the file.
    private static ZipEnd? Ends(Stream file)
    {
        var tail = new byte[(int)Math.Min(file.Length, EndBytes + MostRemark + LocatorBytes + End64Bytes)];
        var tailAt = file.Length - tail.Length;
        file.Position = tailAt;
        file.ReadExactly(tail);
        for (var at = tail.Length - EndBytes; at >= 0; at--)
        {
            var end = tail.AsSpan(at);
            if (Word(end) == End)
            {
                return at + EndBytes + Half(end[20..]) != tail.Length ? null
                    : at >= LocatorBytes && Word(tail.AsSpan(at - LocatorBytes)) == Locator64 ? Ends64(file, tail.AsSpan(at - LocatorBytes), tailAt + at - LocatorBytes)
                    : new ZipEnd(Half(end[10..]), Word(end[16..]), (long)Word(end[16..]) + Word(end[12..]) == tailAt + at && Half(end[4..]) == 0);
            }
        }

        return null;
    }

    private static ZipEnd? Ends64(Stream file, ReadOnlySpan<byte> locator, long locatorAt)
    {
        Span<byte> end = stackalloc byte[End64Bytes];
        var at = Long(locator[8..]);
        if (at < 0 || at > locatorAt - End64Bytes)
        {
            return null;
        }

        file.Position = at;
        file.ReadExactly(end);
        return Word(end) != End64 || Long(end[32..]) < 0 ? null
            : new ZipEnd(Long(end[32..]), Long(end[48..]), Long(end[48..]) + Long(end[40..]) == at && Long(end[4..]) == End64Bytes - 12 && at + End64Bytes == locatorAt && Word(end[16..]) == 0 && Word(locator[16..]) == 1);
    }

    private static List<ZipListing> Directory(Stream file, ZipEnd end)
    {
        if (!end.FollowsDirectory)
        {
            throw new InvalidDataException("found a list of files that does not end where the archive says, or parts of it on another disk");
        }

        var listings = new List<ZipListing>();
        file.Position = end.DirectoryAt;
        var head = new byte[ListedBytes];
        for (var at = 0L; at < end.Files; at++)
        {
            file.ReadExactly(head.AsSpan(0, Mark));
            if (Word(head) != Listed)
            {
                throw new InvalidDataException(FormattableString.Invariant($"found {at:N0} files in its list, wanted the {end.Files:N0} that its end says"));
            }

            file.ReadExactly(head.AsSpan(Mark));
            var name = Bytes(file, Half(head.AsSpan(28)));
            var extra = Bytes(file, Half(head.AsSpan(30)));
            file.Position += Half(head.AsSpan(32));
            var (size, packed, local) = Sized(extra, Word(head.AsSpan(24)), Word(head.AsSpan(20)), Word(head.AsSpan(42)));
            listings.Add(new ZipListing(name, Half(head.AsSpan(8)), Half(head.AsSpan(10)), Word(head.AsSpan(16)), packed, size, local, Odd(extra), Math.Max(head[6], Half(head.AsSpan(34)) == 0 ? 0 : byte.MaxValue)));
        }

        Span<byte> next = stackalloc byte[Mark];
        file.ReadExactly(next);
        return Word(next) is End or End64 ? listings : throw new InvalidDataException(FormattableString.Invariant($"found more in its list than the {end.Files:N0} files that its end says"));
    }

    private static IEnumerable<(string Name, string Fault)> Walk(Stream file, IReadOnlyList<ZipListing> listings, long directoryAt)
    {
        var (at, before) = (0L, "its beginning");
        for (var index = 0; index < listings.Count; index++)
        {
            var listing = listings[index];
            var name = Encoding.UTF8.GetString(listing.Name);
            if (listing.At != at)
            {
                yield return (name, listing.At < at ? "shares bytes of the archive with another file" : Untold(at, listing.At, before));
            }

            var next = index + 1 < listings.Count ? listings[index + 1].At : directoryAt;
            var (end, fault) = Local(file, listing, next);
            if (fault is not null)
            {
                yield return (name, fault);
            }

            (at, before) = (end, name);
        }

        if (at < directoryAt)
        {
            yield return ("archive", Untold(at, directoryAt, before));
        }
    }

    private static string Untold(long from, long to, string before) =>
        FormattableString.Invariant($"found {to - from:N0} bytes after {before} that the archive's list does not tell of: some programs unpack them, and others do not");

    // Where the file ends in the archive, and what is told otherwise there than in the list.
    private static (long End, string? Fault) Local(Stream file, ZipListing listing, long next)
    {
        Span<byte> head = stackalloc byte[LocalBytes];
        if (listing.At > file.Length - LocalBytes)
        {
            return (next, "the archive's list leads to no file");
        }

        file.Position = listing.At;
        file.ReadExactly(head);
        if (Word(head) != LocalHeader)
        {
            return (next, "the archive's list leads to no file");
        }

        var name = Bytes(file, Half(head[26..]));
        var extra = Bytes(file, Half(head[28..]));
        var (size, packed, _) = Sized(extra, Word(head[22..]), Word(head[18..]), 0);
        var (crc, end) = (Word(head[14..]), file.Position + listing.Packed);
        listing.DataAt = file.Position;
        var follow = (Half(head[6..]) & SizesFollow) != 0 && (listing.Flags & SizesFollow) != 0;
        var fault = !name.AsSpan().SequenceEqual(listing.Name) ? $"has another name where it lies in the archive: {Encoding.UTF8.GetString(name)}"
            : Half(head[6..]) != listing.Flags || Half(head[8..]) != listing.Method ? "is packed otherwise where it lies in the archive than its list says"
            : (crc, packed, size) != (listing.Crc, listing.Packed, listing.Size) && !(follow && (crc, packed, size) == (0, 0, 0)) ? "has another size or check value where it lies in the archive than its list says"
            : listing.Flags is var flags && (flags & ~UsualFlags) != 0 || listing.Version > MostVersion ? "is written in a way that not every program unpacks (flags or version)"
            : listing.Method is not (Stored or Deflated) || (listing.Method == Stored && listing.Packed != listing.Size) ? "is packed in a way that not every program unpacks alike"
            : (listing.OddField ?? Odd(extra)) is { } kind ? FormattableString.Invariant($"found an extra field of kind 0x{kind:x4}, wanted none but times, owners and sizes, once each: it may rename the file or make a link of it")
            : null;
        return follow ? Followed(file, listing, end, next, Fields(extra).Any(field => field.Kind == Sizes64), fault) : (end, fault);
    }

    // Written by a packer that did not know the size beforehand: the sizes stand after the bytes, with a mark or without, in four bytes each or eight.
    private static (long End, string? Fault) Followed(Stream file, ZipListing listing, long at, long next, bool isLarge, string? fault)
    {
        var bytes = next - at;
        if (!(isLarge ? bytes is 20 or 24 : bytes is 12 or 16) || at > file.Length - bytes)
        {
            return (at, fault);
        }

        Span<byte> read = stackalloc byte[(int)bytes];
        file.Position = at;
        file.ReadExactly(read);
        var isMarked = bytes is 16 or 24;
        var values = isMarked ? read[4..] : read;
        var (packed, size) = bytes > 16 ? (Long(values[4..]), Long(values[12..])) : (Word(values[4..]), Word(values[8..]));
        return (next, fault ?? ((isMarked && Word(read) != Descriptor) || (Word(values), packed, size) != (listing.Crc, listing.Packed, listing.Size) ? "has another size or check value after it than the archive's list says" : null));
    }

    // Sizes and places that four bytes cannot hold stand in an extra field, each only where it is needed.
    private static (long Size, long Packed, long At) Sized(ReadOnlySpan<byte> extra, uint size, uint packed, uint at)
    {
        foreach (var (kind, from, bytes) in Fields(extra))
        {
            if (kind == Sizes64)
            {
                var values = extra.Slice(from, bytes);
                return (Next(size, ref values), Next(packed, ref values), Next(at, ref values));
            }
        }

        return (size, packed, at);
    }

    private static long Next(uint told, ref ReadOnlySpan<byte> values)
    {
        if (told != uint.MaxValue || values.Length < 8)
        {
            return told;
        }

        var value = Long(values);
        values = values[8..];
        return value >= 0 ? value : throw new InvalidDataException("found a negative size");
    }

    private static int? Odd(ReadOnlySpan<byte> extra)
    {
        var met = new HashSet<int>();
        foreach (var (kind, _, _) in Fields(extra))
        {
            if (!Harmless.Contains(kind) || !met.Add(kind))
            {
                return kind;
            }
        }

        return null;
    }

    private static List<(int Kind, int From, int Bytes)> Fields(ReadOnlySpan<byte> extra)
    {
        var fields = new List<(int Kind, int From, int Bytes)>();
        for (var at = 0; at < extra.Length;)
        {
            var (kind, bytes) = extra.Length - at < 4 ? (0, int.MaxValue) : (Half(extra[at..]), Half(extra[(at + 2)..]));
            if (bytes > extra.Length - at - 4)
            {
                throw new InvalidDataException("found an extra field that is cut off");
            }

            fields.Add((kind, at + 4, bytes));
            at += 4 + bytes;
        }

        return fields;
    }

    private static byte[] Bytes(Stream file, int count)
    {
        var bytes = new byte[count];
        file.ReadExactly(bytes);
        return bytes;
    }

    private static int Half(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16LittleEndian(bytes);

    private static uint Word(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt32LittleEndian(bytes);

    private static long Long(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadInt64LittleEndian(bytes);

    /// <param name="Files">That the end says there are.</param>
    /// <param name="DirectoryAt">Where their list begins.</param>
    /// <param name="FollowsDirectory">The list reaches to the end, and all is on one disk.</param>
    private readonly record struct ZipEnd(long Files, long DirectoryAt, bool FollowsDirectory);
}
