using System.Runtime.Intrinsics;

namespace DefectVision.Imaging.Likeness;

/// <summary>Weighted least squares by the normal equations, solved by Cholesky's decomposition (Golub and Van Loan, 4.2).</summary>
/// <param name="unknowns">How many, up to <see cref="Most"/>.</param>
internal sealed class Equations(int unknowns)
{
    /// <summary>Two vectors of four.</summary>
    public const int Most = 8;

    private readonly double[] _left = new double[Most * Most];
    private readonly double[] _right = new double[Most];

    public void Clear()
    {
        Array.Clear(_left);
        Array.Clear(_right);
    }

    /// <summary>One equation: <paramref name="row"/> times the unknowns is <paramref name="value"/>.</summary>
    /// <param name="row">Of <see cref="Most"/> factors; those beyond the unknowns are not used.</param>
    /// <param name="value">The right side.</param>
    /// <param name="weight">How much it counts.</param>
    public void Add(ReadOnlySpan<double> row, double value, double weight)
    {
        var (low, high) = (Vector256.Create(row), Vector256.Create(row[4..]));
        for (var i = 0; i < unknowns; i++)
        {
            var weighted = weight * row[i];
            _right[i] += weighted * value;
            var left = _left.AsSpan(i * Most, Most);
            (Vector256.Create<double>(left) + (low * weighted)).CopyTo(left);
            if (i >= 4)
            {
                (Vector256.Create<double>(left[4..]) + (high * weighted)).CopyTo(left[4..]);
            }
        }
    }

    /// <summary>Holds an unknown near zero where the equations say little of it.</summary>
    public void Damp(int unknown, double weight) => _left[(unknown * Most) + unknown] += weight;

    /// <summary>Null where the equations do not determine the unknowns.</summary>
    public double[]? Solve()
    {
        for (var i = 0; i < unknowns; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = _left[(i * Most) + j];
                for (var k = 0; k < j; k++)
                {
                    sum -= _left[(i * Most) + k] * _left[(j * Most) + k];
                }

                if (i == j && !(sum > 0))
                {
                    return null;
                }

                _left[(i * Most) + j] = i == j ? Math.Sqrt(sum) : sum / _left[(j * Most) + j];
            }
        }

        var solved = new double[unknowns];
        for (var i = 0; i < unknowns; i++)
        {
            solved[i] = _right[i];
            for (var j = 0; j < i; j++)
            {
                solved[i] -= _left[(i * Most) + j] * solved[j];
            }

            solved[i] /= _left[(i * Most) + i];
        }

        for (var i = unknowns - 1; i >= 0; i--)
        {
            for (var j = i + 1; j < unknowns; j++)
            {
                solved[i] -= _left[(j * Most) + i] * solved[j];
            }

            solved[i] /= _left[(i * Most) + i];
        }

        return solved;
    }
}
