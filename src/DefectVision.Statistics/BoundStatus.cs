namespace DefectVision.Statistics;

/// <summary>What became of a bound. Anything but <see cref="Ok"/> says why the limits are what they are.</summary>
public enum BoundStatus
{
    Ok,

    /// <summary>Nothing was inspected: the limits are 0 and 1.</summary>
    NoData,
}
