using DefectVision.Statistics.Cartons;
using DefectVision.Statistics.Tails;

namespace DefectVision.Statistics.Shrinkage;

/// <summary>
/// The rate of one source of lots among several, drawn towards the rate of all: a source with few lots has not yet shown how it differs. Items of a lot are alike, so a lot of m items
/// weighs like m / (1 + (m - 1) rho) of them, where rho is the correlation of a beta-binomial over all lots (<see cref="BetaBinomial"/>), and all sources together weigh like one
/// more lot of the source. Class A: to watch a source with, never part of a claim.
/// </summary>
/// <param name="Estimate">Mean of the posterior.</param>
/// <param name="Interval">Its equal-tailed interval.</param>
/// <param name="Lots">Of this source.</param>
/// <param name="Weight">What these lots weigh, in independent items.</param>
/// <param name="Correlation">Between items of one lot, over all sources; 0 where lots vary no more than chance would have them.</param>
/// <remarks>Source: the beta-binomial of Griffiths 1973, Biometrics 29:637; the effective size of Kish 1965, Survey Sampling, 8.2; empirical Bayes as in Morris 1983, JASA 78:47.</remarks>
public sealed record SourceRate(Rate Estimate, RateInterval Interval, int Lots, double Weight, double Correlation)
{
    /// <summary>Lots of all sources from which on they tell how much lots vary.</summary>
    public const int FewestLots = 5;

    private const string Method = "beta-binomial, shrunk";
    private const string Version = "1";

    /// <param name="own">Nonconforming of the inspected items of each lot of the source; each at least one item. May be empty: all sources then speak for it.</param>
    /// <param name="all">The same of all sources, this one with them.</param>
    /// <param name="confidence">Of the two-sided interval.</param>
    /// <returns>Null with fewer than <see cref="FewestLots"/> lots of all sources.</returns>
    public static SourceRate? Of(IReadOnlyList<Tally> own, IReadOnlyList<Tally> all, ConfidenceLevel confidence)
    {
        if (all.Any(lot => lot.Total == 0) || own.Any(lot => lot.Total == 0))
            throw new ArgumentException("Wanted lots with an inspected item each.", nameof(all));
        if (all.Count < FewestLots)
            return null;

        var (fit, _) = BetaBinomial.Fit(all);
        var correlation = fit?.Correlation.Value ?? 0;

        // With no defect anywhere, or nothing else, half an item of each kind keeps the rate off the end (Jeffreys).
        var (x, n) = (all.Sum(lot => lot.Count), all.Sum(lot => lot.Total));
        var mean = fit?.Mean.Value ?? (x + 0.5) / (n + 1.0);
        var prior = all.Average(Weigh);
        var weight = own.Sum(Weigh);
        var found = own.Sum(lot => lot.Share * Weigh(lot));
        var (a, b) = ((mean * prior) + found, ((1 - mean) * prior) + weight - found);
        var tail = confidence.Alpha / 2;
        var interval = RateInterval.For(Side.TwoSided, () => BetaTail.LowerQuantile(tail, a, b), () => BetaTail.UpperQuantile(tail, a, b), Guarantee.Approximate, Method, Version);
        return new SourceRate(new Rate(a / (a + b)), interval, own.Count, weight, correlation);

        double Weigh(Tally lot) => lot.Total / (1 + ((lot.Total - 1) * correlation));
    }
}
