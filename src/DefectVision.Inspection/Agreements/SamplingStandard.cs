using System.Text.RegularExpressions;
using DefectVision.Inspection.Imported;
using DefectVision.Statistics.Sampling;

namespace DefectVision.Inspection.Agreements;

/// <summary>The standard that contracts name, and the edition whose numbers are used for it.</summary>
internal static partial class SamplingStandard
{
    /// <returns>Null for a standard whose tables this program does not have.</returns>
    public static string? EditionOf(string text)
    {
        var plain = Plain(text);
        return plain == "AQL" || OfIso().IsMatch(plain) ? Iso2859.Edition
            : OfMilitary().IsMatch(plain) ? MilStd105E.Edition
            : null;
    }

    /// <summary>True where the text is an edition whose numbers are used, so that there is nothing to say.</summary>
    public static bool IsExact(string text) => Exact().IsMatch(Plain(text));

    /// <summary>What the text asks for that a single sampling plan by attributes is not; null where there is nothing of the kind.</summary>
    public static string? OtherKindOfPlan(string text) => Other().Match(text) is { Success: true } match ? match.Value : null;

    /// <summary>The plan of an edition at a code letter, arrows followed.</summary>
    public static SingleSamplingPlan PlanAtLetter(string edition, SampleSizeCodeLetter letter, Aql aql, InspectionSeverity severity) =>
        edition == MilStd105E.Edition ? MilStd105E.PlanAtLetter(letter, aql, severity) : Iso2859.PlanAtLetter(letter, aql, severity);

    /// <summary>The plan of an edition for a lot, arrows followed.</summary>
    public static SingleSamplingPlan PlanFor(string edition, long lotSize, InspectionLevel level, Aql aql, InspectionSeverity severity) =>
        edition == MilStd105E.Edition ? MilStd105E.SinglePlan(lotSize, level, aql, severity) : Iso2859.SinglePlan(lotSize, level, aql, severity);

    private static string Plain(string text) => Blanks().Replace(UnicodeForm.Compatible(text).ToUpperInvariant(), string.Empty);

    [GeneratedRegex(@"[\s_]")]
    private static partial Regex Blanks();

    // ISO 2859-1 under the names of the countries that took it over: GB/T 2828.1 (China), BS 6001-1 (Britain), JIS Z 9015-1 (Japan). ISO 2859-2 to -10 are other standards.
    [GeneratedRegex(@"2859(?:[-/.]|PART|-PART)?1(?!\d)|ISO2859(?:[-:](?:19|20)\d\d)?(?![-/.:]?\d|[-/.]?PART)|2828\.1(?!\d)|GB/?T?2828(?!\.?\d)|BS6001(?:(?:[-/.]|PART)1)?(?![-/.]?\d(?!\d{3}))|JISZ-?9015(?:(?:[-/.]|PART)1)?(?![-/.]?\d(?!\d{3}))", RegexOptions.CultureInvariant)]
    private static partial Regex OfIso();

    [GeneratedRegex(@"Z-?1\.4(?!\d)|STD-?105(?!\d)|^MIL-?105", RegexOptions.CultureInvariant)]
    private static partial Regex OfMilitary();

    [GeneratedRegex(@"2859-1:1999|2828\.1-2012|^MIL-STD-105E$", RegexOptions.CultureInvariant)]
    private static partial Regex Exact();

    [GeneratedRegex(@"double|multiple|sequential|skip[- ]?lot|variables?\b|二次|多次|序贯|跳批|计量", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Other();
}
