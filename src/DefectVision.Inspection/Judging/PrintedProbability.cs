using System.Globalization;

namespace DefectVision.Inspection.Judging;

/// <summary>A small probability with two significant digits, the same wherever it is printed.</summary>
public static class PrintedProbability
{
    /// <summary>What lies below it, and is not 0, is printed as "this or less".</summary>
    public const double Smallest = 0.0001;

    private const int MostDecimals = 6;

    /// <summary>A p-value: rounded up, so that what is printed is never smaller than the number.</summary>
    /// <param name="probability">0 to 1.</param>
    public static string AtMost(double probability) => Rounded(probability, MidpointRounding.ToPositiveInfinity);

    /// <summary>An error probability that may be spent: rounded down.</summary>
    /// <param name="probability">0 to 1.</param>
    public static string AtLeast(double probability) => Rounded(probability, MidpointRounding.ToNegativeInfinity);

    private static string Rounded(double probability, MidpointRounding rounding)
    {
        var decimals = 2;
        for (var size = probability; size is > 0 and < 0.1 && decimals < MostDecimals; size *= 10)
        {
            decimals++;
        }

        return decimal.Round((decimal)Math.Round(probability, 12), decimals, rounding).ToString("0.######", CultureInfo.InvariantCulture);
    }
}
