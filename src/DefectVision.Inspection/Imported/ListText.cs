using System.Text;

namespace DefectVision.Inspection.Imported;

/// <summary>
/// The text of a list or an agreement, as whatever program saved it: by its mark; otherwise UTF-16 where every other byte is zero, UTF-8 where all bytes
/// are valid, and the code page of Chinese (GB18030) or Western (Windows-1252) Excel.
/// </summary>
/// <param name="Text">Without a mark.</param>
/// <param name="Encoding">As people call it, such as GB18030.</param>
public sealed record ListText(string Text, string Encoding)
{
    private const string Utf8 = "UTF-8";

    /// <summary>Enough to see the zeros of UTF-16.</summary>
    private const int Looked = 512;

    private const byte FirstOfMany = 0x80;

    /// <summary>Null where the bytes are no text.</summary>
    public static ListText? Of(byte[] bytes)
    {
        var read = bytes switch
        {
            [0xFF, 0xFE, ..] => Decoded(bytes, Utf16(bigEndian: false), "UTF-16"),
            [0xFE, 0xFF, ..] => Decoded(bytes, Utf16(bigEndian: true), "UTF-16"),
            [0xEF, 0xBB, 0xBF, ..] => Decoded(bytes, StrictUtf8(), Utf8),
            _ => Unmarked(bytes),
        };
        return read?.Text.Contains('\0', StringComparison.Ordinal) == true ? null : read;
    }

    /// <summary>What was assumed, in a sentence; null for UTF-8.</summary>
    /// <param name="file">Its name.</param>
    public FormattableString? Assumed(string file) => Encoding == Utf8 ? null : (FormattableString)$"{file}: read as {Encoding} text.";

    private static ListText? Unmarked(byte[] bytes)
    {
        var (even, odd) = Zeros(bytes);
        return even + odd > 0
            ? Decoded(bytes, Utf16(bigEndian: even > odd), "UTF-16")
            : Decoded(bytes, StrictUtf8(), Utf8)
                ?? (IsInPairs(bytes) ? Decoded(bytes, CodePage("GB18030"), "GB18030") : null)
                ?? Western(bytes);
    }

    // Windows-1252 gives every byte a letter; those that the code page leaves open come out as control characters.
    private static ListText? Western(byte[] bytes) =>
        Decoded(bytes, CodePage("Windows-1252"), "Windows-1252") is { } read && !read.Text.Any(letter => letter is >= '\u0080' and <= '\u009F') ? read : null;

    // A Chinese character is two bytes, most often both of them high; an umlaut or a sign is one, and mostly stands alone.
    private static bool IsInPairs(byte[] bytes)
    {
        var (paired, single) = (0, 0);
        for (var at = 0; at < bytes.Length;)
        {
            var run = bytes.AsSpan(at).IndexOfAnyExceptInRange(FirstOfMany, byte.MaxValue) is var end and >= 0 ? end : bytes.Length - at;
            (paired, single) = run % 2 == 0 ? (paired + run, single) : (paired, single + run);
            at += run + 1;
        }

        return paired >= single;
    }

    private static (int Even, int Odd) Zeros(byte[] bytes)
    {
        var (even, odd) = (0, 0);
        for (var at = 0; at < Math.Min(bytes.Length, Looked); at++)
        {
            if (bytes[at] == 0)
            {
                (even, odd) = at % 2 == 0 ? (even + 1, odd) : (even, odd + 1);
            }
        }

        return (even, odd);
    }

    private static ListText? Decoded(byte[] bytes, Encoding encoding, string name)
    {
        try
        {
            return new ListText(encoding.GetString(bytes).TrimStart('\uFEFF'), name);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static UTF8Encoding StrictUtf8() => new(false, throwOnInvalidBytes: true);

    private static UnicodeEncoding Utf16(bool bigEndian) => new(bigEndian, byteOrderMark: true, throwOnInvalidBytes: true);

    private static Encoding CodePage(string name) =>
        CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
}
