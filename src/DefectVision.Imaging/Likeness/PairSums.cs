namespace DefectVision.Imaging.Likeness;

/// <summary>Sums over pairs of values, for their correlation.</summary>
internal struct PairSums
{
    private double _first;
    private double _second;
    private double _squaresFirst;
    private double _squaresSecond;
    private double _products;

    public int Count { get; private set; }

    /// <summary>Of the two standard deviations the smaller.</summary>
    public readonly double LeastDeviation => Math.Sqrt(Math.Max(0, Math.Min(Spread(_squaresFirst, _first), Spread(_squaresSecond, _second)) / Count));

    /// <summary>Pearson's, -1 to 1; 0 where one of the two does not vary.</summary>
    public readonly double Correlation
    {
        get
        {
            var spread = Spread(_squaresFirst, _first) * Spread(_squaresSecond, _second);
            return spread > 0 ? (_products - (_first * _second / Count)) / Math.Sqrt(spread) : 0;
        }
    }

    public void Add(double first, double second)
    {
        Count++;
        _first += first;
        _second += second;
        _squaresFirst += first * first;
        _squaresSecond += second * second;
        _products += first * second;
    }

    private readonly double Spread(double squares, double sum) => squares - (sum * sum / Count);
}
