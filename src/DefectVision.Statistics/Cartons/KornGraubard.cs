using DefectVision.Statistics.Intervals;
using DefectVision.Statistics.Tails;

namespace DefectVision.Statistics.Cartons;

/// <summary>
/// The Clopper-Pearson interval at the effective number of items of a cluster sample. For display: two-sided it covered 0.858 in the worst case, so a claim takes
/// <see cref="DyadicBound"/>.
/// </summary>
/// <remarks>Source: Korn and Graubard 1998, Survey Methodology 24:193; linearised variance and design effect as in Kish 1965, Survey Sampling.</remarks>
public static class KornGraubard
{
    private const string Method = "Korn-Graubard";
    private const string Version = "1";

    /// <param name="cartons">Nonconforming of the items looked at, for each opened carton with at least one.</param>
    /// <param name="confidence">Of the whole statement.</param>
    /// <param name="side">Which end is shown.</param>
    public static CartonEstimate Estimate(IReadOnlyList<Tally> cartons, ConfidenceLevel confidence, Side side)
    {
        if (cartons.Any(carton => carton.Total == 0))
            throw new ArgumentException("Found an opened carton without an item looked at; leave it out.", nameof(cartons));
        if (cartons.Count == 0)
            return new CartonEstimate(new Tally(0, 0), 0, null, null, null, null, 0, RateInterval.Uninformative(BoundStatus.NoData, Guarantee.Approximate, Method, Version));

        var all = new Tally(cartons.Sum(carton => carton.Count), cartons.Sum(carton => carton.Total));
        var variance = LinearisedVariance(cartons, all);
        var status = StatusOf(cartons, all, variance);
        var alpha = confidence.AlphaPerEnd(side);
        var effective = status switch
        {
            BoundStatus.AllSame or BoundStatus.SingleCarton => cartons.Count,
            BoundStatus.ZeroVariance => all.Total,
            _ => EffectiveItems(all, variance!.Value, cartons.Count, alpha),
        };
        var binomialVariance = all.Share * (1 - all.Share) / all.Total;
        var interval = RateInterval.For(side,
            () => ClopperPearson.Lower(all.Share * effective, effective, alpha),
            () => ClopperPearson.Upper(all.Share * effective, effective, alpha),
            Guarantee.Approximate, Method, Version);
        return new CartonEstimate(
            all,
            cartons.Count,
            variance is { } v ? Math.Sqrt(v) : null,
            status == BoundStatus.Ok ? variance / binomialVariance : all.Total / effective,
            IntraCartonCorrelation(cartons, all),
            cartons.Sum(carton => (double)carton.Total * carton.Total) / all.Total,
            effective,
            interval with { Status = status });
    }

    private static BoundStatus StatusOf(IReadOnlyList<Tally> cartons, Tally all, double? variance)
    {
        if (all.Count == 0 || all.Rest == 0)
            return BoundStatus.AllSame;
        if (variance is null)
            return BoundStatus.SingleCarton;
        var identical = cartons.All(carton => (Int128)carton.Count * all.Total == (Int128)all.Count * carton.Total);
        return identical ? BoundStatus.ZeroVariance : BoundStatus.Ok;
    }

    /// <summary>Of the ratio mean, cartons drawn with replacement; null for a single carton.</summary>
    private static double? LinearisedVariance(IReadOnlyList<Tally> cartons, Tally all)
    {
        if (cartons.Count < 2)
            return null;
        var squares = cartons.Sum(carton => Square((double)((Int128)carton.Count * all.Total - (Int128)all.Count * carton.Total) / all.Total));
        return cartons.Count / (cartons.Count - 1.0) * squares / Square(all.Total);
    }

    private static double EffectiveItems(Tally all, double variance, int cartons, double alpha)
    {
        var ratio = StudentTail.UpperQuantile(alpha, all.Total - 1) / StudentTail.UpperQuantile(alpha, cartons - 1);
        return Math.Min(all.Total, all.Share * (1 - all.Share) / variance * ratio * ratio);
    }

    /// <summary>From the analysis of variance; may be negative, null where it is not defined.</summary>
    private static double? IntraCartonCorrelation(IReadOnlyList<Tally> cartons, Tally all)
    {
        if (cartons.Count < 2 || all.Total <= cartons.Count || all.Count == 0 || all.Rest == 0)
            return null;
        var between = cartons.Sum(carton => carton.Total * Square(carton.Share - all.Share)) / (cartons.Count - 1);
        var within = cartons.Sum(carton => carton.Total * carton.Share * (1 - carton.Share)) / (all.Total - cartons.Count);
        var meanItems = (all.Total - cartons.Sum(carton => Square(carton.Total)) / all.Total) / (cartons.Count - 1);
        return (between - within) / (between + (meanItems - 1) * within);
    }

    private static double Square(double value) => value * value;
}
