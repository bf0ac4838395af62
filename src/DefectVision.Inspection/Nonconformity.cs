namespace DefectVision.Inspection;

/// <summary>A measurement or a test that shows an item not to conform: a fact, whatever the photos show.</summary>
/// <param name="Section">Measurements or tests.</param>
/// <param name="Severity">As agreed, otherwise major.</param>
/// <param name="What">The point that is out of tolerance, or the test that failed.</param>
/// <param name="Date">When it was found; null when not given.</param>
public sealed record Nonconformity(SectionKind Section, Severity Severity, string What, DateOnly? Date);
