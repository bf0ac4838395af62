namespace DefectVision.Statistics.Drift;

/// <summary>The two-sample Kolmogorov-Smirnov test that two samples come from one distribution.</summary>
/// <param name="Distance">Largest gap between the two empirical distribution functions, 0..1.</param>
/// <param name="PValue">Exact given the pooled values (ties allowed) while the product of the sample sizes is at most a million, else the limit distribution.</param>
/// <remarks>Source: Hodges 1958, Arkiv för Matematik 3:469, by counting lattice paths.</remarks>
public sealed record KolmogorovSmirnov(double Distance, Probability PValue)
{
    private const long LargestExactProduct = 1_000_000;

    /// <param name="reference">One value or more, none NaN.</param>
    /// <param name="current">One value or more, none NaN.</param>
    public static KolmogorovSmirnov Test(IReadOnlyList<double> reference, IReadOnlyList<double> current)
    {
        var paths = new PooledPath(reference, current);
        var exact = (long)reference.Count * current.Count <= LargestExactProduct;
        return new KolmogorovSmirnov(paths.Distance, Probability.Clamped(exact ? paths.ExactPValue() : paths.LimitPValue()));
    }
}
