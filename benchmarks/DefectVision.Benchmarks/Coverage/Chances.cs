using DefectVision.Statistics;

namespace DefectVision.Benchmarks.Coverage;

/// <summary>Point probabilities from a table of log-factorials, and draws: nothing here is shared with the methods under test.</summary>
internal static class Chances
{
    private static readonly double[] LogFactorials = Table(6000);

    public static double Binomial(int x, int n, double p) => p switch
    {
        0 => x == 0 ? 1 : 0,
        1 => x == n ? 1 : 0,
        _ => Math.Exp(LogChoose(n, x) + x * Math.Log(p) + (n - x) * Math.Log(1 - p)),
    };

    public static double Hypergeometric(int x, int lot, int bad, int n) => x > bad || n - x > lot - bad
        ? 0
        : Math.Exp(LogChoose(bad, x) + LogChoose(lot - bad, n - x) - LogChoose(lot, n));

    /// <summary>How many of n drawn without replacement are among the marked ones.</summary>
    public static int Draw(this PinnedGenerator generator, int lot, int marked, int n)
    {
        var found = 0;
        for (var i = 0; i < n; i++)
        {
            if (generator.NextInt(lot - i) < marked - found)
                found++;
        }
        return found;
    }

    /// <summary>How many of n independent trials succeed.</summary>
    public static int Toss(this PinnedGenerator generator, int n, double p)
    {
        var found = 0;
        for (var i = 0; i < n; i++)
        {
            if (generator.NextDouble() < p)
                found++;
        }
        return found;
    }

    private static double LogChoose(int n, int k) => LogFactorials[n] - LogFactorials[k] - LogFactorials[n - k];

    private static double[] Table(int size)
    {
        var table = new double[size + 1];
        for (var i = 2; i <= size; i++)
            table[i] = table[i - 1] + Math.Log(i);
        return table;
    }
}
