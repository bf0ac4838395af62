namespace DefectVision.Statistics.Calibration;

/// <summary>Places of one score that lie in one nonconforming region, or in none.</summary>
/// <param name="Score">Higher for more suspicious, not NaN.</param>
/// <param name="Region">The region's number, 0 or more, unlike in every set of regions that is measured together; <see cref="Outside"/> where there is none.</param>
/// <param name="Weight">How many places, 1 or more.</param>
public readonly record struct ScoredPlace(double Score, int Region, long Weight)
{
    /// <summary>No region: to call such a place suspicious is a false alarm.</summary>
    public const int Outside = -1;
}
