using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;
using DefectVision.Inspection.Judging;
using DefectVision.Statistics.Calibration;

namespace DefectVision.Evidence.Report;

/// <summary>What the buyer should do now. Nothing here is decided anew: each step follows from the record.</summary>
internal static class NextSteps
{
    public static void Write(Html html, InspectionRecord record)
    {
        html.Element("h3", "What to do next");
        using (html.Open("ol"))
        {
            foreach (var step in Steps(record))
            {
                html.Element("li", step);
            }
        }
    }

    private static IEnumerable<string> Steps(InspectionRecord record)
    {
        var waiting = record.Lots.Sum(lot => lot.Tally.Review?.Awaiting ?? lot.Tally.Flagged);
        if (Named(record, Verdict.Reject) is { } rejected)
        {
            yield return $"Do not release {rejected} on these photos."
                + (record.Confirmed is not null ? " What may be said against the supplier stands in section 4, each statement with its class." : " Have a person look at each flagged item (section 4): a claim rests on confirmed items, and none is confirmed yet.");
        }

        if (record.Confirmed is not null && waiting > 0)
        {
            yield return $"Have a person look at the {Phrases.Items(waiting)} that {(waiting == 1 ? "is" : "are")} flagged and still waiting: every confirmation can only strengthen a claim.";
        }

        var referred = record.Files.Count(file => file.Finding?.Triage == Triage.Refer);
        if (record.Model.ReviewBand is not null && referred > 0)
        {
            yield return $"{Phrases.Capital(Phrases.Photos(referred))} lie{(referred == 1 ? "s" : string.Empty)} in the model's review band (section 6; \"triage\": \"refer\" in results.jsonl): there the model promises nothing, and a person should look.";
        }

        if (record.Lots.Any(lot => lot.Claim is { Sample.SpeaksForLot: false, Review.Confirmed: > 0 }))
        {
            yield return "For a guaranteed bound, give what section 4 names as needed: how the items were chosen.";
        }

        if (Named(record, Verdict.Hold) is { } held)
        {
            yield return $"Clear what holds {held}: the reasons stand in the table of lots and in section 4.";
        }

        var missing = record.Lots.Where(lot => Missing(lot) > 0).Select(lot => $"{Figures.Count(Missing(lot))} of {lot.Lot.Name}").ToList();
        if (missing.Count > 0)
        {
            yield return $"Photograph more items, drawn at random, to reach what the plan asks for: {Listed(missing)}.";
        }

        if (Named(record, Verdict.Accept) is { } accepted)
        {
            yield return $"{Phrases.Capital(Phrases.VerdictBasis(record))}, nothing stands against {accepted} within the limits applied; release remains the buyer's decision."
                + (record.Lots.Any(lot => lot is { Verdict: Verdict.Accept, Tally: { Flagged: > 0, Review: null } }) ? " Its single flagged items can still be looked at and sorted out." : "");
        }

        var unread = Unread(record);
        if (unread > 0 || record.MissingPhotos.Count > 0)
        {
            yield return $"Ask for replacements of {Phrases.Photos(unread + record.MissingPhotos.Count)} that could not be read or are missing (listed in section 3).";
        }

        yield return "Check the contract's periods for inspection and complaint today: no deadline is recorded here, and silence may count as acceptance.";
    }

    private static string? Named(InspectionRecord record, Verdict verdict)
    {
        var names = record.Lots.Where(lot => lot.Verdict == verdict).Select(lot => lot.Lot.Name).ToList();
        return names.Count switch
        {
            0 => null,
            1 => "lot " + names[0],
            _ => "lots " + Listed(names),
        };
    }

    private static string Listed(List<string> names)
    {
        const int most = 5;
        return names.Count <= most
            ? string.Join("; ", names)
            : $"{string.Join("; ", names.Take(most))} and {Figures.Count(names.Count - most)} more";
    }

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
