namespace DefectVision.Statistics.Drift;

/// <summary>Two samples as one lattice path through their pooled, sorted values: a step right for a reference value, up for a current one.</summary>
internal sealed class PooledPath
{
    private readonly int _references;
    private readonly int _currents;

    /// <summary>Whether the pooled position ends a run of equal values: only there do the distribution functions have a gap.</summary>
    private readonly bool[] _endsTie;

    /// <summary>The largest gap in units of 1/(references·currents), a whole number.</summary>
    private readonly long _largestGap;

    public PooledPath(IReadOnlyList<double> reference, IReadOnlyList<double> current)
    {
        if (reference.Count == 0 || current.Count == 0 || reference.Concat(current).Any(double.IsNaN))
            throw new ArgumentException($"Found {reference.Count} reference and {current.Count} current values, wanted one or more of each and numbers only.");
        (_references, _currents) = (reference.Count, current.Count);
        var pooled = reference.Select(value => (value, isReference: true)).Concat(current.Select(value => (value, isReference: false))).OrderBy(pair => pair.value).ToArray();
        _endsTie = new bool[pooled.Length];
        var (right, up) = (0L, 0L);
        for (var i = 0; i < pooled.Length; i++)
        {
            if (pooled[i].isReference)
                right++;
            else
                up++;
            _endsTie[i] = i == pooled.Length - 1 || pooled[i + 1].value != pooled[i].value;
            if (_endsTie[i])
                _largestGap = Math.Max(_largestGap, Gap(right, up));
        }
    }

    public double Distance => _largestGap / ((double)_references * _currents);

    public bool HasTies => !_endsTie.All(end => end);

    /// <summary>
    /// The share of all paths with a gap at least as large. Each step is taken with the share of the values still to come, so the recursion is of
    /// probabilities and neither over- nor underflows.
    /// </summary>
    public double ExactPValue()
    {
        if (_largestGap == 0)
            return 1;
        // within[up] is the probability of standing at this point having kept within the gap; what leaves is summed itself, so that small values keep their digits.
        var within = new double[_currents + 1];
        within[0] = 1;
        var left = 0.0;
        for (var position = 0; position < _endsTie.Length; position++)
        {
            var next = new double[_currents + 1];
            var remaining = _endsTie.Length - position;
            for (var up = Math.Max(0, position - _references); up <= Math.Min(position, _currents); up++)
            {
                var upShare = (double)(_currents - up) / remaining;
                if (up < _currents)
                    next[up + 1] += within[up] * upShare;
                if (position - up < _references)
                    next[up] += within[up] * (1 - upShare);
            }
            for (var up = 0; _endsTie[position] && up <= Math.Min(position + 1, _currents); up++)
            {
                if (position + 1 - up <= _references && Gap(position + 1 - up, up) >= _largestGap)
                {
                    left += next[up];
                    next[up] = 0;
                }
            }
            within = next;
        }
        return left;
    }

    /// <summary>Kolmogorov's limit distribution at the gap.</summary>
    public double LimitPValue()
    {
        var scaled = Distance * Math.Sqrt((double)_references * _currents / (_references + _currents));
        return Tails.KolmogorovTail.Upper(scaled);
    }

    private long Gap(long right, long up) => Math.Abs(right * _currents - up * _references);
}
