using System.Text.RegularExpressions;
using DefectVision.Inspection.Imported;
using DefectVision.Statistics.Sampling;

namespace DefectVision.Inspection.Agreements;

/// <summary>Inspection levels as people write them: I, II, III, S-1 to S-4; GII, "General II", "level 2" and "Special S-2" are the same.</summary>
internal static partial class InspectionLevels
{
    public static string Name(InspectionLevel level) =>
        level is InspectionLevel.I or InspectionLevel.II or InspectionLevel.III ? level.ToString() : $"S-{level.ToString()[1..]}";

    public static bool TryParse(string text, out InspectionLevel level)
    {
        level = default;
        return Written().Match(UnicodeForm.Compatible(text).Trim()) is { Success: true } match
            && Enum.TryParse(match.Groups["special"].Success ? "S" + match.Groups["special"].Value : Roman(match.Groups["general"].Value), ignoreCase: true, out level);
    }

    /// <summary>A level that stands beside something else, with a word that says so: "ISO 2859-1, level II".</summary>
    public static bool TryFind(string text, out InspectionLevel level)
    {
        level = default;
        return Beside().Match(UnicodeForm.Compatible(text)) is { Success: true } match && TryParse(match.Groups[1].Value, out level);
    }

    private static string Roman(string number) => number switch { "1" => "I", "2" => "II", "3" => "III", _ => number };

    [GeneratedRegex(
        @"^(?:inspection\s+level|level|lvl|IL|检[验查]?水平)?\s*[-:]?\s*(?:(?:special|特殊)?(?:\s*inspection)?(?:\s*level|(?:检[验查])?水平)?\s*S\s*-?\s*(?<special>[1-4])|(?:special|特殊)(?:\s*inspection)?(?:\s*level|(?:检[验查])?水平)?\s*-?\s*(?<special>[1-4])"
        + @"|(?:general|normal|一般|GIL|GL|G)?(?:\s*inspection)?(?:\s*level|(?:检[验查])?水平)?\s*-?\s*(?<general>III|II|I|[1-3]))\s*级?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Written();

    [GeneratedRegex(@"(?:level|水平)\s*[-:]?\s*(S\s*-?\s*[1-4]|III|II|I|[1-3])(?![\w.])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Beside();
}
