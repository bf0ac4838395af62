namespace DefectVision.Evidence.Report;

/// <summary>A term that only some inspections need.</summary>
/// <param name="Term">What it is about.</param>
/// <param name="Applied">What was applied.</param>
/// <param name="IsDefault">Nothing was agreed.</param>
internal sealed record SectionTerm(FormattableString Term, FormattableString Applied, bool IsDefault);
