using DefectVision.Statistics.Sampling;

namespace DefectVision.Inspection.Agreements;

/// <summary>Inspection levels as people write them: I, II, III, S-1 to S-4.</summary>
internal static class InspectionLevels
{
    public static string Name(InspectionLevel level) =>
        level is InspectionLevel.I or InspectionLevel.II or InspectionLevel.III ? level.ToString() : $"S-{level.ToString()[1..]}";

    public static bool TryParse(string text, out InspectionLevel level)
    {
        foreach (var known in Enum.GetValues<InspectionLevel>())
        {
            if (text.Equals(Name(known), StringComparison.OrdinalIgnoreCase) || text.Equals(known.ToString(), StringComparison.OrdinalIgnoreCase))
            {
                level = known;
                return true;
            }
        }

        level = default;
        return false;
    }
}
