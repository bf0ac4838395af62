namespace DefectVision.Imaging.Decoding;

/// <summary>
/// Exact area average along one side: each target cell is the mean of the source it covers, partly covered pixels by their share.
/// Defined for enlarging too, where a cell lies within one or two source pixels.
/// </summary>
internal sealed class AreaAverage
{
    private readonly int[] _starts;
    private readonly float[][] _weights;

    public AreaAverage(int source, int target)
    {
        Source = source;
        Target = target;
        _starts = new int[target];
        _weights = new float[target][];
        var scale = (double)source / target;
        for (var cell = 0; cell < target; cell++)
        {
            var from = cell * scale;
            var to = cell == target - 1 ? source : (cell + 1) * scale;
            var first = Math.Min((int)from, source - 1);
            var last = Math.Clamp((int)Math.Ceiling(to) - 1, first, source - 1);
            var share = new float[last - first + 1];
            for (var pixel = first; pixel <= last; pixel++)
            {
                share[pixel - first] = (float)((Math.Min(to, pixel + 1) - Math.Max(from, pixel)) / (to - from));
            }

            _starts[cell] = first;
            _weights[cell] = share;
        }
    }

    public int Source { get; }

    public int Target { get; }

    /// <summary>First source pixel of a target cell.</summary>
    public int Start(int cell) => _starts[cell];

    /// <summary>Share of each source pixel from <see cref="Start"/> on; they sum to 1.</summary>
    public ReadOnlySpan<float> Weights(int cell) => _weights[cell];
}
