using DefectVision.Inspection.Judging;

namespace DefectVision.Inspection.Reviewing;

/// <summary>An inspection with a review: judged again by what its record holds. Nothing is scored, and no file is read.</summary>
public static class Reviewed
{
    /// <param name="record">With or without an earlier state of the review.</param>
    /// <param name="log">Null or empty: nobody reviewed.</param>
    /// <returns>As the inspection would have given it with these answers in its list; its date is that of the last line of the log, where that is later.</returns>
    public static InspectionRecord By(InspectionRecord record, ReviewLog? log)
    {
        ArgumentNullException.ThrowIfNull(record);
        var inspected = record.Reviews?.InspectedAsOf ?? record.AsOf;
        var asOf = log?.Last is { } last && WholeSecond.Of(last) is var reviewed && reviewed > inspected ? reviewed : inspected;
        var given = record.Confirmed?.WithoutReviews();
        var confirmed = log is null ? given : log.Joined(given);
        var evidence = record.Given with { Confirmed = confirmed };
        var items = record.Lots.SelectMany(judged => judged.Lot.AllItems.Select(item => (judged.Lot.Name, item.Name))).ToHashSet();
        var lots = new JudgedLots([.. record.Lots.Select(judged => judged.Lot)], record.Files, record.Terms, record.Model, record.Plan, record.Changes);
        return record with
        {
            AsOf = asOf,
            Confirmed = confirmed,
            Reviews = log is null or { Entries.Count: 0 } ? null
                : new ReviewsUsed(log.Sha256, log.Standing.Count, log.Entries.Count(entry => entry.Act == ReviewAct.Undo), log.Protocol, inspected)
                {
                    AlsoInList = log.InBoth(given),
                    NotFound = [.. log.Standing.Select(entry => (entry.Lot, entry.Item)).Distinct().Where(item => !items.Contains(item)).Select(item => $"{item.Lot}: {item.Item}")],
                },
            Lots = lots.By(evidence),
            Notes = [.. WithoutNotes(record), .. AnswerTimes.Notes(confirmed, asOf, record.Files)],
        };
    }

    // Those that spoke of the answers as they were.
    private static IEnumerable<FormattableString> WithoutNotes(InspectionRecord record)
    {
        var spoken = AnswerTimes.Notes(record.Confirmed, record.AsOf, record.Files).Select(FormattableString.Invariant).ToHashSet(StringComparer.Ordinal);
        return record.Notes.Where(note => !spoken.Contains(FormattableString.Invariant(note)));
    }
}
