namespace DefectVision.Statistics.Drift;

/// <summary>The maximum mean discrepancy between two samples of vectors: whether the current embeddings come from where the reference ones came from.</summary>
/// <param name="Squared">The unbiased estimate of MMD²; may be negative.</param>
/// <param name="Bandwidth">Of the Gaussian kernel exp(−d²/2s²): the median positive distance of the pooled vectors, 1 when all are equal.</param>
/// <remarks>Source: Gretton, Borgwardt, Rasch, Schölkopf and Smola 2012, Journal of Machine Learning Research 13:723.</remarks>
public sealed record MeanDiscrepancy(double Squared, double Bandwidth)
{
    /// <param name="reference">Two vectors or more, all of one length.</param>
    /// <param name="current">Two vectors or more, all of the same length.</param>
    public static MeanDiscrepancy Of(IReadOnlyList<double[]> reference, IReadOnlyList<double[]> current) => new KernelMatrix(reference, current).Observed();

    /// <summary>The share of relabellings with a discrepancy as large as the observed one, the observed labelling counted once.</summary>
    /// <param name="reference">Two vectors or more, all of one length.</param>
    /// <param name="current">Two vectors or more, all of the same length.</param>
    /// <param name="relabellings">Usually 999.</param>
    /// <param name="generator">Draws the relabellings; print its seed.</param>
    public static Probability PermutationPValue(IReadOnlyList<double[]> reference, IReadOnlyList<double[]> current, int relabellings, PinnedGenerator generator)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(relabellings, 1);
        var kernel = new KernelMatrix(reference, current);
        var observed = kernel.Observed().Squared;
        int[] order = [.. Enumerable.Range(0, reference.Count + current.Count)];
        var asLarge = 0;
        for (var i = 0; i < relabellings; i++)
        {
            generator.Shuffle<int>(order);
            if (kernel.Squared(order) >= observed)
                asLarge++;
        }
        return new Probability((asLarge + 1.0) / (relabellings + 1.0));
    }
}
