namespace DefectVision.Evidence.Charts;

/// <summary>A common scale from 0 to a round share that holds every bound and limit.</summary>
public sealed class ShareScale
{
    private const int Steps = 5;
    private static readonly double[] Ends = [0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.8, 1];

    private readonly double _left;
    private readonly double _width;
    private readonly double _end;

    public ShareScale(double left, double width, double greatest)
    {
        _left = left;
        _width = width;
        _end = Ends.FirstOrDefault(end => greatest <= end, 1);
    }

    /// <summary>Where the scale is marked, 0 and its end included.</summary>
    public IEnumerable<double> Ticks => Enumerable.Range(0, Steps + 1).Select(step => _end * step / Steps);

    public double At(double share) => _left + (_width * Math.Clamp(share / _end, 0, 1));
}
