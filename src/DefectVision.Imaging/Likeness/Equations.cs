namespace DefectVision.Imaging.Likeness;

/// <summary>Weighted least squares by the normal equations, solved by Cholesky's decomposition (Golub and Van Loan, 4.2).</summary>
/// <param name="unknowns">How many.</param>
internal sealed class Equations(int unknowns)
{
    private readonly double[] _left = new double[unknowns * unknowns];
    private readonly double[] _right = new double[unknowns];

    public void Clear()
    {
        Array.Clear(_left);
        Array.Clear(_right);
    }

    /// <summary>One equation: <paramref name="row"/> times the unknowns is <paramref name="value"/>.</summary>
    public void Add(ReadOnlySpan<double> row, double value, double weight)
    {
        for (var i = 0; i < unknowns; i++)
        {
            var weighted = weight * row[i];
            _right[i] += weighted * value;
            var left = _left.AsSpan(i * unknowns, i + 1);
            for (var j = 0; j < left.Length; j++)
            {
                left[j] += weighted * row[j];
            }
        }
    }

    /// <summary>Holds an unknown near zero where the equations say little of it.</summary>
    public void Damp(int unknown, double weight) => _left[(unknown * unknowns) + unknown] += weight;

    /// <summary>Null where the equations do not determine the unknowns.</summary>
    public double[]? Solve()
    {
        for (var i = 0; i < unknowns; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = _left[(i * unknowns) + j];
                for (var k = 0; k < j; k++)
                {
                    sum -= _left[(i * unknowns) + k] * _left[(j * unknowns) + k];
                }

                if (i == j && !(sum > 0))
                {
                    return null;
                }

                _left[(i * unknowns) + j] = i == j ? Math.Sqrt(sum) : sum / _left[(j * unknowns) + j];
            }
        }

        var solved = new double[unknowns];
        for (var i = 0; i < unknowns; i++)
        {
            solved[i] = _right[i];
            for (var j = 0; j < i; j++)
            {
                solved[i] -= _left[(i * unknowns) + j] * solved[j];
            }

            solved[i] /= _left[(i * unknowns) + i];
        }

        for (var i = unknowns - 1; i >= 0; i--)
        {
            for (var j = i + 1; j < unknowns; j++)
            {
                solved[i] -= _left[(j * unknowns) + i] * solved[j];
            }

            solved[i] /= _left[(i * unknowns) + i];
        }

        return solved;
    }
}
