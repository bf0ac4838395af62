using System.Globalization;
using DefectVision.Inspection.Judging;

namespace DefectVision.Evidence.Wording;

/// <summary>Numbers as printed: invariant culture, a bound rounded to the side on which it still holds.</summary>
public static class Figures
{
    private const string OrLess = "0.0001 or less";
    private const int MostDecimals = 6;
    private const string PercentSign = "\u00A0%";

    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    public static string Bytes(long bytes) => Count(bytes) + "\u00A0B";

    public static string Score(double score, int digits) =>
        score.ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>How many times as large, two decimals.</summary>
    public static string Times(double times) => times.ToString("F2", CultureInfo.InvariantCulture);

    public static string Margin(double margin) => margin.ToString("0.##########", CultureInfo.InvariantCulture);

    /// <summary>Two decimals; a probability that is not 0 or 1 is never printed as if it were.</summary>
    public static string Probability(double probability) => probability switch
    {
        > 0.99 and < 1 => "above 0.99",
        > 0 and < 0.01 => "below 0.01",
        _ => probability.ToString("0.00", CultureInfo.InvariantCulture),
    };

    public static string Date(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Timestamp(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A p-value, rounded up to two significant digits: what is printed is never smaller than the number.</summary>
    public static string PValue(double probability) => IsSmallest(probability) ? OrLess : PrintedProbability.AtMost(probability);

    /// <summary>An error probability that may be spent, rounded down to two significant digits.</summary>
    public static string Alpha(double probability) => IsSmallest(probability) ? OrLess : PrintedProbability.AtLeast(probability);

    /// <summary>A number without unit, two decimals.</summary>
    public static string Ratio(double number) => number.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>A share that was counted, with the one decimal that bounds have; one that is not zero is never printed as if it were.</summary>
    public static string Share(double rate)
    {
        // decimal, because in binary a number that is meant to end in 5 may lie below it.
        var percent = (decimal)rate * 100;
        var decimals = 1;
        for (var size = percent; size is > 0 and < 0.05m && decimals < MostDecimals; size *= 10)
        {
            decimals++;
        }

        return decimal.Round(percent, decimals, MidpointRounding.AwayFromZero).ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) + PercentSign;
    }

    /// <summary>A mark of an axis: no more digits than it needs.</summary>
    public static string Tick(double rate) => decimal.Round((decimal)rate * 100, MostDecimals).ToString("0.######", CultureInfo.InvariantCulture) + PercentSign;

    /// <summary>A lower bound: rounded down, so that what is printed still holds.</summary>
    public static string Lower(double rate) => PrintedShare.AtLeast(rate) + PercentSign;

    /// <summary>An upper bound: rounded up.</summary>
    public static string Upper(double rate) => PrintedShare.AtMost(rate) + PercentSign;

    public static string Level(double confidence) => PrintedConfidence.Of(confidence) + PercentSign;

    public static string Aql(decimal percent) => percent.ToString(CultureInfo.InvariantCulture) + PercentSign;

    public static string ShortDigest(string? sha256) => sha256 is null ? "none" : sha256.Length <= 12 ? sha256 : sha256[..12];

    private static bool IsSmallest(double probability) => probability is > 0 and < PrintedProbability.Smallest;
}
