using DefectVision.Evidence.Languages;

namespace DefectVision.Evidence;

/// <summary>The paper of the PDF report.</summary>
public enum Paper
{
    /// <summary>ISO 216, 210 x 297 mm.</summary>
    A4,

    /// <summary>8.5 x 11 inches.</summary>
    Letter,
}

/// <summary>How the report is written.</summary>
/// <param name="Paper">Of the PDF.</param>
/// <param name="HasPdf">Whether one is written at all.</param>
public sealed record ReportOptions(Language? Language = null, Paper Paper = Paper.A4, bool HasPdf = true)
{
    /// <summary>Amounts and dates; null: nobody worked them out.</summary>
    public RemedyTables? Remedy { get; init; }
}
