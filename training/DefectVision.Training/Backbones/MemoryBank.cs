using System.Numerics.Tensors;
using DefectVision.Inference.Features;
using DefectVision.Statistics;

namespace DefectVision.Training.Backbones;

/// <summary>Places of good photos, whitened, thinned to a coreset.</summary>
/// <param name="Projection">From a place's numbers to the space in which distances are taken.</param>
/// <param name="Places">The coreset in that space.</param>
internal sealed record MemoryBank(Whitening Projection, IReadOnlyList<float[]> Places)
{
    /// <summary>Most places that are kept: the cost of scoring grows with them.</summary>
    public const int MostPlaces = 2000;

    /// <summary>Most places that the coreset is chosen from: the cost of training grows with them.</summary>
    public const int MostCandidates = 20_000;

    /// <summary>Components of a place that are kept.</summary>
    private const int MostComponents = 64;

    /// <summary>
    /// How much the whole width of a photo counts beside one deviation of a component. Goods lie much the same way on an inspector's table: what is right at one
    /// place is wrong at another. Without it the area under the ROC curve of magnetic tiles was 0.04 lower, of circuit boards the same.
    /// </summary>
    public const float PositionWeight = 40;

    /// <param name="good">Places of good photos, the coordinates last.</param>
    /// <param name="seed">Of the draw of candidates.</param>
    /// <param name="positionWeight"><see cref="PositionWeight"/>, or 0 of tiles: the graph does not know which tile of the photo it sees.</param>
    public static MemoryBank Of(IReadOnlyList<float[]> good, ulong seed, float positionWeight)
    {
        var drawn = good.ToArray();
        new PinnedGenerator(seed, stream: 1).Shuffle(drawn.AsSpan());
        var candidates = drawn.Take(MostCandidates).ToList();
        var projection = Whitening.Fit([.. candidates.Select(place => place[..^PlaceGrid.Coordinates])], MostComponents).Beside(PlaceGrid.Coordinates, positionWeight);
        return new MemoryBank(projection, Coreset([.. candidates.Select(projection.Apply)]));
    }

    /// <summary>The same space with further good places: the new ones and those that were chosen before are thinned together.</summary>
    /// <param name="good">Places of good photos, the coordinates last; with none the memory stays what it is.</param>
    /// <param name="seed">Of the draw of candidates.</param>
    public MemoryBank With(IReadOnlyList<float[]> good, ulong seed)
    {
        if (good.Count == 0)
        {
            return this;
        }

        var drawn = good.ToArray();
        new PinnedGenerator(seed, stream: 1).Shuffle(drawn.AsSpan());
        return this with { Places = Coreset([.. Places, .. drawn.Take(MostCandidates).Select(Projection.Apply)]) };
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
