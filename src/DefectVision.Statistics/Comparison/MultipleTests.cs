namespace DefectVision.Statistics.Comparison;

/// <summary>p-values of several tests, adjusted so that looking often does not find more. The list of tests is fixed before the first look.</summary>
public static class MultipleTests
{
    /// <summary>Each times their number: any false finding at most at the level (Bonferroni).</summary>
    public static IReadOnlyList<Probability> Bonferroni(IReadOnlyList<Probability> pValues) =>
        [.. pValues.Select(p => Probability.Clamped(p.Value * pValues.Count))];

    /// <summary>The same guarantee, never larger. For claims.</summary>
    /// <remarks>Source: Holm 1979, Scandinavian Journal of Statistics 6:65.</remarks>
    public static IReadOnlyList<Probability> Holm(IReadOnlyList<Probability> pValues)
    {
        var adjusted = new Probability[pValues.Count];
        var largest = 0.0;
        foreach (var (index, rank) in Rising(pValues).Select((index, rank) => (index, rank)))
        {
            largest = Math.Max(largest, (pValues.Count - rank) * pValues[index].Value);
            adjusted[index] = Probability.Clamped(largest);
        }
        return adjusted;
    }

    /// <summary>False discoveries at most at the level on average, for independent tests. For exploration only.</summary>
    /// <remarks>Source: Benjamini and Hochberg 1995, Journal of the Royal Statistical Society B 57:289.</remarks>
    public static IReadOnlyList<Probability> BenjaminiHochberg(IReadOnlyList<Probability> pValues) => StepUp(pValues, 1);

    /// <summary>The same under any dependence.</summary>
    /// <remarks>Source: Benjamini and Yekutieli 2001, Annals of Statistics 29:1165.</remarks>
    public static IReadOnlyList<Probability> BenjaminiYekutieli(IReadOnlyList<Probability> pValues) =>
        StepUp(pValues, Enumerable.Range(1, pValues.Count).Sum(i => 1.0 / i));

    private static Probability[] StepUp(IReadOnlyList<Probability> pValues, double factor)
    {
        var adjusted = new Probability[pValues.Count];
        var smallest = 1.0;
        foreach (var (index, rank) in Rising(pValues).Select((index, rank) => (index, rank)).Reverse())
        {
            smallest = Math.Min(smallest, factor * pValues.Count / (rank + 1) * pValues[index].Value);
            adjusted[index] = Probability.Clamped(smallest);
        }
        return adjusted;
    }

    private static IEnumerable<int> Rising(IReadOnlyList<Probability> pValues) =>
        Enumerable.Range(0, pValues.Count).OrderBy(i => pValues[i]);
}
