using System.Collections.Concurrent;
using System.Numerics.Tensors;
using DefectVision.Inference.Features;
using DefectVision.Statistics;

namespace DefectVision.Training.Backbones;

/// <summary>Places of good photos, whitened, thinned to a coreset.</summary>
/// <param name="Projection">From a place's numbers to the space in which distances are taken.</param>
/// <param name="Places">The coreset in that space.</param>
internal sealed record MemoryBank(Whitening Projection, IReadOnlyList<float[]> Places)
{
    /// <summary>Where good places repeat themselves, no distance is made more than so many times longer.</summary>
    private const float LeastSpacing = 0.1f;

    /// <summary>Places by which the spacing round another is told.</summary>
    private const int Neighbours = 20;

    /// <summary>Most places that are kept: the cost of scoring grows with them.</summary>
    private const int MostPlaces = 2000;

    /// <summary>Most places that the coreset is chosen from: the cost of training grows with them.</summary>
    public const int MostCandidates = 20_000;

    /// <summary>Components of a place that are kept.</summary>
    private const int MostComponents = 96;

    /// <summary>
    /// How much the whole width of a photo counts beside one deviation of a component. Goods lie much the same way on an inspector's table: what is right at one
    /// place is wrong at another. Without it the area under the ROC curve of magnetic tiles was 0.04 lower, of circuit boards the same.
    /// </summary>
    private const float PositionWeight = 12;

    /// <param name="good">Places of good photos, the coordinates last.</param>
    /// <param name="seed">Of the draw of candidates.</param>
    /// <param name="isPlain">Distances between places mean something as they are: they are only brought to the scale of whitened ones.</param>
    public static MemoryBank Of(IReadOnlyList<float[]> good, ulong seed, bool isPlain)
    {
        var drawn = good.ToArray();
        new PinnedGenerator(seed, stream: 1).Shuffle(drawn.AsSpan());
        var candidates = drawn.Take(MostCandidates).ToList();
        IReadOnlyList<float[]> numbers = [.. candidates.Select(place => place[..^PlaceGrid.Coordinates])];
        var projection = (isPlain ? Whitening.Centred(numbers, MostComponents) : Whitening.Fit(numbers, MostComponents)).Beside(PlaceGrid.Coordinates, PositionWeight);
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

    /// <summary>
    /// How far apart the places lie round each of them, as its mean distance to the nearest others over the mean of all: where good goods vary, a distance means less. Source of
    /// the idea: Breunig et al. 2000, LOF (SIGMOD). Computed anew at each call: a memory with other places has another.
    /// </summary>
    public float[] Spacing()
    {
        var spacing = new float[Places.Count];
        Parallel.For(0, spacing.Length, at =>
        {
            var distances = new float[spacing.Length];
            for (var other = 0; other < distances.Length; other++)
            {
                distances[other] = TensorPrimitives.Distance<float>(Places[at], Places[other]);
            }

            Array.Sort(distances);
            var nearest = distances.AsSpan(1..Math.Min(distances.Length, Neighbours + 1));
            spacing[at] = nearest.IsEmpty ? 1 : TensorPrimitives.Sum<float>(nearest) / nearest.Length;
        });
        var mean = spacing.Average();
        return mean > 0 ? Array.ConvertAll(spacing, value => Math.Max(value / mean, LeastSpacing)) : Array.ConvertAll(spacing, _ => 1f);
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
            Parallel.ForEach(Partitioner.Create(0, candidates.Count, Math.Max(1024, candidates.Count / 8)), range =>
            {
                for (var at = range.Item1; at < range.Item2; at++)
                {
                    distance[at] = Math.Min(distance[at], TensorPrimitives.Distance<float>(candidates[at], centre));
                }
            });
            next = TensorPrimitives.IndexOfMax<float>(distance);
        }

        return chosen;
    }
}
