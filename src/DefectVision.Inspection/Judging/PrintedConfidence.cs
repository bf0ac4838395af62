using System.Globalization;

namespace DefectVision.Inspection.Judging;

/// <summary>A confidence level in percent with two decimals at most, rounded down, the same wherever it is printed: 99.996 % is not 100 %.</summary>
public static class PrintedConfidence
{
    /// <summary>A level that is meant exactly may lie this far off in binary, in hundredths of a percent.</summary>
    private const double Slack = 1e-7;

    /// <param name="confidence">0 to 1.</param>
    public static string Of(double confidence) =>
        (Math.Floor((10_000 * confidence) + Slack) / 100).ToString("0.##", CultureInfo.InvariantCulture);
}
