using DefectVision.Inspection.Languages;

namespace DefectVision.Web.Guarding;

/// <summary>One browser that was let in. It is forgotten when the program ends.</summary>
/// <param name="language">In which the page speaks at first.</param>
internal sealed class ReaderSession(LanguagePack language)
{
    /// <summary>Of the reader; empty until he has said it.</summary>
    public string Reader { get; set; } = string.Empty;

    public LanguagePack Language { get; set; } = language;
}
