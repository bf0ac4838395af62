namespace DefectVision.Imaging.Codes;

/// <summary>The check digit of GTINs (GS1 General Specifications, 7.9): weights 3 and 1 from the right, modulo 10.</summary>
internal static class CheckDigit
{
    /// <param name="digits">With the check digit at the end.</param>
    public static bool Holds(string digits)
    {
        var sum = 0;
        for (var at = 0; at < digits.Length; at++)
        {
            if (!char.IsAsciiDigit(digits[at]))
            {
                return false;
            }

            sum += (digits[at] - '0') * ((digits.Length - at) % 2 == 0 ? 3 : 1);
        }

        return digits.Length > 1 && sum % 10 == 0;
    }
}
