using DefectVision.Statistics.Shrinkage;

namespace DefectVision.History.Scorecards;

/// <summary>The places that a supplier may have by its rate, the lowest rate first: 1 to 3 of 6. Suppliers whose intervals overlap are not told apart.</summary>
/// <param name="Best">From 1.</param>
/// <param name="Worst">At least <paramref name="Best"/>.</param>
public readonly record struct RankRange(int Best, int Worst)
{
    /// <param name="rate">Of the supplier.</param>
    /// <param name="all">Of all suppliers that have one, this one among them.</param>
    public static RankRange Of(SourceRate rate, IReadOnlyList<SourceRate> all)
    {
        ArgumentNullException.ThrowIfNull(rate);
        ArgumentNullException.ThrowIfNull(all);
        return new(1 + all.Count(other => other.Interval.Upper < rate.Interval.Lower), all.Count - all.Count(other => other.Interval.Lower > rate.Interval.Upper));
    }
}
