using DefectVision.Statistics.Comparison;

namespace DefectVision.Statistics.Tests.Comparison;

public sealed class ComparisonTests
{
    /// <summary>Fisher 1935, chapter 2: the lady tasting tea, three of four right. One-sided 17/70, two-sided 34/70.</summary>
    [Fact]
    public void The_lady_tasting_tea_gets_her_published_p_values()
    {
        var test = FisherExact.Test(new Tally(3, 4), new Tally(1, 4));
        Assert.Equal(17.0 / 70, test.FirstHigher.Value, 12);
        Assert.Equal(34.0 / 70, test.TwoSided.Value, 12);
    }

    /// <summary>scipy 1.10.1, binomtest(b, b + c, 0.5), alternative "greater" and two-sided.</summary>
    [Theory]
    [InlineData(4, 0, 0.0625, 0.125)]
    [InlineData(5, 0, 0.03125, 0.0625)]
    [InlineData(7, 1, 0.03515625, 0.0703125)]
    [InlineData(3, 3, 0.65625, 1.0)]
    [InlineData(10, 3, 0.046142578125, 0.09228515625)]
    [InlineData(0, 0, 1.0, 1.0)]
    public void McNemars_exact_test_weighs_only_the_items_on_which_the_two_differ(long onlyFirst, long onlySecond, double firstBetter, double twoSided)
    {
        var test = new McNemarExact(onlyFirst, onlySecond);
        Assert.Equal(firstBetter, test.FirstBetter.Value, 12);
        Assert.Equal(twoSided, test.TwoSided.Value, 12);
    }

    // Five of five lost is 0.5^5 = 0.03125 and four of four 0.0625; with four items no count can reject at 5 %.
    [Theory]
    [InlineData(5, 0, 5, true)]
    [InlineData(4, 0, 5, false)]
    [InlineData(4, 0, 500, false)]
    [InlineData(10, 3, 500, true)]
    [InlineData(0, 5, 5, false)]
    [InlineData(1, 0, 4, true)]
    [InlineData(1, 1, 4, false)]
    [InlineData(0, 0, 4, false)]
    public void A_group_falls_behind_by_the_exact_test_and_a_group_too_small_for_it_by_any_net_loss(long lost, long won, long items, bool behind) =>
        Assert.Equal(behind, FallingBehind.Second(new McNemarExact(lost, won), items));

    [Fact]
    public void Fisher_sums_exactly_the_tables_that_are_as_improbable()
    {
        for (var n1 = 1; n1 <= 12; n1++)
        {
            for (var x1 = 0; x1 <= n1; x1++)
            {
                for (var x2 = 0; x2 <= 9; x2++)
                {
                    var points = Exact.Hypergeometric(n1 + 9, x1 + x2, n1);
                    var wanted = points.Where(point => point <= points[x1] * (1 + 1e-7)).Sum();
                    Assert.Equal(wanted, FisherExact.Test(new Tally(x1, n1), new Tally(x2, 9)).TwoSided.Value, 12);
                }
            }
        }
    }

    [Fact]
    public void Lots_without_a_difference_to_see_have_nothing_to_test()
    {
        Assert.Null(ChiSquaredTest.TwoLots(new Tally(0, 10), new Tally(0, 10)));
        Assert.Null(ChiSquaredTest.TwoLotsWithYates(new Tally(10, 10), new Tally(10, 10)));
        Assert.Null(ChiSquaredTest.Lots([new(0, 5), new(0, 5)]));
        Assert.Null(ChiSquaredTest.Lots([new(1, 5), new(0, 0)]));
        Assert.Null(CochranArmitage.Test([new(0, 5), new(0, 5)]));
        Assert.Null(CochranArmitage.Test([new(1, 5), new(0, 0)]));
        Assert.Equal(1, FisherExact.Test(new Tally(0, 10), new Tally(0, 10)).TwoSided.Value);
    }

    [Fact]
    public void Expected_counts_below_five_forbid_the_approximation()
    {
        Assert.True(ChiSquaredTest.IsApplicable([new(10, 50), new(0, 50)]));
        Assert.False(ChiSquaredTest.IsApplicable([new(9, 50), new(0, 50)]));
        Assert.False(ChiSquaredTest.IsApplicable([new(0, 0), new(0, 0)]));
    }

    [Fact]
    public void For_two_lots_the_trend_is_the_difference()
    {
        Tally[] lots = [new(4, 40), new(12, 50)];
        Assert.Equal(ChiSquaredTest.Lots(lots)!.Statistic, CochranArmitage.Test(lots)!.Statistic, 12);
    }

    /// <summary>Benjamini and Hochberg 1995, section 4: of fifteen p-values their procedure rejects four at 0.05, Bonferroni's three.</summary>
    [Fact]
    public void The_example_of_Benjamini_and_Hochberg_rejects_four_where_Bonferroni_rejects_three()
    {
        double[] published = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000];
        Probability[] values = [.. published.Select(p => new Probability(p))];
        Assert.Equal(4, MultipleTests.BenjaminiHochberg(values).Count(p => p.Value <= 0.05));
        Assert.Equal(3, MultipleTests.Bonferroni(values).Count(p => p.Value <= 0.05));
    }

    [Fact]
    public void Adjusting_keeps_the_order_of_the_list_and_Holm_lies_between_the_others()
    {
        Probability[] values = [new(0.04), new(0.01), new(0.03), new(0.005)];
        var (bonferroni, holm, discovery) = (MultipleTests.Bonferroni(values), MultipleTests.Holm(values), MultipleTests.BenjaminiHochberg(values));
        Assert.Equal([0.06, 0.03, 0.06, 0.02], holm.Select(p => Math.Round(p.Value, 12)));
        for (var i = 0; i < values.Length; i++)
            Assert.True(discovery[i] <= holm[i] && holm[i] <= bonferroni[i]);
        Assert.Empty(MultipleTests.Holm([]));
    }
}
