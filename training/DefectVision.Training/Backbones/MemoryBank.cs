using System.Numerics.Tensors;
using DefectVision.Statistics;

namespace DefectVision.Training.Backbones;

/// <summary>Places of good photos, scaled to unit deviation, thinned to a coreset.</summary>
/// <param name="Mean">Of each channel over the good places.</param>
/// <param name="Scale">One over the deviation of each channel.</param>
/// <param name="Places">The coreset, centred and scaled.</param>
internal sealed record MemoryBank(float[] Mean, float[] Scale, IReadOnlyList<float[]> Places)
{
    /// <summary>Most places that are kept: the cost of scoring grows with them.</summary>
    public const int MostPlaces = 2000;

    /// <summary>Most places that the coreset is chosen from: the cost of training grows with them.</summary>
    private const int MostCandidates = 20_000;

    /// <summary>
    /// How much a deviation of position counts beside one deviation of a map. Goods lie in the same pose on an inspector's table: what is right at one
    /// place is wrong at another. On two sets held out it raised the area under the ROC curve by 0.04 to 0.09.
    /// </summary>
    private const float PositionWeight = 9;

    /// <param name="good">Places of good photos, unscaled, the coordinates last.</param>
    /// <param name="seed">Of the draw of candidates.</param>
    public static MemoryBank Of(IReadOnlyList<float[]> good, ulong seed)
    {
        var standard = Heads.Standardiser.Fit(good).Emphasise(Deviation.Coordinates, PositionWeight);
        var drawn = good.ToArray();
        new PinnedGenerator(seed, stream: 1).Shuffle(drawn.AsSpan());
        var candidates = drawn.Take(MostCandidates).Select(standard.Apply).ToList();
        return new MemoryBank(standard.Mean, [.. standard.Scale.Select(scale => 1 / scale)], Coreset(candidates));
    }

    // Greedy k-centre (Gonzalez 1985): always the candidate that is farthest from all chosen ones.
    private static List<float[]> Coreset(List<float[]> candidates)
    {
        var distance = new float[candidates.Count];
        Array.Fill(distance, float.PositiveInfinity);
        var chosen = new List<float[]>();
        for (var next = 0; chosen.Count < Math.Min(MostPlaces, candidates.Count);)
        {
            var centre = candidates[next];
            chosen.Add(centre);
            for (var at = 0; at < candidates.Count; at++)
            {
                distance[at] = Math.Min(distance[at], TensorPrimitives.Distance<float>(candidates[at], centre));
            }

            next = TensorPrimitives.IndexOfMax<float>(distance);
        }

        return chosen;
    }
}
