namespace DefectVision.Inspection.Imported;

/// <summary>What comes first in a date such as 05/11/2026.</summary>
public enum DayOrder
{
    /// <summary>Nothing says.</summary>
    Unknown,

    DayFirst,

    MonthFirst,
}
