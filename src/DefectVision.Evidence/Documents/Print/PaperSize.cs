namespace DefectVision.Evidence.Documents.Print;

/// <summary>The paper, in points.</summary>
internal sealed record PaperSize(float Width, float Height)
{
    /// <summary>ISO 216.</summary>
    public static PaperSize A4 { get; } = new(595.276f, 841.89f);

    /// <summary>ANSI/ASME Y14.1: 8.5 x 11 inches.</summary>
    public static PaperSize Letter { get; } = new(612, 792);
}
