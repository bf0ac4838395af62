using System.Text;

namespace DefectVision.Inspection.Imported;

/// <summary>Letters in the one form in which names and words are compared.</summary>
public static class UnicodeForm
{
    /// <summary>In one width and composition (NFKC). What is no letter, such as half a surrogate pair, becomes U+FFFD: normalization refuses it.</summary>
    public static string Compatible(string text)
    {
        var isWhole = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 && !text.Contains('\uFFFE', StringComparison.Ordinal);
        var whole = isWhole ? text : string.Concat(text.EnumerateRunes().Select(rune => rune.Value == 0xFFFE ? Rune.ReplacementChar : rune));
        return whole.Normalize(NormalizationForm.FormKC);
    }
}
