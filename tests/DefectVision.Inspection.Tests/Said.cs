namespace DefectVision.Inspection.Tests;

/// <summary>Sentences as an English reader sees them.</summary>
internal static class Said
{
    public static string InEnglish(this FormattableString sentence) => FormattableString.Invariant(sentence);

    public static IEnumerable<string> InEnglish(this IEnumerable<FormattableString> sentences) => sentences.Select(InEnglish);
}
