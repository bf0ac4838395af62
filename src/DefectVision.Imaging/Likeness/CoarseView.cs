using System.Runtime.Intrinsics;

namespace DefectVision.Imaging.Likeness;

/// <summary>
/// A shape in its 63 lowest cosines, and how they change when the photo is moved, scaled, sheared or turned a little: whatever is reached by that costs no distance
/// (tangent distance: Simard, LeCun and Denker, NIPS 1993).
/// </summary>
internal sealed class CoarseView
{
    public const int Frequencies = 8;
    public const int Length = Frequencies * Frequencies;

    /// <summary>Pixels at the edge that are left out: a crop or a turn brings others there.</summary>
    private const int Edge = 3;

    private const int Inner = Fingerprint.ShapeSide - (2 * Edge);

    /// <summary>Blur in pixels, so that small moves change little more than in proportion.</summary>
    private const double Width = 3;

    /// <summary>A direction this much shorter than before the others were taken out of it is none of its own.</summary>
    private const double LeastShare = 1e-3;

    private static readonly double[] Cosines = CosineTable();

    private readonly float[] _itself;
    private readonly float[][] _span;

    public CoarseView(Fingerprint print)
    {
        var shape = Blur.Of(print.Shape(), Fingerprint.ShapeSide, 0.7);
        var itself = Coefficients((x, y) => shape[(y * Fingerprint.ShapeSide) + x]);
        Normalise(itself);
        List<double[]> span = [];
        foreach (var direction in Directions(shape))
        {
            var before = Norm(direction);
            TakeOut(span, direction);
            if (Norm(direction) > LeastShare * before)
            {
                Normalise(direction);
                span.Add(direction);
            }
        }

        var rest = (double[])itself.Clone();
        TakeOut(span, rest);
        Normalise(rest);
        _itself = Floats(itself);
        _span = [Floats(rest), .. span.Select(Floats)];
    }

    /// <summary>The photo itself, as it is.</summary>
    public ReadOnlySpan<float> Itself => _itself;

    /// <summary>The photo itself in each of its turns, in the order of <see cref="Turn.All"/>: what is compared with others.</summary>
    public float[][] Turned() => TurnedOf(_itself);

    /// <summary>The same of the numbers of a photo alone.</summary>
    public static float[][] TurnedOf(float[] itself) => [.. Turn.All.Select(turn => TurnedOf(itself, turn))];

    /// <summary>How far another photo is from everything that small moves make of this one: 0 to 1.</summary>
    /// <param name="other">The other in one of its turns.</param>
    public float Distance(float[] other)
    {
        // A negative of the photo is not the photo.
        var along = Math.Max(0, Dot(_span[0], other));
        var explained = along * along;
        for (var at = 1; at < _span.Length; at++)
        {
            var share = Dot(_span[at], other);
            explained += share * share;
        }

        return Math.Max(0, 1 - explained);
    }

    private static IEnumerable<double[]> Directions(double[] shape)
    {
        const int Side = Fingerprint.ShapeSide;
        double Across(int x, int y) => (shape[(y * Side) + x + 1] - shape[(y * Side) + x - 1]) / 2;
        double Down(int x, int y) => (shape[((y + 1) * Side) + x] - shape[((y - 1) * Side) + x]) / 2;
        static double Place(int at) => (at - ((Side - 1) / 2.0)) / (Side / 2.0);
        yield return Coefficients(Across);
        yield return Coefficients(Down);
        yield return Coefficients((x, y) => Across(x, y) * Place(x));
        yield return Coefficients((x, y) => Down(x, y) * Place(y));
        yield return Coefficients((x, y) => Across(x, y) * Place(y));
        yield return Coefficients((x, y) => Down(x, y) * Place(x));
    }

    // The lowest coefficients of the cosine transform (DCT-II) of the inner part, blurred; the mean is left out.
    private static double[] Coefficients(Func<int, int, double> picture)
    {
        var rows = new double[Inner * Frequencies];
        for (var y = 0; y < Inner; y++)
        {
            var (low, high) = (Vector256<double>.Zero, Vector256<double>.Zero);
            for (var x = 0; x < Inner; x++)
            {
                var value = picture(x + Edge, y + Edge);
                low += Vector256.Create(Cosines, x * Frequencies) * value;
                high += Vector256.Create(Cosines, (x * Frequencies) + 4) * value;
            }

            low.CopyTo(rows, y * Frequencies);
            high.CopyTo(rows, (y * Frequencies) + 4);
        }

        var coefficients = new double[Length];
        for (var down = 0; down < Frequencies; down++)
        {
            for (var y = 0; y < Inner; y++)
            {
                Rows.Add(coefficients.AsSpan(down * Frequencies, Frequencies), Cosines[(y * Frequencies) + down], rows.AsSpan(y * Frequencies, Frequencies));
            }
        }

        coefficients[0] = 0;
        return coefficients;
    }

    private static double[] CosineTable()
    {
        var table = new double[Frequencies * Inner];
        for (var frequency = 0; frequency < Frequencies; frequency++)
        {
            var omega = Math.PI * frequency / Inner;
            var weight = Math.Exp(-omega * omega * Width * Width / 2) * Math.Sqrt((frequency == 0 ? 1.0 : 2.0) / Inner);
            for (var at = 0; at < Inner; at++)
            {
                table[(at * Frequencies) + frequency] = weight * Math.Cos(omega * (at + 0.5));
            }
        }

        return table;
    }

    // A mirrored picture has its odd cosines negative.
    private static float[] TurnedOf(float[] itself, Turn turn)
    {
        var turned = new float[Length];
        for (var down = 0; down < Frequencies; down++)
        {
            for (var across = 0; across < Frequencies; across++)
            {
                var (fromAcross, fromDown) = turn.Swaps ? (down, across) : (across, down);
                var isNegative = (turn.Mirrors && fromAcross % 2 == 1) != (turn.Flips && fromDown % 2 == 1);
                var value = itself[(fromDown * Frequencies) + fromAcross];
                turned[(down * Frequencies) + across] = isNegative ? -value : value;
            }
        }

        return turned;
    }

    // The same order of additions on every machine.
    private static float Dot(float[] one, float[] other)
    {
        var sum = Vector256<float>.Zero;
        for (var at = 0; at < Length; at += Vector256<float>.Count)
        {
            sum += Vector256.Create(one, at) * Vector256.Create(other, at);
        }

        return Vector256.Sum(sum);
    }

    private static void TakeOut(List<double[]> span, double[] vector)
    {
        foreach (var direction in span)
        {
            var share = 0.0;
            for (var at = 0; at < Length; at++)
            {
                share += direction[at] * vector[at];
            }

            for (var at = 0; at < Length; at++)
            {
                vector[at] -= share * direction[at];
            }
        }
    }

    private static double Norm(double[] vector) => Math.Sqrt(vector.Sum(value => value * value));

    private static void Normalise(double[] vector)
    {
        var norm = Norm(vector);
        for (var at = 0; norm > 0 && at < Length; at++)
        {
            vector[at] /= norm;
        }
    }

    private static float[] Floats(double[] vector) => [.. vector.Select(value => (float)value)];
}
