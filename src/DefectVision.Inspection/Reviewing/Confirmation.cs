namespace DefectVision.Inspection.Reviewing;

/// <summary>What one reader said of one item after looking at it.</summary>
/// <param name="Lot">The lot, by its whole name.</param>
/// <param name="Item">The item.</param>
/// <param name="IsDefective">Yes: the reader confirms a defect. "Possibly" is no.</param>
/// <param name="Reader">Who looked, as the list names him.</param>
/// <param name="Time">When, UTC.</param>
/// <param name="DefectClass">What the reader calls the defect; null when not said.</param>
/// <param name="Severity">How much the reader says it counts; null when not said.</param>
/// <param name="Cause">What the reader associates it with; null when not said.</param>
public sealed record Confirmation(string Lot, string Item, bool IsDefective, string Reader, DateTimeOffset Time, string? DefectClass, Severity? Severity, Cause? Cause = null);
