using System.Numerics;
using DefectVision.Imaging;
using DefectVision.Inference;
using DefectVision.Inference.Mutual;

namespace DefectVision.Pipeline.Ordering;

/// <summary>
/// Places of photos in the numbers of a feature network, so that a defect can be looked for in other photos. A place is held against the mean of its own photo first: what is left is in what it differs
/// from the goods around it, and that is what two photos of one kind of defect have in common.
/// </summary>
public sealed class PlaceVectors : IDisposable
{
    /// <summary>Side in pixels that photos are seen at, sides independent.</summary>
    private const int Side = 416;

    private readonly MutualNetwork _network;
    private readonly Scorer _scorer;
    private readonly PhotoReader _reader = new(DecodeLimits.Default);

    /// <param name="backboneFile">An ONNX feature network.</param>
    /// <exception cref="ModelException">The network cannot be used.</exception>
    public PlaceVectors(string backboneFile)
    {
        _network = new MutualNetwork(backboneFile, new InputRecipe(InputRecipe.CurrentVersion, Side, Side));
        _scorer = _network.NewScorer();
    }

    /// <summary>Numbers of a vector.</summary>
    public int Length => _network.Length - Inference.Features.PlaceGrid.Coordinates;

    /// <summary>The place of a photo as a vector of unit length, each number in 127ths; null where the photo cannot be read, or is even there.</summary>
    /// <param name="photo">Bytes of the photo.</param>
    /// <param name="x">From the left, as a share of the upright photo's width.</param>
    /// <param name="y">From the top, as a share of its height.</param>
    public sbyte[]? Of(ReadOnlySpan<byte> photo, double x, double y) => Places(photo) is { } places
        ? Small(places[(At(y, _network.Rows) * _network.Columns) + At(x, _network.Columns)])
        : null;

    /// <summary>How near the nearest place of a photo comes to each vector: the cosine, -1 to 1; null where the photo cannot be read.</summary>
    /// <param name="photo">Bytes of the photo.</param>
    /// <param name="vectors">Of this network.</param>
    public IReadOnlyList<double>? Nearest(ReadOnlySpan<byte> photo, IReadOnlyList<IReadOnlyList<sbyte>> vectors)
    {
        ArgumentNullException.ThrowIfNull(vectors);
        return Places(photo) is { } places ? [.. vectors.Select(vector => Wide(vector)).Select(vector => places.Max(place => Cosine(place, vector)))] : null;
    }

    public void Dispose()
    {
        _scorer.Dispose();
        _network.Dispose();
        _reader.Dispose();
    }

    // Of unit length each, except where a place is as the mean of the photo.
    private float[][]? Places(ReadOnlySpan<byte> photo)
    {
        if (_reader.Read(photo, _network.Recipe, _scorer.Input) is not PhotoReading.Readable)
        {
            return null;
        }

        _scorer.Run();
        var all = _scorer.Result(0);
        var mean = new float[Length];
        var places = new float[_network.Count][];
        for (var place = 0; place < places.Length; place++)
        {
            places[place] = all.Slice(place * _network.Length, Length).ToArray();
            for (var at = 0; at < Length; at++)
            {
                mean[at] += places[place][at] / places.Length;
            }
        }

        foreach (var place in places)
        {
            var norm = 0.0;
            for (var at = 0; at < Length; at++)
            {
                place[at] -= mean[at];
                norm += (double)place[at] * place[at];
            }

            norm = Math.Sqrt(norm);
            for (var at = 0; norm > 0 && at < Length; at++)
            {
                place[at] = (float)(place[at] / norm);
            }
        }

        return places;
    }

    private static int At(double share, int places) => Math.Clamp((int)(share * places), 0, places - 1);

    private static sbyte[]? Small(float[] place)
    {
        sbyte[] small = [.. place.Select(number => (sbyte)Math.Round(number * sbyte.MaxValue))];
        return Array.TrueForAll(small, number => number == 0) ? null : small;
    }

    // Of unit length again: rounding took a little.
    private static float[] Wide(IReadOnlyList<sbyte> vector)
    {
        var norm = Math.Sqrt(vector.Sum(number => (double)number * number));
        return [.. vector.Select(number => (float)(number / norm))];
    }

    private static double Cosine(float[] one, float[] other)
    {
        var sum = Vector<float>.Zero;
        var at = 0;
        for (; at + Vector<float>.Count <= one.Length; at += Vector<float>.Count)
        {
            sum += new Vector<float>(one, at) * new Vector<float>(other, at);
        }

        var rest = 0f;
        for (; at < one.Length; at++)
        {
            rest += one[at] * other[at];
        }

        return Vector.Sum(sum) + rest;
    }
}
