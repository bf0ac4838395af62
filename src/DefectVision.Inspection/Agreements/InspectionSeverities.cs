using System.Text.RegularExpressions;
using DefectVision.Inspection.Imported;
using DefectVision.Statistics.Sampling;

namespace DefectVision.Inspection.Agreements;

/// <summary>Normal, tightened and reduced inspection as people write them, in English and Chinese, alone or beside a standard or a level.</summary>
internal static partial class InspectionSeverities
{
    public static bool TryParse(string text, out InspectionSeverity severity) => TryTake(text, out severity, out var rest) && rest.Length == 0;

    /// <summary>Takes the words out of a text that says something else, too: "II, tightened".</summary>
    /// <param name="text">As written.</param>
    /// <param name="severity">What they say.</param>
    /// <param name="rest">The text without them and without what joined them to it.</param>
    /// <returns>False where the text says nothing of it, or more than one of the three.</returns>
    public static bool TryTake(string text, out InspectionSeverity severity, out string rest)
    {
        var plain = UnicodeForm.Compatible(text).Trim();
        var found = Written().Matches(plain);
        severity = found.Count == 1 ? Of(found[0].Groups[1].Value.ToUpperInvariant()) : InspectionSeverity.Normal;
        rest = found.Count == 1 ? plain.Remove(found[0].Index, found[0].Length).Trim(' ', ',', ';', '/', '(', ')', '-', ':', '，', '、') : plain;
        return found.Count == 1;
    }

    private static InspectionSeverity Of(string word) => word switch
    {
        "TIGHTENED" or "TIGHT" or "加严" => InspectionSeverity.Tightened,
        "REDUCED" or "放宽" => InspectionSeverity.Reduced,
        _ => InspectionSeverity.Normal,
    };

    [GeneratedRegex(@"(normal|tightened|tight|reduced|正常|加严|放宽)(?:\s*(?:single\s+)?(?:inspection|sampling(?:\s+plan)?|plan)\b|\s*(?:检验|检查)(?:一次抽样(?:方案)?)?)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
