using System.Collections.Concurrent;
using System.Numerics.Tensors;
using DefectVision.Inference.Features;
using DefectVision.Statistics;

namespace DefectVision.Training.Backbones;

/// <summary>Places of good photos, whitened, thinned to a coreset.</summary>
/// <param name="Projection">From a place's numbers to the space in which distances are taken.</param>
/// <param name="Places">The coreset in that space.</param>
/// <param name="Kind">How much it holds.</param>
internal sealed record MemoryBank(Whitening Projection, IReadOnlyList<float[]> Places, MemoryKind Kind)
{
    /// <summary>Where good places repeat themselves, no distance is made more than so many times longer.</summary>
    private const float LeastSpacing = 0.1f;

    /// <summary>Places by which the spacing round another is told.</summary>
    private const int Neighbours = 20;

    /// <summary>Of the farthest candidates, among which the next centres are looked for at once.</summary>
    private const int Batch = 64;

    /// <summary>Components of a place that are kept.</summary>
    private const int MostComponents = 96;

    /// <summary>Places that the components are told from.</summary>
    private const int MostWhitened = 20_000;

    /// <param name="good">Places of good photos, the coordinates last.</param>
    /// <param name="seed">Of the draw of candidates.</param>
    /// <param name="isPlain">Distances between places mean something as they are: they are only brought to the scale of whitened ones.</param>
    /// <param name="kind">How much it holds.</param>
    public static MemoryBank Of(IReadOnlyList<float[]> good, ulong seed, bool isPlain, MemoryKind kind)
    {
        var drawn = good.ToArray();
        new PinnedGenerator(seed, stream: 1).Shuffle(drawn.AsSpan());
        IReadOnlyList<float[]> numbers = [.. drawn.Take(MostWhitened).Select(place => place[..^PlaceGrid.Coordinates])];
        var projection = (isPlain ? Whitening.Centred(numbers, MostComponents) : Whitening.Fit(numbers, MostComponents)).Beside(PlaceGrid.Coordinates, kind.PositionWeight);
        return new MemoryBank(projection, Coreset([.. drawn.Take(kind.MostCandidates).Select(projection.Apply)], kind.MostPlaces), kind);
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
        return this with { Places = Coreset([.. Places, .. drawn.Take(Kind.MostCandidates).Select(Projection.Apply)], Kind.MostPlaces) };
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
            // Its nearest neighbours, itself among them, in order.
            Span<float> kept = stackalloc float[Math.Min(Places.Count, Neighbours + 1)];
            kept.Fill(float.PositiveInfinity);
            foreach (var other in Places)
            {
                var distance = TensorPrimitives.Distance<float>(Places[at], other);
                if (distance < kept[^1])
                {
                    var place = kept.Length - 1;
                    for (; place > 0 && kept[place - 1] > distance; place--)
                    {
                        kept[place] = kept[place - 1];
                    }

                    kept[place] = distance;
                }
            }

            var nearest = kept[1..];
            spacing[at] = nearest.IsEmpty ? 1 : TensorPrimitives.Sum<float>(nearest) / nearest.Length;
        });
        var mean = spacing.Average();
        return mean > 0 ? Array.ConvertAll(spacing, value => Math.Max(value / mean, LeastSpacing)) : Array.ConvertAll(spacing, _ => 1f);
    }

    // Greedy k-centre (Gonzalez 1985): always the candidate that is farthest from all chosen ones. They are chosen by the batch, so that all candidates are passed once for many: among
    // the farthest few, for as long as none of the others can be farther.
    private static List<float[]> Coreset(List<float[]> candidates, int most)
    {
        most = Math.Min(most, candidates.Count);
        var distance = new float[candidates.Count];
        Array.Fill(distance, float.PositiveInfinity);
        var chosen = new List<float[]>();
        for (List<float[]> batch = [candidates[0]]; ; batch = Farthest(candidates, distance, most - chosen.Count))
        {
            chosen.AddRange(batch);
            if (chosen.Count == most)
            {
                return chosen;
            }

            Parallel.ForEach(Partitioner.Create(0, candidates.Count, Math.Max(1024, candidates.Count / 8)), range =>
            {
                for (var at = range.Item1; at < range.Item2; at++)
                {
                    foreach (var centre in batch)
                    {
                        distance[at] = Math.Min(distance[at], TensorPrimitives.Distance<float>(candidates[at], centre));
                    }
                }
            });
        }
    }

    // The next centres, as choosing one after the other among all would give them.
    private static List<float[]> Farthest(List<float[]> candidates, float[] distance, int most)
    {
        var far = Enumerable.Range(0, distance.Length).OrderByDescending(at => distance[at]).Take(Batch).ToArray();
        var (left, others) = (Array.ConvertAll(far, at => distance[at]), distance[far[^1]]);
        var batch = new List<float[]>();
        while (batch.Count < most && TensorPrimitives.IndexOfMax<float>(left) is var next && left[next] >= others && left[next] >= 0)
        {
            batch.Add(candidates[far[next]]);
            left[next] = -1;
            for (var at = 0; at < left.Length; at++)
            {
                left[at] = Math.Min(left[at], TensorPrimitives.Distance<float>(candidates[far[at]], batch[^1]));
            }
        }

        return batch;
    }
}
