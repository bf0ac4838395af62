namespace DefectVision.Statistics.Tests;

/// <summary>Point probabilities from Pascal's triangle: shares no code with the room.</summary>
internal static class Exact
{
    private static readonly double[][] Triangle = Pascal(200);

    public static double Choose(int n, int k) => k < 0 || k > n ? 0 : Triangle[n][k];

    public static double[] Binomial(int n, double p) =>
        [.. Enumerable.Range(0, n + 1).Select(x => Choose(n, x) * Math.Pow(p, x) * Math.Pow(1 - p, n - x))];

    public static double[] Hypergeometric(int lot, int bad, int n) =>
        [.. Enumerable.Range(0, n + 1).Select(x => Choose(bad, x) * Choose(lot - bad, n - x) / Choose(lot, n))];

    private static double[][] Pascal(int size)
    {
        var rows = new double[size + 1][];
        for (var n = 0; n <= size; n++)
        {
            rows[n] = new double[n + 1];
            rows[n][0] = rows[n][n] = 1;
            for (var k = 1; k < n; k++)
                rows[n][k] = rows[n - 1][k - 1] + rows[n - 1][k];
        }
        return rows;
    }
}
