using DefectVision.Evidence.Charts;
using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;
using DefectVision.Inspection.Judging;

namespace DefectVision.Evidence.Report;

/// <summary>What the sampling plan says of a lot, severity by severity.</summary>
internal static class PlanReadings
{
    private static readonly FormattableString NoPlan = $"No plan applies";

    public static IEnumerable<Block> Of(LotJudgement judged, string number, Words words)
    {
        var readings = judged.Readings;
        yield return Section.Part(words, $"Reading by the sampling plan");
        if (readings.Count == 0)
        {
            yield return Section.Paragraph(words, $"No plan was read.", Manner.None);
            yield break;
        }

        var plans = readings.Select(reading => FormattableString.Invariant(reading.Plan ?? NoPlan)).Distinct(StringComparer.Ordinal).ToList();
        if (plans.Count == 1)
        {
            yield return Section.Paragraph(words, $"{readings[0].Plan ?? NoPlan}.", leadsIn: true);
        }

        yield return new Table(
            Section.Columns(words, $"Severity", $"=Limit", $"#n", $"#Ac", $"#Re", judged.Tally.Review is null ? $"#Flagged items" : (FormattableString)$"#Confirmed items", $"=Answer", $"Why"),
            readings.Select(reading => Row(reading, plans.Count > 1, words)),
            IsKept: true);
        foreach (var block in Protection(judged, number, words))
        {
            yield return block;
        }
    }

    // How well this plan tells good lots from bad ones: the supplier's side will ask what its "accept" is worth, and the buyer should.
    private static IEnumerable<Block> Protection(LotJudgement judged, string number, Words words)
    {
        var readings = judged.Readings.Where(reading => reading is { Protection: not null, SampleSize: not null, AcceptanceNumber: not null }).ToList();
        if (readings.Count == 0)
        {
            yield break;
        }

        yield return new Table(
            Section.Columns(words, $"Severity", $"#Share counted", $"#The plan accepts such a lot", $"#Accepted one time in ten (process)", $"#Limiting quality of this lot alone"),
            readings.Select(reading => new Row(
            [
                words.Say(reading.Severity),
                Figures.Share(reading.Protection!.Observed),
                Figures.Share(reading.Protection.AcceptsObserved),
                Figures.Share(reading.Protection.AcceptedOneInTen),
                words.Say($"{Phrases.Items(reading.Protection.LimitingItems)} ({Figures.Share(reading.Protection.LimitingQuality)})"),
            ])),
            IsKept: true);
        var curves = readings.Select(reading => new OcCurve(
            words.Short($"{new Word(reading.Severity)}, {Phrases.Limit(reading.AqlPercent)}"), judged.Lot.Size, reading.SampleSize!.Value, reading.AcceptanceNumber!.Value, null, reading.Protection!.Observed));
        yield return new Figure(
            OcChart.Of([.. curves], words),
            words.Say($"{new Styled($"Figure {number}, OC curve.", Setting.Strong)} A lot with {Figures.Share(readings[0].Protection!.LimitingQuality)} of {new Word(readings[0].Severity)} defective items would still be accepted one time in ten. Exact (hypergeometric for this lot; binomial for the process). Limiting quality: the fewest defective items of this lot that the plan accepts one time in ten at most, as ISO 2859-2 defines it for an isolated lot. That a plan rejects a lot does not show that the lot is worse than its AQL, and that it accepts one does not show the contrary."));
    }

    private static Row Row(PlanReading reading, bool isPlanShown, Words words)
    {
        var why = words.Say(reading.Reason);
        return new Row(
        [
            words.Say(reading.Severity),
            words.Say(Phrases.Limit(reading.AqlPercent)),
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
