using DefectVision.Inspection.Languages;

namespace DefectVision.Evidence;

/// <summary>A word or sentence that comes in every language of a report.</summary>
/// <param name="inLanguage">It in one of them.</param>
public sealed class Said(Func<LanguagePack, string> inLanguage)
{
    /// <summary>In one language.</summary>
    public string In(LanguagePack language) => inLanguage(language);
}
