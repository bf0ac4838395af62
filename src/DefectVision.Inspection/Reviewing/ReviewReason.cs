namespace DefectVision.Inspection.Reviewing;

/// <summary>Why an item was put before a reader. He learns it after he has decided.</summary>
public enum ReviewReason
{
    /// <summary>The model flagged it.</summary>
    Flagged,

    /// <summary>The model could not decide: too close to the threshold, in its review band, or a view is missing.</summary>
    Undecided,

    /// <summary>Drawn at random among the items that nothing points at.</summary>
    AuditSample,

    /// <summary>Two readers differ, and another one decides.</summary>
    ThirdLook,

    /// <summary>No model judges it: its place follows from how unlike the other items it is.</summary>
    Order,

    /// <summary>Nothing points at it, and it was not drawn.</summary>
    Rest,
}
