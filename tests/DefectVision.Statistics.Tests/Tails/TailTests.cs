using DefectVision.Statistics.Tails;

namespace DefectVision.Statistics.Tests.Tails;

public sealed class TailTests
{
    /// <summary>Percentage points as printed in Abramowitz and Stegun 1964, Tables 26.5, 26.8 and 26.10, and every textbook since.</summary>
    [Fact]
    public void Percentage_points_are_those_of_the_printed_tables()
    {
        Assert.Equal(1.959963985, NormalTail.UpperQuantile(0.025), 9);
        Assert.Equal(-1.644853627, NormalTail.UpperQuantile(0.95), 9);
        Assert.Equal(2.228138852, StudentTail.UpperQuantile(0.025, 10), 9);
        Assert.Equal(12.706204736, StudentTail.UpperQuantile(0.025, 1), 8);
        Assert.Equal(7.814727903, ChiSquaredTail.UpperQuantile(0.05, 3), 8);
        Assert.Equal(0.05, ChiSquaredTail.Upper(3.841458821, 1), 9);
    }

    [Fact]
    public void Binomial_and_hypergeometric_tails_equal_the_sums_of_their_points()
    {
        for (var n = 1; n <= 40; n += 3)
        {
            foreach (var p in new[] { 0.003, 0.2, 0.5, 0.97 })
            {
                var points = Exact.Binomial(n, p);
                for (var x = 0; x <= n; x++)
                {
                    AssertClose(points.Skip(x).Sum(), BinomialTail.AtLeast(x, n, p));
                    AssertClose(points.Take(x + 1).Sum(), BinomialTail.AtMost(x, n, p));
                    AssertClose(points[x], BinomialTail.At(x, n, p));
                }
            }
            for (var bad = 0; bad <= 60; bad += 7)
            {
                var points = Exact.Hypergeometric(60, bad, n);
                var tail = new HypergeometricTail(60, bad, n);
                for (var x = 0; x <= n; x++)
                {
                    AssertClose(points.Skip(x).Sum(), tail.AtLeast(x));
                    AssertClose(points.Take(x + 1).Sum(), tail.AtMost(x));
                    AssertClose(points[x], tail.At(x));
                }
            }
        }
    }

    /// <summary>Reference values computed with mpmath 1.3 at 60 digits.</summary>
    [Fact]
    public void Tails_keep_their_digits_at_ten_million()
    {
        AssertClose(0.0500009504504455384, new HypergeometricTail(10000000, 99014, 200).AtLeast(5));
        AssertClose(7.91603871506726573e-7, new HypergeometricTail(10000000, 3000, 100000).AtLeast(60));
        AssertClose(6.09563034760897358e-10, new HypergeometricTail(10000000, 600000, 500000).AtLeast(31000));
        AssertClose(0.0701907316971476993, new HypergeometricTail(10000000, 10, 1000000).AtLeast(3));
        AssertClose(0.0289064705254755705, new HypergeometricTail(10000000, 5100000, 5000000).AtLeast(2551500));
        AssertClose(1.88397119334973957e-6, BinomialTail.AtLeast(150, 10000000, 0.00001));
        AssertClose(0.0289106426579187735, BinomialTail.AtLeast(5003000, 10000000, 0.5));
        AssertClose(1.58741715727882379e-9, BinomialTail.AtLeast(31000, 500000, 0.06000));
    }

    private static void AssertClose(double wanted, double found)
    {
        if (!(Math.Abs(found - wanted) <= 1e-12 * Math.Abs(wanted) + 1e-15))
            Assert.Fail($"found {found:R}, wanted {wanted:R}");
    }
}
