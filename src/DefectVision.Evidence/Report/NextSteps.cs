using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Judging;

namespace DefectVision.Evidence.Report;

/// <summary>What the buyer does now. Nothing is decided anew: each step follows from the record.</summary>
internal static class NextSteps
{
    public static IEnumerable<Block> Of(InspectionRecord record, Words words) =>
        [Section.Part(words, $"What to do next"), Section.Sentences(words, Steps(record), isNumbered: true)];

    private static IEnumerable<FormattableString> Steps(InspectionRecord record)
    {
        foreach (var group in Deadlines(record))
        {
            yield return $"Inspect and complain by {Figures.Day(group.Key)}: {LotNames.Some([.. group.Select(lot => (FormattableString)$"{Piece.Name(lot)}")])} (inspection period of the contract: {record.Agreement.Contract.InspectionDays} calendar days). Silence may count as acceptance.";
        }

        if (record.Agreement.Contract.NoticeHours is { } hours && record.Verdict == Verdict.Reject)
        {
            yield return $"First notice to the supplier within {hours} hours of {Found(record)}, by the contract.";
        }

        if (LotNames.Of(record, lot => lot.Verdict == Verdict.Reject && !lot.IsRejectedByFlags) is { } rejected)
        {
            yield return $"Do not release {rejected}. What may be said against the supplier is in section 4, each statement with its class.";
        }

        if (LotNames.Of(record, lot => lot.IsRejectedByFlags) is { } flagged)
        {
            yield return $"Do not release {flagged} on these photos. Have a person look at each flagged item (section 4): a claim rests on confirmed items, and none is confirmed yet.";
        }

        foreach (var step in HoldSteps.Of(record))
        {
            yield return step;
        }

        if (LotNames.Of(record, lot => lot.Verdict == Verdict.Accept) is { } accepted)
        {
            var lots = record.Lots.Where(lot => lot.Verdict == Verdict.Accept).ToList();
            yield return lots.All(lot => lot.Tally.Review is { Unseen: 0 })
                ? (FormattableString)$"Nothing found holds {accepted} back within the limits applied; release remains the buyer's decision."
                : lots.All(lot => lot.Tally.Scored == 0) ? (FormattableString)$"By the items that persons looked at, nothing holds {accepted} back within the limits applied; release remains the buyer's decision."
                : $"By the model's flags, nothing holds {accepted} back within the limits applied; release remains the buyer's decision.";
            if (lots.Any(lot => lot.Nonconforming.Count > 0))
            {
                yield return $"Single items of accepted lots that are shown defective can be sorted out: {Phrases.Items(lots.Sum(lot => lot.Nonconforming.Count))} (section 4).";
            }

            if (lots.Any(lot => lot.Lot.Items.Any(item => item.IsAwaiting)))
            {
                yield return $"Single flagged items of accepted lots can still be looked at and sorted out.";
            }
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

    // What the hours run from.
    private static FormattableString Found(InspectionRecord record) => record.Lots.Select(lot => lot.Failed).OfType<FirstFailure>().MinBy(failed => failed.Moment) is { } first
        ? $"the evidence that first made a lot fail ({Phrases.Moment(first)})"
        : record.Agreement.Visit.Date is { } day ? $"the inspection on {Figures.Day(day)}" : (FormattableString)$"the finding";

    private static List<IGrouping<DateOnly, string>> Deadlines(InspectionRecord record)
    {
        var terms = record.Terms;
        return
        [
            .. record.Lots
                .Select(lot => (lot.Lot.Name, Period: InspectionPeriod.Of(record.Agreement.Contract, terms.AgreedOf(lot.Lot.Name))))
                .Where(lot => lot.Period is not null)
                .GroupBy(lot => lot.Period!.LastDay, lot => lot.Name)
                .OrderBy(group => group.Key),
        ];
    }

    private static int Unread(InspectionRecord record) =>
        record.Accounting[PhotoOutcome.Unreadable]
        + record.Accounting[PhotoOutcome.Truncated]
        + record.Accounting[PhotoOutcome.UnsupportedFormat]
        + record.Accounting[PhotoOutcome.TooLarge];
}
