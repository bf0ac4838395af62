using DefectVision.Statistics;

namespace DefectVision.Inspection.Tests.Judging.Sections;

/// <summary>
/// Rule: flags that nobody has read reject at most 5 % of lots exactly at the AQL, and practically no perfect lot, even where the threshold was set on the good items that the
/// specificity is counted on. A threshold at rank r of n good scores flags a share of good items that is Beta(n - r + 1, r) (Wilks 1941, Annals of Mathematical Statistics 12:91);
/// so the false alarms of a sample are beta-binomial, and its defective items, all of them flagged, hypergeometric.
/// </summary>
public sealed class FlagChanceTests
{
    private static readonly double[] LogFactorials = Table(3200);

    // Default level 5 %: rank ceil(0.95 (n + 1)). Lots of code letters F, G and K at AQL 2.5, with the most defective items that are not above it.
    [Theory]
    [InlineData(125, 20, 3, 60, 58)]
    [InlineData(280, 32, 7, 60, 58)]
    [InlineData(3200, 125, 80, 60, 58)]
    [InlineData(280, 32, 7, 200, 191)]
    [InlineData(3200, 125, 80, 200, 191)]
    public void Few_lots_at_the_aql_and_hardly_a_perfect_one_are_rejected(int size, int sample, int defective, int good, int rank)
    {
        var model = Make.Measured(new Tally(rank, good)) with { ItemSpecificity = new Tally(rank, good), ItemPhotos = 2 };
        var rejectsFrom = Enumerable.Range(0, sample + 1).First(flags => Make.Judge(Make.WithViews(Make.Lot(size, sample, stains: flags), 2), model: model).Verdict == Verdict.Reject);

        Assert.InRange(Chance(rejectsFrom, size, sample, defective, good, rank), 0.0001, 0.05);
        Assert.InRange(Chance(rejectsFrom, size, sample, 0, good, rank), 0, 0.005);
    }

    private static double Chance(int least, int size, int sample, int defective, int good, int rank) =>
        (from found in Enumerable.Range(0, Math.Min(sample, defective) + 1)
         from falseAlarms in Enumerable.Range(Math.Max(0, least - found), Math.Max(0, sample - found - Math.Max(0, least - found) + 1))
         select Math.Exp(LogHypergeometric(found, size, sample, defective) + LogBetaBinomial(falseAlarms, sample - found, good - rank + 1, rank))).Sum();

    private static double LogHypergeometric(int found, int size, int sample, int defective) =>
        LogChoose(defective, found) + LogChoose(size - defective, sample - found) - LogChoose(size, sample);

    private static double LogBetaBinomial(int count, int trials, int alpha, int beta) =>
        LogChoose(trials, count) + LogBeta(count + alpha, trials - count + beta) - LogBeta(alpha, beta);

    private static double LogBeta(int a, int b) => LogFactorial(a - 1) + LogFactorial(b - 1) - LogFactorial(a + b - 1);

    private static double LogChoose(int n, int k) => k < 0 || k > n ? double.NegativeInfinity : LogFactorial(n) - LogFactorial(k) - LogFactorial(n - k);

    private static double LogFactorial(int n) => LogFactorials[n];

    private static double[] Table(int size)
    {
        var table = new double[size + 1];
        for (var n = 2; n <= size; n++)
            table[n] = table[n - 1] + Math.Log(n);
        return table;
    }
}
