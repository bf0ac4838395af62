namespace DefectVision.Inspection.Agreements;

/// <summary>Which weeks of lateness a penalty counts.</summary>
public enum LateWeeks
{
    /// <summary>Only whole weeks.</summary>
    Completed,

    /// <summary>A week counts from its first day.</summary>
    Begun,
}
