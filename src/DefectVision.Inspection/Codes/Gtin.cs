namespace DefectVision.Inspection.Codes;

/// <summary>Trade item numbers of 8, 12, 13 or 14 digits, in the one form in which they are compared: 14 digits with zeros in front (GS1 General Specifications, 3.3.2).</summary>
public static class Gtin
{
    private const int Digits = 14;

    /// <summary>Of 14 digits; null where the text has no such number of digits.</summary>
    public static string? Padded(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length is 8 or 12 or 13 or 14 && text.All(char.IsAsciiDigit) ? text.PadLeft(Digits, '0') : null;
    }

    /// <summary>Whether the last digit is the check digit of the others: weights 3 and 1 from the right, modulo 10 (7.9).</summary>
    /// <param name="gtin">As <see cref="Padded"/> gives it.</param>
    public static bool IsRight(string gtin)
    {
        ArgumentNullException.ThrowIfNull(gtin);
        return gtin.Select((digit, at) => (digit - '0') * ((gtin.Length - at) % 2 == 0 ? 3 : 1)).Sum() % 10 == 0;
    }

    /// <summary>The UPC-A number that a UPC-E number stands for (ISO/IEC 15420, zero suppression).</summary>
    /// <param name="text">Number system, six digits, check digit.</param>
    /// <returns>Null where it is none.</returns>
    public static string? OfUpcE(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length != 8 || !text.All(char.IsAsciiDigit) || text[0] is not ('0' or '1'))
        {
            return null;
        }

        var six = text[1..7];
        return text[0] + six[5] switch
        {
            '0' or '1' or '2' => six[..2] + six[5] + "0000" + six[2..5],
            '3' => six[..3] + "00000" + six[3..5],
            '4' => six[..4] + "00000" + six[4],
            _ => six[..5] + "0000" + six[5],
        } + text[7];
    }
}
