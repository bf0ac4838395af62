namespace DefectVision.Fixtures;

/// <summary>Bars as the standards' tables have them, written here by hand: no code of a library or of the product makes them. True is a dark module.</summary>
internal static class Bars
{
    /// <summary>ISO/IEC 15420, table 1: number set A; sets B and C follow from it.</summary>
    private static readonly string[] SetA = ["0001101", "0011001", "0010011", "0111101", "0100011", "0110001", "0101111", "0111011", "0110111", "0001011"];

    /// <summary>ISO/IEC 15420, table 2: the number sets of the left half, by the first digit.</summary>
    private static readonly string[] Sets = ["AAAAAA", "AABABB", "AABBAB", "AABBBA", "ABAABB", "ABBAAB", "ABBBAA", "ABABAB", "ABABBA", "ABBABA"];

    /// <summary>ISO/IEC 15417, table 1: widths of bar, space, bar, space, bar, space for the values 0 to 105.</summary>
    private const string Widths =
        "212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 123122 123221 223211 221132 221231 "
        + "213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 "
        + "112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 "
        + "111224 111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 111242 121142 121241 114212 "
        + "124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 411131 211412 211214 211232";

    private const string Stop = "2331112";
    private const int StartB = 104;
    private const int Fnc1Value = 102;

    /// <summary>Stands for FNC1 in the text of a Code 128 symbol.</summary>
    public const char Fnc1 = '\u001D';

    /// <summary>An EAN-13 symbol of 95 modules. The last digit is drawn as it is, right or not.</summary>
    public static bool[] Ean13(string digits)
    {
        var sets = Sets[digits[0] - '0'];
        var left = string.Concat(digits[1..7].Select((digit, at) => sets[at] == 'A' ? SetA[digit - '0'] : Mirrored(Negative(SetA[digit - '0']))));
        var right = string.Concat(digits[7..].Select(digit => Negative(SetA[digit - '0'])));
        return [.. ("101" + left + "01010" + right + "101").Select(module => module == '1')];
    }

    /// <summary>A Code 128 symbol in code set B; <see cref="Fnc1"/> in the text becomes FNC1.</summary>
    public static bool[] Code128(string text)
    {
        var widths = Widths.Split(' ');
        int[] values = [StartB, .. text.Select(letter => letter == Fnc1 ? Fnc1Value : letter - ' ')];
        var check = values.Select((value, at) => Math.Max(at, 1) * value).Sum() % 103;
        var runs = string.Concat(values.Append(check).Select(value => widths[value])) + Stop;
        return [.. runs.SelectMany((width, at) => Enumerable.Repeat(at % 2 == 0, width - '0'))];
    }

    private static string Negative(string modules) => string.Concat(modules.Select(module => module == '1' ? '0' : '1'));

    private static string Mirrored(string modules) => string.Concat(modules.Reverse());
}
