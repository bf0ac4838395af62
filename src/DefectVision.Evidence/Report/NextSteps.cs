using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Judging;
using DefectVision.Statistics.Calibration;

namespace DefectVision.Evidence.Report;

/// <summary>What the buyer does now. Nothing is decided anew: each step follows from the record.</summary>
internal static class NextSteps
{
    private const int MostLots = 5;

    public static IEnumerable<Block> Of(InspectionRecord record, Words words) =>
        [Section.Part(words, $"What to do next"), Section.Sentences(words, Steps(record), isNumbered: true)];

    private static IEnumerable<FormattableString> Steps(InspectionRecord record)
    {
        foreach (var group in Deadlines(record))
        {
            yield return $"Inspect and complain by {Figures.Day(group.Key)}: {Some([.. group.Select(lot => (FormattableString)$"{Piece.Name(lot)}")])} (inspection period of the contract: {record.Agreement.Contract.InspectionDays} calendar days). Silence may count as acceptance.";
        }

        if (record.Agreement.Contract.NoticeHours is { } hours && record.Verdict != Verdict.Accept)
        {
            yield return $"First notice to the supplier within {hours} hours of the finding, by the contract.";
        }

        var waiting = record.Lots.Sum(lot => lot.Tally.Review?.Awaiting ?? lot.Tally.Flagged);
        if (Named(record, Verdict.Reject) is { } rejected)
        {
            yield return record.Confirmed is not null
                ? (FormattableString)$"Do not release {rejected} on these photos. What may be said against the supplier stands in section 4, each statement with its class."
                : $"Do not release {rejected} on these photos. Have a person look at each flagged item (section 4): a claim rests on confirmed items, and none is confirmed yet.";
        }

        if (record.Confirmed is not null && waiting > 0)
        {
            yield return $"Have a person look at the items that are flagged and still waiting ({Figures.Count(waiting)}): every confirmation can only strengthen a claim.";
        }

        var referred = record.Files.Count(file => file.Finding?.Triage == Triage.Refer);
        if (record.Model.ReviewBand is not null && referred > 0)
        {
            yield return $"Photos in the model's review band: {Figures.Count(referred)} (section 8; \"triage\": \"refer\" in results.jsonl). There the model promises nothing, and a person should look.";
        }

        if (record.Lots.Any(lot => lot.Claim is { Sample.SpeaksForLot: false, Review.Confirmed: > 0 }))
        {
            yield return $"For a guaranteed bound, give what section 4 names as needed: how the items were chosen.";
        }

        if (Named(record, Verdict.Hold) is { } held)
        {
            yield return $"Clear what holds {held}: the reasons stand in the table of lots and in section 4.";
        }

        var missing = record.Lots.Where(lot => Missing(lot) > 0).Select(lot => (FormattableString)$"{Piece.Name(lot.Lot.Name)} ({Phrases.Items(Missing(lot))})").ToList();
        if (missing.Count > 0)
        {
            yield return $"Photograph more items, drawn at random, to reach what the plan asks for: {Some(missing)}.";
        }

        if (Named(record, Verdict.Accept) is { } accepted)
        {
            FormattableString released = record.Confirmed is null
                ? (FormattableString)$"By the model's flags, nothing stands against {accepted} within the limits applied; release remains the buyer's decision."
                : $"Nothing stands against {accepted} within the limits applied; release remains the buyer's decision.";
            yield return record.Lots.Any(lot => lot is { Verdict: Verdict.Accept, Tally: { Flagged: > 0, Review: null } }) ? $"{released} Single flagged items can still be looked at and sorted out." : released;
        }

        var unread = Unread(record);
        if (unread > 0 || record.MissingPhotos.Count > 0)
        {
            yield return $"Ask for replacements of photos that could not be read or are missing: {Figures.Count(unread + record.MissingPhotos.Count)} (listed in section 3).";
        }

        if (Deadlines(record).Sum(group => group.Count()) < record.Lots.Count)
        {
            yield return $"Check the contract's periods for inspection and complaint today: for lots that are not named under a date above no deadline follows from what was given, and silence may count as acceptance.";
        }
    }

    private static List<IGrouping<DateOnly, string>> Deadlines(InspectionRecord record)
    {
        var terms = new AgreedTerms(record.Agreement);
        return
        [
            .. record.Lots
                .Select(lot => (lot.Lot.Name, Period: InspectionPeriod.Of(record.Agreement.Contract, terms.AgreedOf(lot.Lot.Name))))
                .Where(lot => lot.Period is not null)
                .GroupBy(lot => lot.Period!.LastDay, lot => lot.Name)
                .OrderBy(group => group.Key),
        ];
    }

    private static FormattableString? Named(InspectionRecord record, Verdict verdict)
    {
        var names = record.Lots.Where(lot => lot.Verdict == verdict).Select(lot => (FormattableString)$"{Piece.Name(lot.Lot.Name)}").ToList();
        return names.Count switch
        {
            0 => null,
            1 => $"lot {names[0]}",
            _ => $"lots {Some(names)}",
        };
    }

    private static FormattableString Some(List<FormattableString> names) => names.Count <= MostLots
        ? (FormattableString)$"{Listed.Semicolons(names)}"
        : $"{Listed.Semicolons(names.Take(MostLots))} and {Figures.Count(names.Count - MostLots)} more";

    private static long Missing(LotJudgement lot) => lot.Readings
        .Where(reading => reading.Answer == PlanAnswer.TooFewItems)
        .Select(reading => (reading.SampleSize ?? 0) - lot.Tally.Items)
        .DefaultIfEmpty(0)
        .Max();

    private static int Unread(InspectionRecord record) =>
        record.Accounting[PhotoOutcome.Unreadable]
        + record.Accounting[PhotoOutcome.Truncated]
        + record.Accounting[PhotoOutcome.UnsupportedFormat]
        + record.Accounting[PhotoOutcome.TooLarge];
}
