using DefectVision.Statistics.Tails;

namespace DefectVision.Statistics.Comparison;

/// <summary>A χ² statistic and its upper tail.</summary>
/// <param name="Statistic">0 or more.</param>
/// <param name="Degrees">Degrees of freedom.</param>
/// <param name="PValue">P(χ² at least as large). Class A.</param>
public sealed record ChiSquaredTest(double Statistic, int Degrees, Probability PValue)
{
    /// <summary>Statistic over degrees of freedom: 1 when the lots differ no more than chance makes them.</summary>
    public double Dispersion => Statistic / Degrees;

    /// <summary>Two lots, Pearson's statistic. Null when a row or column of the table is empty: there is nothing to compare.</summary>
    public static ChiSquaredTest? TwoLots(Tally first, Tally second) => OfTwo(first, second, 0);

    /// <summary>Two lots, with Yates' correction of at most one half.</summary>
    public static ChiSquaredTest? TwoLotsWithYates(Tally first, Tally second) => OfTwo(first, second, 0.5);

    /// <summary>Whether Pearson's approximation may be used: every expected count is 5 or more.</summary>
    public static bool IsApplicable(IReadOnlyList<Tally> lots)
    {
        var all = Sum(lots);
        return all.Total > 0 && lots.All(lot => Math.Min(all.Count, all.Rest) * (double)lot.Total / all.Total >= 5);
    }

    /// <summary>Several lots, Pearson's statistic with k−1 degrees of freedom. Null when no item or every item is nonconforming, or a lot is empty.</summary>
    public static ChiSquaredTest? Lots(IReadOnlyList<Tally> lots)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lots.Count, 2);
        var all = Sum(lots);
        if (all.Count == 0 || all.Rest == 0 || lots.Any(lot => lot.Total == 0))
            return null;
        var statistic = lots.Sum(lot => lot.Total * Square(lot.Share - all.Share)) / (all.Share * (1 - all.Share));
        return Of(statistic, lots.Count - 1);
    }

    internal static ChiSquaredTest Of(double statistic, int degrees) =>
        new(statistic, degrees, Probability.Clamped(ChiSquaredTail.Upper(statistic, degrees)));

    internal static Tally Sum(IReadOnlyList<Tally> lots) => new(lots.Sum(lot => lot.Count), lots.Sum(lot => lot.Total));

    private static ChiSquaredTest? OfTwo(Tally first, Tally second, double correction)
    {
        var all = Sum([first, second]);
        if (all.Count == 0 || all.Rest == 0 || first.Total == 0 || second.Total == 0)
            return null;
        // |x₁ − expected| is the same in all four cells.
        var difference = Math.Abs((double)((Int128)first.Count * second.Total - (Int128)second.Count * first.Total)) / all.Total;
        var corrected = difference - Math.Min(correction, difference);
        var statistic = corrected * corrected * all.Total * all.Total * all.Total
            / ((double)first.Total * second.Total * all.Count * all.Rest);
        return Of(statistic, 1);
    }

    private static double Square(double value) => value * value;
}
