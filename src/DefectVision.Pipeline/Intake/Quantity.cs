using System.Globalization;
using System.Text.RegularExpressions;
using DefectVision.Inspection.Imported;

namespace DefectVision.Pipeline.Intake;

/// <summary>A number as people write it, exactly, with its unit.</summary>
/// <param name="Value">Of 21 1/4 it is 21.25.</param>
/// <param name="Unit">As written, inches as in; null where none is.</param>
internal sealed partial record Quantity(decimal Value, string? Unit)
{
    /// <summary>Sums and differences of smaller numbers stay exact.</summary>
    private const decimal Largest = 1e12m;

    private const int DigitsOfGroup = 3;

    // Ready-made fractions of Unicode; a list of cells may hold them where a keyboard has them.
    private static readonly (char Sign, string Written)[] Fractions =
        [('½', "1/2"), ('¼', "1/4"), ('¾', "3/4"), ('⅛', "1/8"), ('⅜', "3/8"), ('⅝', "5/8"), ('⅞', "7/8"), ('⅕', "1/5"), ('⅖', "2/5"), ('⅗', "3/5"), ('⅘', "4/5")];

    /// <summary>None for what is no number that a decimal holds exactly; two for 1,234 where nothing says what the comma is: as decimals, and as thousands.</summary>
    public static IReadOnlyList<Quantity> Read(string text, NumberMark mark)
    {
        if (Written().Match(Plain(text)) is not { Success: true } match)
        {
            return [];
        }

        var sign = match.Groups["sign"].Value == "-" ? -1 : 1;
        var unit = match.Groups["unit"].Value is { Length: > 0 } named ? UnitOf(named) : null;
        IEnumerable<decimal?> values = match.Groups["over"].Success
            ? [Fraction(match.Groups["whole"].Value, match.Groups["part"].Value, match.Groups["over"].Value)]
            : Decimals(match.Groups["number"].Value, mark).Distinct();
        return [.. values.OfType<decimal>().Where(value => value < Largest).Select(value => new Quantity(sign * value, unit))];
    }

    /// <summary>What a cell shows of the decimals of its list, <see cref="NumberMark.Point"/> or <see cref="NumberMark.Comma"/>; null where its mark can be another.</summary>
    public static NumberMark? Shows(string cell) =>
        Written().Match(Plain(cell)) is { Success: true } match && match.Groups["number"].Value is { Length: > 0 } number && number.LastIndexOfAny(['.', ',']) is var at and >= 0
        && (number.IndexOfAny(['.', ',']) < at ? number[at] != number[number.IndexOfAny(['.', ','])] : !IsGroup(number, at))
            ? number[at] == '.' ? NumberMark.Point : NumberMark.Comma
            : null;

    /// <summary>One sign for minus, plus-minus and inches, one kind of blank, fractions spelled out.</summary>
    public static string Plain(string text)
    {
        var plain = Fractions.Aggregate(text, (read, fraction) => read.Replace(fraction.Sign.ToString(), $" {fraction.Written}", StringComparison.Ordinal));
        return UnicodeForm.Compatible(plain)
            .Replace('\u2212', '-').Replace('\u2012', '-').Replace('\u2013', '-').Replace('\u2010', '-').Replace('\uFE63', '-')
            .Replace('\u2044', '/')
            .Replace("''", "\"", StringComparison.Ordinal).Replace('\u2033', '"').Replace("\u2032\u2032", "\"", StringComparison.Ordinal).Replace('\u201D', '"')
            .Trim();
    }

    /// <summary>Inches have one name; other units stay as written.</summary>
    public static string UnitOf(string text) => text is "\"" || text.Equals("inch", StringComparison.OrdinalIgnoreCase) || text.Equals("inches", StringComparison.OrdinalIgnoreCase) ? "in" : text;

    private static IEnumerable<decimal?> Decimals(string number, NumberMark mark)
    {
        var first = number.IndexOfAny(['.', ',']);
        var last = number.LastIndexOfAny(['.', ',']);
        if (first < 0)
        {
            return [Number(number)];
        }

        if (first == last)
        {
            var asDecimals = Number(number.Replace(',', '.'));
            if (!IsGroup(number, last))
            {
                return [asDecimals];
            }

            var asThousands = Number(number.Remove(last, 1));
            var isPoint = number[last] == '.';
            return mark switch
            {
                NumberMark.Point => isPoint ? [asDecimals] : [asThousands],
                NumberMark.Comma => isPoint ? [asThousands] : [asDecimals],
                NumberMark.PointAssumed when isPoint => [asDecimals],
                NumberMark.CommaAssumed when !isPoint => [asDecimals],
                _ => [asDecimals, asThousands],
            };
        }

        // Two marks: the last one alone may be that of the decimals, and those before it stand between groups of three digits.
        var whole = number[first] == number[last] ? number : number[..last];
        var groups = whole.Split(number[first]);
        return groups[0].Length is < 1 or > DigitsOfGroup || groups[0][0] == '0' || groups.Skip(1).Any(group => group.Length != DigitsOfGroup || !group.All(char.IsAsciiDigit))
            ? [null]
            : [Number(string.Concat(groups) + (number[first] == number[last] ? string.Empty : $".{number[(last + 1)..]}"))];
    }

    // "1,234": three digits behind, one to three before, and no leading zero.
    private static bool IsGroup(string number, int at) => number.Length - at - 1 == DigitsOfGroup && at is >= 1 and <= DigitsOfGroup && number[0] != '0';

    private static decimal? Number(string digits) =>
        decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static decimal? Fraction(string whole, string part, string over)
    {
        if (Number(part) is not { } above || Number(over) is not { } below || below == 0 || (whole.Length > 0 && above >= below))
        {
            return null;
        }

        // Exact where the denominator is a product of twos and fives, as on every ruler.
        var rest = below;
        foreach (var prime in (decimal[])[2, 5])
        {
            while (rest % prime == 0)
            {
                rest /= prime;
            }
        }

        return rest == 1 ? (whole.Length == 0 ? 0 : Number(whole)) + (above / below) : above % below == 0 ? (whole.Length == 0 ? 0 : Number(whole)) + (above / below) : null;
    }

    [GeneratedRegex("""^(?<sign>[+-]?)\s*(?:(?:(?<whole>[0-9]{1,9})(?:\s+|-))?(?<part>[0-9]{1,9})\s*/\s*(?<over>[0-9]{1,9})|(?<number>[0-9][0-9.,]*|[.,][0-9]+))\s*(?<unit>"|%|°|[\p{L}µ°][\p{L}µ°/%²³]{0,11})?$""")]
    private static partial Regex Written();
}
