namespace DefectVision.Statistics.Calibration;

/// <summary>
/// The structural components of the area under the ROC curve: for each nonconforming item the share of conforming ones it outranks, and the
/// reverse. Kept as whole numbers (a tie counts one, a win two), so that a variance of zero is exactly zero.
/// </summary>
/// <remarks>Source: DeLong, DeLong and Clarke-Pearson 1988, Biometrics 44:837; by sorting as in Sun and Xu 2014, IEEE Signal Processing Letters 21:1389.</remarks>
internal sealed class DeLong
{
    private readonly long[] _ofNonconforming;
    private readonly long[] _ofConforming;

    public DeLong(IReadOnlyList<LabelledScore> items)
    {
        var bad = items.Where(item => item.Nonconforming).Select(item => item.Score).ToArray();
        var good = items.Where(item => !item.Nonconforming).Select(item => item.Score).ToArray();
        if (bad.Length == 0 || good.Length == 0)
            throw new ArgumentException($"Found {bad.Length} nonconforming and {good.Length} conforming items, wanted at least one of each.", nameof(items));
        if (items.Any(item => double.IsNaN(item.Score)))
            throw new ArgumentException("A score is not a number.", nameof(items));
        _ofNonconforming = Wins(bad, good);
        _ofConforming = [.. Wins(good, bad).Select(wins => 2L * bad.Length - wins)];
    }

    public int Nonconforming => _ofNonconforming.Length;

    public int Conforming => _ofConforming.Length;

    public double Area => _ofNonconforming.Sum() / (2.0 * Nonconforming * Conforming);

    /// <summary>Covariance of two areas over the same items; of an area with itself, its variance.</summary>
    public static double Covariance(DeLong a, DeLong b) =>
        Spread(a._ofNonconforming, b._ofNonconforming) / (4.0 * a.Conforming * a.Conforming * a.Nonconforming)
        + Spread(a._ofConforming, b._ofConforming) / (4.0 * a.Nonconforming * a.Nonconforming * a.Conforming);

    /// <summary>Variance of the difference of two areas over the same items.</summary>
    public static double VarianceOfDifference(DeLong a, DeLong b)
    {
        long[] bad = [.. a._ofNonconforming.Zip(b._ofNonconforming, (x, y) => x - y)];
        long[] good = [.. a._ofConforming.Zip(b._ofConforming, (x, y) => x - y)];
        return Spread(bad, bad) / (4.0 * a.Conforming * a.Conforming * a.Nonconforming)
            + Spread(good, good) / (4.0 * a.Nonconforming * a.Nonconforming * a.Conforming);
    }

    /// <summary>Sample covariance (divisor n−1) of two whole-number series; zero for a single item.</summary>
    private static double Spread(long[] a, long[] b)
    {
        if (a.Length < 2)
            return 0;
        Int128 products = 0, sumA = 0, sumB = 0;
        for (var i = 0; i < a.Length; i++)
        {
            products += (Int128)a[i] * b[i];
            sumA += a[i];
            sumB += b[i];
        }
        return (double)(products * a.Length - sumA * sumB) / ((double)a.Length * (a.Length - 1));
    }

    /// <summary>For each score twice the number of others below it, plus one per tie.</summary>
    private static long[] Wins(double[] scores, double[] others)
    {
        var sorted = others.Order().ToArray();
        return [.. scores.Select(score => (long)Below(sorted, score, ties: false) + Below(sorted, score, ties: true))];
    }

    private static int Below(double[] sorted, double score, bool ties)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] < score || (ties && sorted[middle] == score))
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
