namespace DefectVision.Inspection.Agreements;

/// <summary>What an agreed tolerance of defective items does to a claim.</summary>
public enum ToleranceKind
{
    /// <summary>The tolerated items are not claimed; those beyond them are.</summary>
    Deduction,

    /// <summary>Once it is exceeded, all defective items are claimed.</summary>
    Threshold,
}
