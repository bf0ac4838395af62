using System.Text.RegularExpressions;
using DefectVision.Inspection.Imported;

namespace DefectVision.Inspection.Codes;

/// <summary>The words of a code that may be compared with what was agreed: the whole of it, its GS1 element strings, or the fields that it lists.</summary>
internal static partial class CodeWords
{
    /// <summary>Shorter words of a longer text are met by chance.</summary>
    private const int ShortestField = 4;

    /// <summary>Shorter texts say nothing, however they are coded.</summary>
    private const int ShortestText = 2;

    private static readonly char[] BetweenFields = [',', ';', '|', '\n', '\r', '\t', ' ', '&', '?', '\u001D', '\u001E', '\u001F'];

    /// <summary>A text in the one form in which it is compared: one width, capital letters, no blanks.</summary>
    public static string Key(string text) => string.Concat(UnicodeForm.Compatible(text).Where(letter => !char.IsWhiteSpace(letter))).ToUpperInvariant();

    /// <summary>Every word of a code, with what it may be.</summary>
    public static IEnumerable<(CodeField Field, string Key)> Of(PhotoCode code)
    {
        if (code.Elements is { Count: > 0 } elements)
        {
            return elements.SelectMany(Of).Distinct();
        }

        var whole = code.Text.Trim();
        return Whole(code.Symbology == "upc_e" ? Gtin.OfUpcE(whole) ?? whole : whole)
            .Concat(whole.Split(BetweenFields, StringSplitOptions.RemoveEmptyEntries).SelectMany(Parts).Where(part => part.Length >= ShortestField).SelectMany(Whole))
            .Distinct();
    }

    /// <summary>A purchase order in the one form in which it is compared: letters and digits, without "PO" in front.</summary>
    public static string OrderKey(string text) => Prefix().Replace(string.Concat(Key(text).Where(char.IsLetterOrDigit)), string.Empty);

    /// <summary>Whether a text is a purchase order by its form: PO-4711, P.O. 2026/118.</summary>
    public static bool IsOrder(string text) => Order().IsMatch(Key(text));

    private static IEnumerable<(CodeField Field, string Key)> Whole(string text)
    {
        if (text.Length < ShortestText)
        {
            yield break;
        }

        yield return (CodeField.Lot, Key(text));
        yield return (CodeField.Sku, Key(text));
        if (Gtin.Padded(text) is { } gtin)
        {
            yield return (CodeField.Gtin, gtin);
        }

        if (IsOrder(text))
        {
            yield return (CodeField.Order, OrderKey(text));
        }
    }

    private static IEnumerable<(CodeField Field, string Key)> Of(Gs1Element element) => element.Identifier switch
    {
        "01" or "02" when Gtin.Padded(element.Value) is { } gtin => [(CodeField.Gtin, gtin)],
        "10" => [(CodeField.Lot, Key(element.Value))],
        "240" or "241" => [(CodeField.Sku, Key(element.Value))],
        "400" => [(CodeField.Order, OrderKey(element.Value))],
        _ => [],
    };

    // "LOT=A-17" and "LOT:A-17" are A-17, and themselves.
    private static IEnumerable<string> Parts(string field) =>
        field.IndexOfAny(['=', ':']) is var at and >= 0 ? [field, field[(at + 1)..]] : [field];

    [GeneratedRegex("^PO(?=.)", RegexOptions.CultureInvariant)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"^P\.?O\.?(NO\.?)?[-_#:=/.]*(?=(?:[^0-9]*[0-9]){3})[0-9][A-Z0-9\-_/.]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Order();
}
