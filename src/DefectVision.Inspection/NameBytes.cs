using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace DefectVision.Inspection;

/// <summary>
/// The bytes of a path whose names are no UTF-8, as they are on the disk or in an archive, in a form for text: percent-encoded (RFC 3986, section 2.1), where
/// ASCII letters, digits and <c>- . _ ~ /</c> stand for themselves and any other byte is <c>%</c> with two upper-case hexadecimal digits.
/// </summary>
public static partial class NameBytes
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    public static string Form(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        foreach (var one in bytes)
        {
            _ = IsPlain(one) ? text.Append((char)one) : text.Append(CultureInfo.InvariantCulture, $"%{one:X2}");
        }

        return text.ToString();
    }

    /// <summary>The bytes; null where the text is not in the form.</summary>
    public static byte[]? Parse(string form)
    {
        var bytes = new List<byte>();
        for (var at = 0; at < form.Length; at++)
        {
            if (form[at] != '%')
            {
                bytes.Add((byte)form[at]);
            }
            else if (at + 2 < form.Length && byte.TryParse(form.AsSpan(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var one))
            {
                bytes.Add(one);
                at += 2;
            }
        }

        return Form([.. bytes]) == form ? [.. bytes] : null;
    }

    /// <summary>True where a name is UTF-8.</summary>
    public static bool IsText(ReadOnlySpan<byte> name)
    {
        try
        {
            Strict.GetCharCount(name);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    /// <summary>A name as Windows in China means it (GB18030); null where that gives no sense.</summary>
    public static string? Chinese(ReadOnlySpan<byte> name) =>
        Gb18030.GetString(name) is var read && !read.Any(letter => letter is '\uFFFD' or '?' or '/' || char.IsControl(letter) || char.GetUnicodeCategory(letter) == UnicodeCategory.PrivateUse) ? read : null;

    /// <summary>A name in a folder of Chinese names; what gives no sense is kept apart letter by letter.</summary>
    public static string Readable(ReadOnlySpan<byte> name) => Chinese(name) ?? Encoding.Latin1.GetString(name);

    /// <summary>
    /// Whether bytes are those of a path: read as UTF-8 down to the first name that is none and as GB18030 from there, or as GB18030 throughout. Of an
    /// archive's entry they hold no folders above the archive, and may hold one that the path leaves out.
    /// </summary>
    /// <param name="form">Of the bytes.</param>
    /// <param name="path">Under the shipment's folder, parts joined by '/'.</param>
    /// <param name="isInArchive">The bytes are those of an entry of an archive.</param>
    public static bool AreOf(string form, string path, bool isInArchive)
    {
        var own = Slashed(CopyNumber().Replace(path, string.Empty));
        return Parse(form) is { Length: > 0 } bytes && new[] { Walked(bytes), Gb18030.GetString(bytes) }.Select(Slashed)
            .Any(read => read == own || (isInArchive && (("/" + own).EndsWith("/" + read, StringComparison.Ordinal) || ("/" + read).EndsWith("/" + own, StringComparison.Ordinal))));
    }

    private static string Walked(byte[] bytes)
    {
        var (parts, isChinese, start) = (new List<string>(), false, 0);
        for (var at = 0; at <= bytes.Length; at++)
        {
            if (at == bytes.Length || bytes[at] == '/')
            {
                var part = bytes.AsSpan(start, at - start);
                isChinese |= !IsText(part);
                parts.Add(isChinese ? Readable(part) : Encoding.UTF8.GetString(part));
                start = at + 1;
            }
        }

        return string.Join('/', parts);
    }

    private static string Slashed(string path) => string.Join('/', path.Replace('\\', '/').Split('/').Where(part => part is not ("" or ".")));

    // Two names that read alike are told apart by a number.
    [GeneratedRegex(@" \[[0-9]+\]$", RegexOptions.CultureInvariant)]
    private static partial Regex CopyNumber();

    private static bool IsPlain(byte one) => char.IsAsciiLetterOrDigit((char)one) || one is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~' or (byte)'/';
}
