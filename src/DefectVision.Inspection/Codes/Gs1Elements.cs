using System.Text.RegularExpressions;

namespace DefectVision.Inspection.Codes;

/// <summary>Splits what a label says into GS1 element strings (GS1 General Specifications, 3.2 and 7.8).</summary>
public static partial class Gs1Elements
{
    /// <summary>FNC1: in front it says that element strings follow, later it ends one of variable length.</summary>
    public const char Separator = '\u001D';

    /// <summary>Element strings of a code that begins with FNC1, is written with brackets, or is a GS1 Digital Link.</summary>
    /// <returns>Empty where the text is none of these, or cannot be split to its end.</returns>
    public static IReadOnlyList<Gs1Element> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.StartsWith(Separator) ? Coded(text[1..])
            : Bracketed().Match(text) is { Success: true } written ? Pairs(written)
            : DigitalLink().Match(text) is { Success: true } link ? Pairs(link)
            : [];
    }

    private static List<Gs1Element> Coded(string text)
    {
        var elements = new List<Gs1Element>();
        for (var at = 0; at < text.Length;)
        {
            var digits = DigitsOf(text.AsSpan(at));
            if (digits == 0)
            {
                return [];
            }

            var (start, end) = (at + digits, text.IndexOf(Separator, at));
            end = end < 0 ? text.Length : end;
            if (Predefined(text[at..(at + 2)]) is { } length)
            {
                if (end < at + length)
                {
                    return [];
                }

                end = at + length;
            }

            elements.Add(new Gs1Element(text[at..start], text[start..end]));
            at = end < text.Length && text[end] == Separator ? end + 1 : end;
        }

        return elements.All(element => element.Value.Length > 0) ? elements : [];
    }

    // Lengths that are predefined, with the identifier, by its first two digits: no separator follows (figure 7.8.5-2).
    private static int? Predefined(string digits) => digits switch
    {
        "00" => 20,
        "01" or "02" or "03" or "41" => 16,
        "04" => 18,
        "11" or "12" or "13" or "14" or "15" or "16" or "17" or "18" or "19" => 8,
        "20" => 4,
        "31" or "32" or "33" or "34" or "35" or "36" => 10,
        _ => null,
    };

    // How many digits an identifier has, by its first ones (figure 3.2-1); 0 where none begins so.
    private static int DigitsOf(ReadOnlySpan<char> text)
    {
        if (text.Length < 2 || !char.IsAsciiDigit(text[0]) || !char.IsAsciiDigit(text[1]))
        {
            return 0;
        }

        var digits = (text[0], text[1]) switch
        {
            ('2', >= '3' and <= '5') or ('4', >= '0' and <= '2') or ('7', '1') => 3,
            ('3', >= '1' and <= '6' or '9') or ('4', '3') or ('7', '0' or '2') or ('8', >= '0' and <= '2') => 4,
            _ => 2,
        };
        return digits <= text.Length && !text[..digits].ContainsAnyExceptInRange('0', '9') ? digits : 0;
    }

    private static List<Gs1Element> Pairs(Match match) =>
        [.. match.Groups["ai"].Captures.Zip(match.Groups["value"].Captures, (ai, value) => new Gs1Element(ai.Value, Uri.UnescapeDataString(value.Value)))];

    [GeneratedRegex(@"^(?:\((?<ai>\d{2,4})\)(?<value>[^()]+))+$", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();

    // GS1 Digital Link URI syntax: the primary key and its qualifiers are the path.
    [GeneratedRegex(@"^https?://[^/?#]+(?:/[^/?#]*)*?/(?<ai>01)/(?<value>\d{8,14})(?:/(?<ai>10|21|22)/(?<value>[^/?#]+))*(?:[?#].*)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex DigitalLink();
}
