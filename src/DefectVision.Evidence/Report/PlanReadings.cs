using DefectVision.Evidence.Charts;
using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;
using DefectVision.Inspection.Judging;
using DefectVision.Statistics.Sampling;

namespace DefectVision.Evidence.Report;

/// <summary>What the sampling plan says of a lot, section by section and severity by severity.</summary>
internal static class PlanReadings
{
    private static readonly FormattableString NoPlan = $"No plan applies";

    public static IEnumerable<Block> Of(LotJudgement judged, Words words)
    {
        yield return Section.Part(words, $"Reading by the sampling plan");
        foreach (var block in judged.Sections.Where(section => section.Readings.Count > 0).SelectMany(section => Of(section, words)).Concat(Protection(judged, words)))
        {
            yield return block;
        }
    }

    private static IEnumerable<Block> Of(LotSection section, Words words)
    {
        var readings = section.Readings;
        var plans = readings.Select(reading => FormattableString.Invariant(reading.Plan ?? NoPlan)).Distinct(StringComparer.Ordinal).ToList();
        FormattableString plan = plans.Count == 1 ? readings[0].Plan ?? NoPlan : $"a plan for each severity";
        yield return Section.Paragraph(words, $"{new Word(section.Kind)}: {plan}.", leadsIn: true);
        yield return new Table(
            words.Columns($"Severity", $"=Limit", $"#n", $"#Ac", $"#Re", Counted(section.Kind), $"=Answer", $"Why"),
            readings.Select(reading => Row(reading, plans.Count > 1, words)),
            IsKept: true);
    }

    private static FormattableString Counted(SectionKind section) => section switch
    {
        SectionKind.Measurements => $"#Items out of tolerance",
        SectionKind.Tests => $"#Items that failed",
        _ => $"#Confirmed items",
    };

    // How well this plan tells good lots from bad ones: the supplier's side will ask what its "accept" is worth, and the buyer should.
    private static IEnumerable<Block> Protection(LotJudgement judged, Words words)
    {
        var readings = judged.Readings.Where(reading => reading is { Protection: not null, SampleSize: not null, AcceptanceNumber: not null }).ToList();
        if (readings.Count == 0)
        {
            yield break;
        }

        yield return new Table(
            words.Columns($"Severity", $"#Share counted", $"#The plan accepts such a lot", $"#Accepted one time in ten (process)", $"#Limiting quality of this lot alone"),
            readings.Select(reading => new Row(
            [
                words.Say(reading.Severity.InWords),
                Figures.Share(reading.Protection!.Observed),
                Figures.Share(reading.Protection.AcceptsObserved),
                Figures.Share(reading.Protection.AcceptedOneInTen),
                words.Say($"{Phrases.Items(reading.Protection.LimitingItems)} ({Figures.Share(reading.Protection.LimitingQuality)})"),
            ])),
            IsKept: true);
        var curves = readings.Select(reading => new OcCurve(
            words.Brief(Curve(reading)), judged.Lot.Size, new OperatingCharacteristic(reading.SampleSize!.Value, reading.AcceptsUpTo!.Value),
            $"n {Figures.Count(reading.SampleSize.Value)}, Ac {Figures.Count(reading.AcceptsUpTo.Value)}", null, reading.Protection!.Observed));
        FormattableString curve = $"{Listed.Sentences([.. readings.Select(OcFinding.Of)])} OC curve, exact (hypergeometric for this lot; binomial for the process). Limiting quality: the fewest defective items of this lot that the plan accepts one time in ten at most, as ISO 2859-2 defines it for an isolated lot.";
        yield return new Figure(OcChart.Of([.. curves], words), words.Say(readings.Any(reading => reading.AqlPercent is not null)
            ? $"{curve} That a plan rejects a lot does not show that the lot is worse than its AQL, and that it accepts one does not show the contrary."
            : curve));
    }

    // Short enough for the chart; the table beside it says the whole limit.
    private static FormattableString Curve(PlanReading reading) => reading.Limit is { IsAllowed: true, NeedsTable: false }
        ? (FormattableString)$"{reading.Severity.InWords}, n {reading.SampleSize}, Ac {reading.AcceptanceNumber}"
        : $"{reading.Severity.InWords}, {reading.Limit.InWords}";

    private static Row Row(PlanReading reading, bool isPlanShown, Words words)
    {
        var why = words.Say(reading.Reason);
        return new Row(
        [
            words.Say(reading.Severity.InWords),
            words.Say(reading.Limit.InWords),
            OrNone(reading.SampleSize),
            OrNone(reading.AcceptanceNumber),
            OrNone(reading.RejectionNumber),
            words.Say(Phrases.Range(reading.Count)),
            words.Say(Phrases.Answer(reading.Answer)),
            isPlanShown ? new Cell([why, words.Say($"{reading.Plan ?? NoPlan}.").In(Setting.Soft)]) : why,
        ]);
    }

    private static string OrNone(long? number) => number is { } known ? Figures.Count(known) : "–";
}
