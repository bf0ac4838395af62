namespace DefectVision.Inspection.Claiming;

/// <summary>A kind of term that a guaranteed statement rests on. Names, dates and prices are none: they may be corrected at any time.</summary>
public enum TermKind
{
    Standard,
    Level,
    Limit,
    ClassSeverity,
    MeasurementSeverity,
    TestSeverity,
    Sampling,
    DrawList,
    LotSize,
    InspectionSeverity,
    Views,
}

/// <summary>One term as it stood.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Subject">Of what: a severity, a class, a section or a lot; empty for the whole.</param>
/// <param name="Value">In words.</param>
public sealed record BindingTerm(TermKind Kind, string Subject, string Value);

/// <summary>A term that changed after scoring began.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Subject">Of what; empty for the whole.</param>
/// <param name="Before">As it stood when scoring began.</param>
/// <param name="After">As it stands.</param>
/// <param name="LosesGuarantee">No document that was hashed when scoring began says the new one.</param>
public sealed record TermsChange(TermKind Kind, string Subject, string Before, string After, bool LosesGuarantee);
