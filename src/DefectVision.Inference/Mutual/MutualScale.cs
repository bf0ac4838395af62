using System.Numerics.Tensors;
using DefectVision.Inference.Features;
using DefectVision.Statistics;

namespace DefectVision.Inference.Mutual;

/// <summary>
/// References, whitened together: what a photo is measured against. How unlike the others a place is: the mean of its distances to the nearest place of each of the
/// references that are most like it. Normal places find many like them, defective ones few. Source: Li et al. 2024, MuSc: Zero-Shot Industrial Anomaly Classification
/// and Segmentation with Mutual Scoring of the Unlabeled Images (ICLR); the features, the position and the whitening are ours.
/// </summary>
public sealed class MutualScale : IDisposable
{
    /// <summary>Fewest references of other items that say anything.</summary>
    public const int Fewest = 4;

    /// <summary>Share of the references, nearest first, whose mean counts: what fewer of them show is unlike the others. With 30 %, as in the paper, castings and screws ranked worse.</summary>
    private const double NearestShare = 0.1;

    private const int MostComponents = 64;
    private const int MostCandidates = 20_000;

    /// <summary>How much the whole width of a photo counts beside one deviation of a component.</summary>
    private const float PositionWeight = 20;

    private readonly MutualNetwork _network;
    private readonly Whitening _whitening;
    private readonly PlaceDistances _distances;
    private readonly List<(string Part, string Item, PlaceDistances.Side[] Looks)> _references;

    /// <param name="network">That gave the places.</param>
    /// <param name="references">At least one; their order does not matter where none is left out.</param>
    public MutualScale(MutualNetwork network, IReadOnlyList<Reference> references)
    {
        _network = network;
        var each = Math.Max(1, MostCandidates / references.Sum(reference => 1 + reference.Turned.Count));
        var candidates = references.SelectMany((reference, number) => Drawn(reference, number, each)).ToList();
        _whitening = Whitening.Fit(candidates, MostComponents).Beside(PlaceGrid.Coordinates, PositionWeight);
        _distances = new PlaceDistances(network.Count, _whitening.Weights.Count);
        _references = [.. references.Select(reference => (reference.Part, reference.Item, LooksOf(reference).Select(places => _distances.Reference(Whitened(places))).ToArray()))];
    }

    /// <summary>A way to measure photos for one thread.</summary>
#pragma warning disable CA2000 // The measure disposes it.
    public MutualMeasure NewMeasure() => new(this, _distances.NewRun());
#pragma warning restore CA2000

    public void Dispose()
    {
        foreach (var look in _references.SelectMany(reference => reference.Looks))
        {
            look.Dispose();
        }

        _distances.Dispose();
    }

    /// <summary>Of each place how unlike the references it is; null where fewer than <see cref="Fewest"/> show other items.</summary>
    /// <param name="run">Of the thread that asks, like the rooms.</param>
    /// <param name="forPlaces">Room for the photo's whitened places.</param>
    /// <param name="forDistances">Room for their distances to every reference.</param>
    internal float[]? Map(PlaceDistances.Run run, string part, string item, ReadOnlySpan<float> places, Scratch forPlaces, Scratch forDistances)
    {
        var others = _references.Where(reference => reference.Item != item).ToList();
        if (others.Count < Fewest)
        {
            return null;
        }

        // Parts may be of other goods: as many count as there would be among photos of the own part alone.
        var own = others.Count(reference => reference.Part == part);
        var counted = Math.Max(1, (int)Math.Round(NearestShare * (own < Fewest ? others.Count : own)));
        run.Take(Whitened(places, forPlaces.Take(_network.Count * _whitening.Weights.Count)));
        var distances = forDistances.Take(_network.Count * others.Count);
        for (var at = 0; at < others.Count; at++)
        {
            var looks = others[at].Looks;
            for (var look = 0; look < looks.Length; look++)
            {
                var nearest = run.Nearest(looks[look]);
                for (var place = 0; place < nearest.Length; place++)
                {
                    ref var distance = ref distances[(place * others.Count) + at];
                    distance = look == 0 ? nearest[place] : MathF.Min(distance, nearest[place]);
                }
            }
        }

        var map = new float[_network.Count];
        for (var place = 0; place < map.Length; place++)
        {
            var row = distances.Slice(place * others.Count, others.Count);
            row.Sort();
            map[place] = TensorPrimitives.Sum<float>(row[..counted]) / counted;
        }

        return map;
    }

    /// <summary>Of the references of other items: of how many the look that is nearest to a photo, on the mean of its places, is the upright one, and how many there are.</summary>
    internal Tally Upright(PlaceDistances.Run run, string item, ReadOnlySpan<float> places)
    {
        run.Take(Whitened(places));
        var others = _references.Where(reference => reference.Item != item).ToList();
        return new Tally(others.Count(other => other.Looks.Select(look => TensorPrimitives.Sum(run.Nearest(look))).ToList() is var sums && sums.IndexOf(sums.Min()) == 0), others.Count);
    }

    private static IEnumerable<float[]> LooksOf(Reference reference) => reference.Turned.Prepend(reference.Places);

    private Span<float> Whitened(ReadOnlySpan<float> places) => Whitened(places, new float[_network.Count * _whitening.Weights.Count]);

    private Span<float> Whitened(ReadOnlySpan<float> places, Span<float> whitened)
    {
        var components = _whitening.Weights.Count;
        for (var place = 0; place < _network.Count; place++)
        {
            _whitening.Apply(places.Slice(place * _network.Length, _network.Length), whitened.Slice(place * components, components));
        }

        return whitened;
    }

    // Without their position, which is weighed and not whitened.
    private IEnumerable<float[]> Drawn(Reference reference, int number, int each)
    {
        var order = Enumerable.Range(0, _network.Count).ToArray();
        new PinnedGenerator(1, stream: (ulong)number).Shuffle(order.AsSpan());
        return LooksOf(reference).SelectMany(places => order.Take(each).Select(place => places.AsSpan(place * _network.Length, _network.Length - PlaceGrid.Coordinates).ToArray()));
    }
}
