using DefectVision.Statistics.Drift;
using DefectVision.Statistics.Tails;

namespace DefectVision.Statistics.Tests.Drift;

public sealed class DriftTests
{
    /// <summary>Two fully separated samples of four: 2 of C(8,4) = 70 orders.</summary>
    [Fact]
    public void Fully_separated_samples_have_two_orders_as_extreme() =>
        Assert.Equal(2.0 / 70, KolmogorovSmirnov.Test([1, 2, 3, 4], [5, 6, 7, 8]).PValue.Value, 12);

    /// <summary>Smirnov 1948, Annals of Mathematical Statistics 19:279: the 5 % and 1 % points of the limit distribution.</summary>
    [Fact]
    public void The_limit_distribution_has_its_published_points()
    {
        Assert.Equal(0.05, KolmogorovTail.Upper(1.3581), 4);
        Assert.Equal(0.01, KolmogorovTail.Upper(1.6276), 4);
        Assert.Equal(KolmogorovTail.Upper(1 - 1e-9), KolmogorovTail.Upper(1 + 1e-9), 7);
    }

    [Fact]
    public void The_exact_p_value_counts_every_relabelling_of_small_samples_with_ties()
    {
        double[] pooled = [1, 1, 2, 3, 3, 3, 4, 5];
        var observed = KolmogorovSmirnov.Test([1, 1, 2], [3, 3, 3, 4, 5]);
        var (asLarge, all) = (0, 0);
        for (var mask = 0; mask < 1 << pooled.Length; mask++)
        {
            if (int.PopCount(mask) != 3)
                continue;
            all++;
            var chosen = mask;
            var other = KolmogorovSmirnov.Test(
                [.. pooled.Where((_, i) => (chosen >> i & 1) == 1)],
                [.. pooled.Where((_, i) => (chosen >> i & 1) == 0)]);
            if (other.Distance >= observed.Distance - 1e-12)
                asLarge++;
        }
        Assert.Equal((double)asLarge / all, observed.PValue.Value, 12);
    }

    [Fact]
    public void Large_samples_use_the_limit_distribution_and_it_is_close_to_the_exact_one()
    {
        var (reference, current) = (Uniform(1, 900), Uniform(2, 900));
        var path = new PooledPath(reference, current);
        Assert.Equal(path.ExactPValue(), path.LimitPValue(), 0.03);
        Assert.Equal(new PooledPath(Uniform(1, 1001), Uniform(2, 1000)).LimitPValue(), KolmogorovSmirnov.Test(Uniform(1, 1001), Uniform(2, 1000)).PValue.Value, 12);
    }

    [Fact]
    public void The_alarm_of_the_stability_index_takes_the_numbers_of_values_into_account()
    {
        var small = PopulationStability.Of(Uniform(1, 30), Uniform(2, 30), 10);
        var large = PopulationStability.Of(Uniform(1, 5000), Uniform(2, 5000), 10);
        Assert.True(small.AlarmAbove > 1 && large.AlarmAbove < 0.01);
        Assert.False(small.IsAlarm || large.IsAlarm);
        Assert.True(PopulationStability.Of(Uniform(1, 5000), [.. Uniform(2, 5000).Select(u => u * u)], 10).IsAlarm);
    }

    [Fact]
    public void A_moved_embedding_is_improbable_and_an_unmoved_one_is_not_and_both_repeat()
    {
        double[][] reference = [.. Uniform(1, 60).Chunk(2)], same = [.. Uniform(2, 60).Chunk(2)], moved = [.. Uniform(2, 60).Select(u => u + 0.7).Chunk(2)];
        Assert.Equal(0.01, P(moved).Value, 12);
        Assert.True(P(same).Value > 0.05);
        Assert.Equal(P(same), P(same));

        Probability P(double[][] current) => MeanDiscrepancy.PermutationPValue(reference, current, 99, new PinnedGenerator(7, 1));
    }

    [Fact]
    public void The_gate_closes_on_an_effect_and_not_on_a_large_sample_alone()
    {
        var reference = Uniform(1, 2000);
        var slight = Uniform(2, 2000).Select(u => Math.Min(1, u + 0.005)).ToArray();
        var strong = Uniform(2, 2000).Select(u => u * 0.7).ToArray();
        var gate = DriftGate.Check([("score", reference, slight), ("brightness", reference, strong)], 10);
        Assert.Equal([false, true], gate.Select(feature => feature.HasDrifted));
    }

    [Fact]
    public void Empty_samples_and_missing_numbers_are_refused()
    {
        Assert.Throws<ArgumentException>(() => KolmogorovSmirnov.Test([], [1]));
        Assert.Throws<ArgumentException>(() => PopulationStability.Of([1, double.NaN], [1], 10));
        Assert.Throws<ArgumentException>(() => MeanDiscrepancy.Of([[1]], [[1], [2]]));
        Assert.Throws<ArgumentException>(() => MeanDiscrepancy.Of([[1], [2]], [[1], [2, 3]]));
    }

    private static double[] Uniform(ulong stream, int count)
    {
        var generator = new PinnedGenerator(11, stream);
        return [.. Enumerable.Range(0, count).Select(_ => generator.NextDouble())];
    }
}
