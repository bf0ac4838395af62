using DefectVision.Evidence.Languages;
using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Judging;

namespace DefectVision.Evidence.Report;

/// <summary>The terms that measurements, tests, a tolerance and a late delivery were judged by, where there are any.</summary>
internal static class SectionTerms
{
    public static IEnumerable<SectionTerm> Of(InspectionRecord record, Terms terms)
    {
        var (agreement, applied) = (record.Agreement, record.Terms);
        var required = Enum.GetValues<SectionKind>().Where(applied.IsRequired).Select(kind => new Word(kind));
        yield return new SectionTerm($"Sections without which no lot is accepted", $"{Listed.Commas(required)}", agreement.RequiredSections.Count == 0);
        if (record.Measured is not null)
        {
            yield return Level(SectionKind.Measurements);
            yield return new SectionTerm(
                $"An item out of tolerance counts as",
                $"{new Word(agreement.Measurements.Severity ?? AgreedTerms.DefaultSeverity)}",
                agreement.Measurements.Severity is null);
            foreach (var (point, severity) in agreement.Measurements.Points.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            {
                yield return new SectionTerm($"The same at the point {point}", $"{new Word(severity)}", false);
            }
        }

        if (record.Tests is not null)
        {
            yield return Level(SectionKind.Tests);
            yield return new SectionTerm(
                $"An item that failed a test counts as (a failed safety, laboratory or mandatory test fails the lot)",
                $"{new Word(applied.TestSeverity)}",
                agreement.TestSeverity is null);
        }

        if (agreement.Contract.TolerancePercent is { } tolerated)
        {
            yield return new SectionTerm($"Defective items accepted without a claim", $"{tolerated} %", false);
            yield return new SectionTerm($"Where there are more", More(agreement.Contract.ToleranceKind), false);
        }

        if (agreement.Contract.LatePercentPerWeek is not null)
        {
            yield return new SectionTerm($"Weeks of late delivery that count", Weeks(agreement.Contract.LateWeeks), false);
        }

        SectionTerm Level(SectionKind section) =>
            terms.LevelOf(section) is var level && section == SectionKind.Measurements
                ? new SectionTerm($"Inspection level of measurements", $"{level.Value}", level.IsDefault)
                : new SectionTerm($"Inspection level of tests", $"{level.Value}", level.IsDefault);
    }

    private static FormattableString More(ToleranceKind kind) => kind switch
    {
        ToleranceKind.Threshold => $"all defective items are claimed (threshold)",
        _ => $"only the items beyond it are claimed (deduction)",
    };

    private static FormattableString Weeks(LateWeeks weeks) => weeks switch
    {
        LateWeeks.Begun => $"each week begun",
        _ => $"completed weeks only",
    };
}
