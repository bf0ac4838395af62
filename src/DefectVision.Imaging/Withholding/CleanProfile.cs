using System.Buffers.Binary;
using System.Text;

namespace DefectVision.Imaging.Withholding;

/// <summary>
/// A colour profile written anew (ICC.1:2022, sections 7 to 10) from the numbers that colours are worked out with: matrix and curves of RGB, curve of grey. Name,
/// copyright, dates and makers are the profile's own remarks, and are not copied. Profiles that are tables of colours are not written anew.
/// </summary>
internal static class CleanProfile
{
    private const int HeaderBytes = 128;
    private const int EntryBytes = 12;
    private const int ReservedBytes = 8;
    private const int NumberBytes = 4;
    private const int MostEntries = 100;
    private const string Description = "Colours of the photo";
    private const string Copyright = "None";

    // Of the transform that a parametric curve names, how many numbers it has (table 68).
    private static ReadOnlySpan<byte> Parameters => [1, 3, 4, 5, 7];

    /// <returns>Null where it is no profile, or one that is not written anew.</returns>
    public static byte[]? Of(ReadOnlySpan<byte> profile)
    {
        if (profile.Length < HeaderBytes + NumberBytes || !profile[36..].StartsWith("acsp"u8) || profile[8] is not (>= 2 and <= 4))
        {
            return null;
        }

        var isGrey = profile[16..].StartsWith("GRAY"u8);
        string[] wanted = isGrey ? ["kTRC"] : profile[16..].StartsWith("RGB "u8) ? ["rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"] : [];
        if (wanted.Length == 0 || Long(profile, 128) is not (<= MostEntries and var count))
        {
            return null;
        }

        var tags = new SortedDictionary<string, byte[]>(StringComparer.Ordinal) { ["desc"] = Text(Description, profile[8]), ["cprt"] = profile[8] < 4 ? Plain(Copyright) : Text(Copyright, profile[8]) };
        for (var at = HeaderBytes + NumberBytes; at + EntryBytes <= profile.Length && count > 0; at += EntryBytes, count--)
        {
            var name = Encoding.Latin1.GetString(profile.Slice(at, 4));
            if ((wanted.Contains(name) || name is "wtpt" or "chad" or "cicp") && Long(profile, at + 4) is var from && from < profile.Length && Value(name, profile[(int)from..]) is { } value)
            {
                tags.TryAdd(name, value);
            }
        }

        return wanted.All(tags.ContainsKey) ? Written(profile, tags) : null;
    }

    private static byte[] Written(ReadOnlySpan<byte> profile, SortedDictionary<string, byte[]> tags)
    {
        var values = tags.Values.DistinctBy(Convert.ToHexString).ToList();
        var starts = new Dictionary<string, int>();
        var length = HeaderBytes + NumberBytes + (tags.Count * EntryBytes);
        foreach (var value in values)
        {
            starts[Convert.ToHexString(value)] = length;
            length += (value.Length + 3) & ~3;
        }

        var copy = new byte[length];
        Write(copy, 0, length);
        copy[8] = profile[8];
        copy[9] = (byte)(profile[9] & 0xF0);
        profile[12..24].CopyTo(copy.AsSpan(12)); // class, colours, and what they lead to
        "acsp"u8.CopyTo(copy.AsSpan(36));
        copy[67] = (byte)(profile[67] & 3);
        ((ReadOnlySpan<byte>)[0, 0, 0xF6, 0xD6, 0, 1, 0, 0, 0, 0, 0xD3, 0x2D]).CopyTo(copy.AsSpan(68)); // D50
        Write(copy, HeaderBytes, tags.Count);
        var at = HeaderBytes + NumberBytes;
        foreach (var (name, value) in tags)
        {
            var start = starts[Convert.ToHexString(value)];
            Encoding.Latin1.GetBytes(name, copy.AsSpan(at));
            Write(copy, at + 4, start);
            Write(copy, at + 8, value.Length);
            value.CopyTo(copy, start);
            at += EntryBytes;
        }

        return copy;
    }

    // Null where it is not of a type that the tag may have.
    private static byte[]? Value(string name, ReadOnlySpan<byte> from)
    {
        if (from.Length < ReservedBytes + NumberBytes)
        {
            return null;
        }

        var type = Encoding.Latin1.GetString(from[..4]);
        long length = (name, type) switch
        {
            ("cicp", "cicp") => NumberBytes,
            ("chad", "sf32") => 9 * NumberBytes,
            ("wtpt" or "rXYZ" or "gXYZ" or "bXYZ", "XYZ ") => 3 * NumberBytes,
            ("rTRC" or "gTRC" or "bTRC" or "kTRC", "curv") => NumberBytes + (2L * Long(from, ReservedBytes)),
            ("rTRC" or "gTRC" or "bTRC" or "kTRC", "para") when from[8] == 0 && from[9] < Parameters.Length => NumberBytes + (NumberBytes * Parameters[from[9]]),
            _ => long.MaxValue / 2,
        };
        if (length > from.Length - ReservedBytes)
        {
            return null;
        }

        var value = from[..(int)(ReservedBytes + length)].ToArray();
        value.AsSpan(4, 4).Clear();
        if (type == "para")
        {
            value.AsSpan(10, 2).Clear();
        }

        return value;
    }

    // textDescriptionType of version 2, multiLocalizedUnicodeType of version 4.
    private static byte[] Text(string words, byte version)
    {
        if (version < 4)
        {
            var old = new byte[ReservedBytes + NumberBytes + words.Length + 1 + 78];
            "desc"u8.CopyTo(old);
            Write(old, 8, words.Length + 1);
            Encoding.ASCII.GetBytes(words, old.AsSpan(12));
            return old;
        }

        var value = new byte[28 + (2 * words.Length)];
        "mluc"u8.CopyTo(value);
        Write(value, 8, 1);
        Write(value, 12, 12);
        "enUS"u8.CopyTo(value.AsSpan(16));
        Write(value, 20, 2 * words.Length);
        Write(value, 24, 28);
        Encoding.BigEndianUnicode.GetBytes(words, value.AsSpan(28));
        return value;
    }

    private static byte[] Plain(string words) => [.. "text\0\0\0\0"u8, .. Encoding.ASCII.GetBytes(words), 0];

    private static uint Long(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);

    private static void Write(Span<byte> bytes, int at, int value) => BinaryPrimitives.WriteInt32BigEndian(bytes[at..], value);
}
