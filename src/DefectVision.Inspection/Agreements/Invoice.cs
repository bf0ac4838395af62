namespace DefectVision.Inspection.Agreements;

/// <summary>The supplier's invoice.</summary>
/// <param name="Number">As printed on it.</param>
public sealed record Invoice(string Number, DateOnly? Date = null);
