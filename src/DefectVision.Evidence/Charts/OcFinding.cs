using DefectVision.Evidence.Wording;
using DefectVision.Inspection.Judging;

namespace DefectVision.Evidence.Charts;

/// <summary>What an OC curve shows of the lot at hand: how often its plan would accept a lot as bad as this one was counted to be.</summary>
internal static class OcFinding
{
    private const double Seldom = 0.1;
    private const double Mostly = 0.9;

    /// <param name="reading">With its protection.</param>
    public static FormattableString Of(PlanReading reading)
    {
        var known = reading.Protection!;
        if (known.Observed <= 0)
        {
            return $"No {reading.Severity.InWords} defective item was counted; the plan still accepts up to one in ten lots with {Figures.Share(known.LimitingQuality)} of them: none counted does not mean none there.";
        }

        FormattableString counted = $"Of lots with {Figures.Share(known.Observed)} {reading.Severity.InWords} defective items, as counted here, the plan accepts {Figures.Share(known.AcceptsObserved)}";
        return known.AcceptsObserved <= Seldom ? $"{counted}: a lot like this one seldom passes."
            : known.AcceptsObserved >= Mostly ? $"{counted}: a lot like this one nearly always passes."
            : (FormattableString)$"{counted}: whether a lot like this one passes is left to the draw.";
    }
}
