namespace DefectVision.History;

/// <summary>A day by which something must be done.</summary>
/// <param name="Kind">As claim.json names it: first_notice.</param>
/// <param name="Lot">Whose it is; null for the whole claim.</param>
/// <param name="Day">The last day on which it is in time (UTC).</param>
public sealed record DeadlineEntry(string Kind, string? Lot, DateOnly Day);
