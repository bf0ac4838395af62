using DefectVision.Inspection.Reviewing;

namespace DefectVision.Inspection.Judging;

/// <summary>How one reader who sees a defect would count the item: by the worst of his lines.</summary>
/// <param name="Severity">As written, else that of the class as agreed.</param>
/// <param name="DefectClass">Of the worst line that names one; null when none does.</param>
/// <param name="Cause">Of the worst line that names one; null when none does.</param>
internal sealed record ReaderView(Severity Severity, string? DefectClass, Cause? Cause)
{
    /// <param name="answer">Sees a defect.</param>
    /// <param name="flagged">The class that the model names; it stands in where the reader names neither class nor severity.</param>
    /// <param name="terms">Gives the severities.</param>
    public static ReaderView Of(ReaderAnswer answer, string? flagged, AgreedTerms terms)
    {
        // A bare "yes" next to a line with a class or a severity adds nothing to it.
        var telling = answer.Lines.Where(line => line.DefectClass is not null || line.Severity is not null).ToList();
        var lines = (telling.Count > 0 ? telling : answer.Lines)
            .Select(line => (Line: line, Severity: line.Severity ?? terms.SeverityOf(line.DefectClass ?? flagged)))
            .OrderByDescending(line => line.Severity)
            .ToList();
        return new ReaderView(
            lines[0].Severity,
            lines.Select(line => line.Line.DefectClass).FirstOrDefault(said => said is not null),
            lines.Select(line => line.Line.Cause).Concat(answer.Lines.Select(line => line.Cause)).FirstOrDefault(said => said is not null));
    }
}
