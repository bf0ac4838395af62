namespace DefectVision.History.Scorecards;

/// <summary>How a lot stands to a quality gate.</summary>
public enum GateAnswer
{
    /// <summary>Its share of nonconforming items is at most the limit, at 95 %.</summary>
    Passes,

    /// <summary>It is above the limit, at 95 %.</summary>
    Fails,

    /// <summary>Neither is shown.</summary>
    Open,

    /// <summary>Nobody looked at it.</summary>
    NotLookedAt,
}
