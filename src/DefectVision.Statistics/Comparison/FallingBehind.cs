namespace DefectVision.Statistics.Comparison;

/// <summary>
/// Whether the second of two ways of judging the same items falls behind the first: the exact one-sided test of McNemar at 5 %. No correction for the number of
/// groups that are looked at: this guards against a loss, and a correction would let more losses pass.
/// </summary>
/// <remarks>
/// With fewer than five items the test can never reject (0.5^4 is 0.0625), and a group that is lost whole would pass unseen. There any net loss is falling behind.
/// </remarks>
public static class FallingBehind
{
    /// <summary>The fewest items with which the test can reject.</summary>
    public const int FewestForTest = 5;

    private const double Level = 0.05;

    /// <param name="test">The first against the second.</param>
    /// <param name="items">All items of the group, those judged alike included.</param>
    public static bool Second(McNemarExact test, long items) =>
        items < FewestForTest ? test.OnlyFirst > test.OnlySecond : test.FirstBetter.Value <= Level;
}
