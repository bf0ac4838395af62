namespace DefectVision.Statistics.Drift;

/// <summary>The Gaussian kernel between all pooled vectors.</summary>
internal sealed class KernelMatrix
{
    private readonly double[,] _kernel;
    private readonly double _bandwidth;
    private readonly int _references;
    private readonly int _count;

    public KernelMatrix(IReadOnlyList<double[]> reference, IReadOnlyList<double[]> current)
    {
        if (!(reference.Count >= 2 && current.Count >= 2))
            throw new ArgumentException($"Found {reference.Count} reference and {current.Count} current vectors, wanted two or more of each.");
        double[][] pooled = [.. reference, .. current];
        if (pooled.Any(vector => vector.Length != pooled[0].Length || vector.Any(double.IsNaN)))
            throw new ArgumentException("The vectors differ in length or hold something that is not a number.");
        (_references, _count) = (reference.Count, pooled.Length);

        var squares = new double[_count, _count];
        var distances = new List<double>();
        for (var i = 0; i < _count; i++)
        {
            for (var j = i + 1; j < _count; j++)
            {
                squares[i, j] = squares[j, i] = SquaredDistance(pooled[i], pooled[j]);
                if (squares[i, j] > 0)
                    distances.Add(Math.Sqrt(squares[i, j]));
            }
        }
        _bandwidth = distances.Count == 0 ? 1 : Median(distances);
        _kernel = squares;
        for (var i = 0; i < _count; i++)
        {
            for (var j = 0; j < _count; j++)
                _kernel[i, j] = Math.Exp(-squares[i, j] / (2 * _bandwidth * _bandwidth));
        }
    }

    public MeanDiscrepancy Observed() => new(Squared([.. Enumerable.Range(0, _count)]), _bandwidth);

    /// <summary>Unbiased MMD² when the first of this order are taken for the reference.</summary>
    public double Squared(int[] order)
    {
        double inReference = 0, inCurrent = 0, between = 0;
        for (var i = 0; i < _count; i++)
        {
            for (var j = i + 1; j < _count; j++)
            {
                var value = _kernel[order[i], order[j]];
                if (j < _references)
                    inReference += value;
                else if (i >= _references)
                    inCurrent += value;
                else
                    between += value;
            }
        }
        double m = _references, n = _count - _references;
        return 2 * inReference / (m * (m - 1)) + 2 * inCurrent / (n * (n - 1)) - 2 * between / (m * n);
    }

    private static double SquaredDistance(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        return sum;
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        var middle = values.Count / 2;
        return values.Count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
