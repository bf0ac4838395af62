using DefectVision.Inference;

namespace DefectVision.Training;

/// <summary>Learns from good photos which goods a model knows.</summary>
internal static class FamiliarityFit
{
    /// <summary>Share of good places that lie within.</summary>
    private const double Within = 0.95;

    /// <summary>
    /// Share of strange places of a lot's middle photo up to which its goods are known. Lots of own good photos have at most 0.054, of own defective ones alone 0.149, lots of other
    /// goods at least 0.715, over the pairs of sets that the benchmarks name.
    /// </summary>
    private const double MostStrange = 0.2;

    /// <param name="held">Distances of places of good photos from a memory that has not seen their group.</param>
    /// <param name="earlier">What the model knew that is added to; null: it begins anew.</param>
    public static Familiarity Of(IEnumerable<float> held, Familiarity? earlier)
    {
        var sorted = held.Order().ToList();
        var within = sorted.Count == 0 ? 0 : Math.Round(sorted[(int)Math.Ceiling(Within * sorted.Count) - 1], OperatingPoint.ScoreDigits);
        return new Familiarity(Math.Max(within, earlier?.Within ?? 0), MostStrange);
    }
}
