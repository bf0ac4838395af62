using System.Numerics.Tensors;

namespace DefectVision.Inference.Features;

/// <summary>
/// A linear map that makes the strongest directions of a set equally strong and drops the rest: principal components of the standardised numbers, each divided
/// by its deviation. Source: Hotelling 1933, J. Educ. Psychol. 24:417.
/// </summary>
/// <param name="Weights">One row per component, over raw numbers.</param>
/// <param name="Bias">One number per component.</param>
public sealed record Whitening(IReadOnlyList<float[]> Weights, IReadOnlyList<float> Bias)
{
    /// <summary>A direction this much weaker than the strongest is noise: dividing by its deviation would make a deviation of it.</summary>
    private const double WeakestShare = 1e-4;

    /// <param name="rows">At least one.</param>
    /// <param name="most">Components kept at most.</param>
    public static Whitening Fit(IReadOnlyList<float[]> rows, int most)
    {
        var standard = Standardiser.Fit(rows);
        var (values, vectors) = SymmetricEigen.Of(Covariance([.. rows.Select(standard.Apply)]));
        var kept = Enumerable.Range(0, values.Length)
            .OrderByDescending(at => values[at])
            .Take(most)
            .Where(at => values[at] > WeakestShare * values.Max())
            .ToList();
        var weights = kept.Select(at =>
        {
            var deviation = Math.Sqrt(values[at]);
            return standard.Scale.Select((scale, column) => (float)(vectors[at][column] / (deviation * scale))).ToArray();
        }).ToList();
        return new Whitening(weights, [.. weights.Select(row => -TensorPrimitives.Dot<float>(row, standard.Mean))]);
    }

    /// <summary>All numbers less their mean, divided by one factor: their mean squared length becomes <paramref name="length"/>, as that of so many whitened components is.</summary>
    /// <param name="rows">At least one.</param>
    /// <param name="length">Above 0.</param>
    public static Whitening Centred(IReadOnlyList<float[]> rows, int length)
    {
        var standard = Standardiser.Fit(rows);
        var mean = standard.Mean.ToArray();
        var squared = rows.Average(row => (double)TensorPrimitives.SumOfSquares<float>(row)) - TensorPrimitives.SumOfSquares<float>(mean);
        var factor = (float)Math.Sqrt(length / Math.Max(squared, 1e-12));
        return new Whitening(
            [.. mean.Select((_, at) => { var row = new float[mean.Length]; row[at] = factor; return row; })],
            Array.ConvertAll(mean, value => -factor * value));
    }

    /// <summary>The same over rows that go on with so many numbers, which are only weighed.</summary>
    public Whitening Beside(int numbers, float weight) => new(
        [
            .. Weights.Select(row => (float[])[.. row, .. new float[numbers]]),
            .. Enumerable.Range(0, numbers).Select(at =>
            {
                var row = new float[Weights[0].Length + numbers];
                row[Weights[0].Length + at] = weight;
                return row;
            }),
        ],
        [.. Bias, .. new float[numbers]]);

    public float[] Apply(float[] row)
    {
        var whitened = new float[Weights.Count];
        Apply(row, whitened);
        return whitened;
    }

    /// <param name="row">Raw numbers.</param>
    /// <param name="whitened">Receives a number per component.</param>
    public void Apply(ReadOnlySpan<float> row, Span<float> whitened)
    {
        for (var at = 0; at < Weights.Count; at++)
        {
            whitened[at] = TensorPrimitives.Dot(Weights[at], row) + Bias[at];
        }
    }

    private static double[][] Covariance(IReadOnlyList<float[]> rows)
    {
        var length = rows[0].Length;
        var sums = Enumerable.Range(0, length).Select(_ => new double[length]).ToArray();
        var row = new double[length];
        foreach (var values in rows)
        {
            Array.ConvertAll(values, value => (double)value).CopyTo(row, 0);
            for (var at = 0; at < length; at++)
            {
                TensorPrimitives.MultiplyAdd(row, row[at], sums[at], sums[at]);
            }
        }

        foreach (var sum in sums)
        {
            TensorPrimitives.Divide(sum, rows.Count, sum);
        }

        return sums;
    }
}
