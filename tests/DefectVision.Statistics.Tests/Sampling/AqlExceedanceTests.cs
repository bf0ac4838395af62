using DefectVision.Statistics.Sampling;

namespace DefectVision.Statistics.Tests.Sampling;

public sealed class AqlExceedanceTests
{
    private static readonly Aql Limit = Aql.Parse("2.5");

    /// <summary>A lot of 1 000 at AQL 2.5: the plan (J, 80, Ac 5) rejects at 6, the exact test needs 5 for the stronger statement.</summary>
    [Theory]
    [InlineData(4, false, null)]
    [InlineData(5, true, 0L)]
    [InlineData(8, true, 3L)]
    public void The_overturn_margin_counts_findings_above_the_critical_one(int found, bool proven, long? margin)
    {
        var test = AqlExceedance.Test(found, 80, 1000, Limit, ConfidenceLevel.P95);
        Assert.Equal((25L, 5L, proven, margin), (test.PermittedInLot, test.CriticalCount!.Value, test.Proven, test.OverturnMargin));
    }

    [Fact]
    public void The_bound_exceeds_the_permitted_number_exactly_when_the_test_rejects()
    {
        foreach (var (n, lot) in new[] { (1, 1), (5, 40), (13, 100), (50, 500), (125, 3000), (200, 10_000_000) })
        {
            foreach (var aql in Aql.Series.Where(aql => aql.CountsNonconformingItems))
            {
                for (var x = 0; x <= Math.Min(n, 30); x++)
                {
                    var test = AqlExceedance.Test(x, n, lot, aql, ConfidenceLevel.P95);
                    Assert.Equal(test.PValue.Value < 0.05 * (1 - 1e-9), test.Proven);
                    Assert.Equal(x >= (test.CriticalCount ?? long.MaxValue), test.Proven);
                }
            }
        }
    }

    [Fact]
    public void A_sample_too_small_to_prove_anything_has_no_critical_count() =>
        Assert.Null(AqlExceedance.Test(1, 1, 1000, Aql.Parse("10"), ConfidenceLevel.P95).CriticalCount);
}
