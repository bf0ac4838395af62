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

    private static string Roman(string number) => number switch { "1" => "I", "2" => "II", "3" => "III", _ => number };

    [GeneratedRegex(
        @"^(?:inspection\s+level|level|检验水平)?\s*(?:(?:special|特殊)?(?:\s+inspection)?(?:\s+level|检验水平)?\s*S\s*-?\s*(?<special>[1-4])|(?:special|特殊)(?:\s+inspection)?(?:\s+level|检验水平)?\s*-?\s*(?<special>[1-4])"
        + @"|(?:general|normal|一般|G)?(?:\s+inspection)?(?:\s+level|检验水平)?\s*-?\s*(?<general>III|II|I|[1-3]))$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
