namespace DefectVision.Statistics.Charts;

/// <summary>One lot on the charts.</summary>
/// <param name="Lot">Nonconforming of its inspected items.</param>
/// <param name="Z">Distance of its share from the mean, in binomial standard deviations.</param>
/// <param name="Limits">Three-sigma limits of the p chart.</param>
/// <param name="LaneyLimits">The same, widened by the variation between lots (p′ chart).</param>
/// <param name="Ewma">Exponentially weighted moving average of Z.</param>
/// <param name="EwmaLimit">Its three-sigma limit either way, exact for the number of lots so far.</param>
public sealed record ChartPoint(Tally Lot, double Z, ChartLimits Limits, ChartLimits LaneyLimits, double Ewma, double EwmaLimit)
{
    /// <summary>The limits to use for its size: Laney's from 500 items on.</summary>
    public ChartLimits LimitsInUse => Lot.Total >= ProportionChart.LaneyFrom ? LaneyLimits : Limits;

    /// <summary>The lot lies outside the limits to use for its size.</summary>
    public bool IsSignal => !LimitsInUse.Hold(Lot);

    /// <summary>The moving average lies outside its limit: a shift too small to show in one lot.</summary>
    public bool IsEwmaSignal => !(Math.Abs(Ewma) <= EwmaLimit);
}

/// <summary>Limits of a chart for the share of a lot. The lower one is cut at 0; an upper one above 1 is kept, for it says that no lot of that size can signal.</summary>
public readonly record struct ChartLimits(double Lower, double Upper)
{
    internal bool Hold(Tally lot) => lot.Share >= Lower && lot.Share <= Upper;
}

/// <summary>
/// The p, Laney p′ and EWMA charts of a series of lots. For watching a source over time, never part of a claim. Class A.
/// </summary>
/// <param name="Mean">Share of nonconforming items over all lots.</param>
/// <param name="SigmaZ">Laney's σ_z: how much lots vary beyond binomial variation; null for a single lot or without variation.</param>
/// <param name="Points">One for each lot; empty when the status is Degenerate.</param>
/// <param name="Status">Degenerate when no item or every item is nonconforming; TooFewOfAKind below twenty lots, whose limits are only provisional.</param>
/// <remarks>Source: Laney 2002, Quality Engineering 14:531; Roberts 1959, Technometrics 1:239.</remarks>
public sealed record ProportionChart(Rate Mean, double? SigmaZ, IReadOnlyList<ChartPoint> Points, BoundStatus Status)
{
    /// <summary>Fewer lots give provisional limits.</summary>
    public const int FewestLots = 20;

    /// <summary>From this many items per lot on, the plain p chart cries wolf and Laney's limits are used.</summary>
    public const int LaneyFrom = 500;

    private const double Sigmas = 3;
    private const double MovingRangeToSigma = 1.128;

    /// <param name="lots">In order of time, each with at least one item.</param>
    /// <param name="ewmaWeight">Weight of the newest lot in the moving average, usually 0.2; above 0, at most 1.</param>
    public static ProportionChart Of(IReadOnlyList<Tally> lots, double ewmaWeight)
    {
        if (!(ewmaWeight > 0 && ewmaWeight <= 1))
            throw new ArgumentOutOfRangeException(nameof(ewmaWeight), ewmaWeight, "A weight lies above 0 and at most at 1.");
        if (lots.Count == 0 || lots.Any(lot => lot.Total == 0))
            throw new ArgumentException("Wanted one lot or more, each with an inspected item.", nameof(lots));

        var mean = Rate.Of(lots.Sum(lot => lot.Count), lots.Sum(lot => lot.Total));
        if (mean.Value is 0 or 1)
            return new ProportionChart(mean, null, [], BoundStatus.Degenerate);
        var z = lots.Select(lot => (lot.Share - mean.Value) / Deviation(mean, lot)).ToArray();
        double? sigmaZ = lots.Count < 2 ? null : z.Zip(z.Skip(1), (before, after) => Math.Abs(after - before)).Average() / MovingRangeToSigma;

        var points = new List<ChartPoint>();
        var (average, carried) = (0.0, 1.0);
        for (var i = 0; i < lots.Count; i++)
        {
            average = ewmaWeight * z[i] + (1 - ewmaWeight) * average;
            carried *= (1 - ewmaWeight) * (1 - ewmaWeight);
            var limit = Sigmas * Math.Sqrt(ewmaWeight / (2 - ewmaWeight) * (1 - carried));
            points.Add(new ChartPoint(lots[i], z[i], Around(mean, lots[i], 1), Around(mean, lots[i], sigmaZ ?? 1), average, limit));
        }
        return new ProportionChart(mean, sigmaZ, points, lots.Count < FewestLots ? BoundStatus.TooFewOfAKind : BoundStatus.Ok);
    }

    private static ChartLimits Around(Rate mean, Tally lot, double widening)
    {
        var half = Sigmas * Deviation(mean, lot) * widening;
        return new ChartLimits(Math.Max(0, mean.Value - half), mean.Value + half);
    }

    private static double Deviation(Rate mean, Tally lot) => Math.Sqrt(mean.Value * (1 - mean.Value) / lot.Total);
}
