namespace DefectVision.Inspection.Judging;

/// <summary>A bound as a percentage with one decimal, rounded outward, so that no printed bound claims more than the number did.</summary>
public static class PrintedShare
{
    /// <summary>A number that is meant exactly may lie this far off in binary, in tenths of a percent.</summary>
    private const double Slack = 1e-9;

    /// <param name="share">0 to 1.</param>
    public static string AtLeast(double share) => FormattableString.Invariant($"{Math.Floor((1000 * share) + Slack) / 10:0.0}");

    /// <param name="share">0 to 1.</param>
    public static string AtMost(double share) => FormattableString.Invariant($"{Math.Max(0, Math.Ceiling((1000 * share) - Slack)) / 10:0.0}");
}
