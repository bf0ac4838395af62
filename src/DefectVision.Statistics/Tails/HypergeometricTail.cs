namespace DefectVision.Statistics.Tails;

/// <summary>The hypergeometric distribution: x nonconforming among n items drawn without replacement from a lot with so many nonconforming.</summary>
/// <remarks>The tail away from the mean is summed by the ratio of neighbouring terms from a saddle-point start; the other tail is its complement.</remarks>
internal readonly record struct HypergeometricTail(long LotSize, long Nonconforming, long SampleSize)
{
    private long Least => Math.Max(0, SampleSize + Nonconforming - LotSize);

    private long Most => Math.Min(SampleSize, Nonconforming);

    /// <summary>P(X = x).</summary>
    public double At(long x)
    {
        if (x < Least || x > Most)
            return 0;
        if (Least == Most)
            return 1;
        var p = (double)SampleSize / LotSize;
        var q = (double)(LotSize - SampleSize) / LotSize;
        return Math.Exp(SaddlePoint.LogBinomial(x, Nonconforming, p, q)
            + SaddlePoint.LogBinomial(SampleSize - x, LotSize - Nonconforming, p, q)
            - SaddlePoint.LogBinomial(SampleSize, LotSize, p, q));
    }

    /// <summary>P(X ≥ x).</summary>
    public double AtLeast(long x)
    {
        if (x <= Least)
            return 1;
        if (x > Most)
            return 0;
        return AboveMean(x) ? SumUpwards(x) : 1 - SumDownwards(x - 1);
    }

    /// <summary>P(X ≤ x).</summary>
    public double AtMost(long x)
    {
        if (x < Least)
            return 0;
        if (x >= Most)
            return 1;
        return AboveMean(x) ? 1 - SumUpwards(x + 1) : SumDownwards(x);
    }

    private bool AboveMean(long x) => (double)x * LotSize > (double)SampleSize * Nonconforming;

    private double SumUpwards(long from)
    {
        var term = 1.0;
        var sum = 1.0;
        for (var x = from; x < Most && term > 1e-18 * sum; x++)
        {
            term *= (double)(Nonconforming - x) * (SampleSize - x) / ((double)(x + 1) * (LotSize - Nonconforming - SampleSize + x + 1));
            sum += term;
        }
        return Math.Min(1, At(from) * sum);
    }

    private double SumDownwards(long from)
    {
        var term = 1.0;
        var sum = 1.0;
        for (var x = from; x > Least && term > 1e-18 * sum; x--)
        {
            term *= (double)x * (LotSize - Nonconforming - SampleSize + x) / ((double)(Nonconforming - x + 1) * (SampleSize - x + 1));
            sum += term;
        }
        return Math.Min(1, At(from) * sum);
    }
}
