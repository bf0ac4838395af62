using System.Text;

namespace DefectVision.Imaging.Codes;

/// <summary>What a code says, as text that every output can carry.</summary>
internal static class CodeText
{
    /// <summary>Shorter texts say nothing of goods, and chance makes them.</summary>
    public const int Shortest = 3;

    /// <summary>How the decoder tells that FNC1 stands in front (ISO/IEC 15424).</summary>
    private static readonly string[] Gs1Marks = ["]C1", "]Q3", "]d2", "]e0"];

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The decoder's text: marks of GS1 become FNC1, halves of letters and NUL become U+FFFD.</summary>
    public static string Of(string decoded)
    {
        var text = Gs1Marks.FirstOrDefault(mark => decoded.StartsWith(mark, StringComparison.Ordinal)) is { } found ? ReadCode.Fnc1 + decoded[found.Length..] : decoded;
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            whole.Append(rune.Value == 0 ? Rune.ReplacementChar.ToString() : rune.ToString());
        }

        return whole.ToString();
    }

    /// <summary>Bytes without a named encoding: UTF-8, else GB18030, as Chinese label printers write.</summary>
    public static string Of(byte[] bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.GetEncoding("GB18030").GetString(bytes);
        }
    }
}
