using DefectVision.Inspection.Reviewing;
using DefectVision.Statistics;

namespace DefectVision.Inspection.Judging;

/// <summary>From the items of a lot to a verdict with reasons: by model flags until a person looked at the lot, by confirmed items then.</summary>
public static class LotJudge
{
    /// <param name="lot">Its size may be wrong: fewer than the items photographed.</param>
    /// <param name="terms">As agreed, defaults filled in.</param>
    public static LotJudgement Judge(Lot lot, AgreedTerms terms)
    {
        var tally = Count(lot);
        var remarks = Remarks(lot, tally);
        if (tally.Items == 0)
        {
            return new LotJudgement(lot, tally, null, [], Verdict.Hold, [$"no item of this lot was photographed"], remarks) { Sample = terms.Sample(lot) };
        }

        // A lot that holds more items than it has cannot be reasoned about at its size.
        var tooSmall = lot.Size < tally.Items;
        var judged = tooSmall ? lot with { Size = null } : lot;
        var reader = new PlanReader(judged, tally, terms);
        var readings = reader.Read();
        var (verdict, reasons) = Conclude(readings, reader, tally);
        if (tooSmall)
        {
            verdict = Verdict.Hold;
            reasons.Insert(0, $"found {tally.Items} items in a lot whose agreed size is {lot.Size}: one of the two is wrong");
        }

        var sample = terms.Sample(lot);
        return new LotJudgement(lot, tally, FlaggedShares.Both(tally, judged.Size, sample.SpeaksForLot, ConfidenceLevel.P95), readings, verdict, reasons, remarks) { Sample = sample };
    }

    private static (Verdict Verdict, List<FormattableString> Reasons) Conclude(IReadOnlyList<PlanReading> readings, PlanReader reader, LotTally tally)
    {
        if (readings.Any(reading => reading.Answer == PlanAnswer.TooFewItems))
        {
            var missing = reader.ItemsWanted!.Value - tally.Items;
            return (Verdict.Hold, [
                missing == 1
                    ? (FormattableString)$"1 item is missing: {tally.Items} photographed, the plan asks for {reader.ItemsWanted}"
                    : $"{missing} items are missing: {tally.Items} photographed, the plan asks for {reader.ItemsWanted}",
                .. readings.Where(reading => reading.Count.AtMost > 0).Select(reading => reading.Reason),
            ]);
        }

        var concluded = readings.Select(reading => (Reading: reading, Conclusion: Conclude(reading, reader))).ToList();
        var verdict = concluded.Any(one => one.Conclusion.Verdict == Verdict.Reject) ? Verdict.Reject
            : concluded.Any(one => one.Conclusion.Verdict == Verdict.Hold) ? Verdict.Hold
            : Verdict.Accept;

        // What decided comes first; where all agree, a counted limit tells more than the absence of what is not allowed.
        return (verdict, [
            .. concluded
                .OrderBy(one => one.Conclusion.Verdict == verdict ? 0 : 1)
                .ThenBy(one => one.Reading.Count.AtLeast == 0 && !reader.IsAllowed(one.Reading.Severity) ? 1 : 0)
                .Select(one => one.Conclusion.Reason),
        ]);
    }

    private static (Verdict Verdict, FormattableString Reason) Conclude(PlanReading reading, PlanReader reader)
    {
        switch (reading.Answer)
        {
            case PlanAnswer.Accepts:
                return (Verdict.Accept, reading.Reason);
            case PlanAnswer.Rejects:
                return (Verdict.Reject, reading.Reason);
            case PlanAnswer.Undecided:
                return (Verdict.Hold, reading.Reason);
            default:
                if (reader.IsAllowed(reading.Severity))
                {
                    return reader.ReadBounds(reading.Severity);
                }

                return reading.Count switch
                {
                    { AtLeast: > 0 } => (Verdict.Reject, $"{reading.Reason}; none is allowed"),
                    { AtMost: > 0 } => (Verdict.Hold, $"{reading.Reason}; none is allowed, and undecided items may be of this severity"),
                    _ => (Verdict.Accept, $"no {AgreedTerms.Word(reading.Severity)} among the items photographed; none is allowed"),
                };
        }
    }

    private static LotTally Count(Lot lot)
    {
        var isReviewed = lot.Items.Any(item => item.Review is not null);
        var undecided = lot.Items.Count(item => item.Review is null && item.Standing is (ItemStanding.TooCloseToCall or ItemStanding.Incomplete));
        return new LotTally(
            lot.Items.Count,
            lot.Items.Sum(item => item.Photos.Count),
            lot.Items.Count(item => item.Standing == ItemStanding.Flagged),
            undecided,
            Enum.GetValues<Severity>().ToDictionary(severity => severity, severity => Count(lot, severity, undecided, isReviewed)))
        {
            Review = isReviewed ? Review(lot) : null,
        };
    }

    // Before anybody looked a flag counts; afterwards a confirmation does, and a flag that waits may still become one.
    private static SeverityCount Count(Lot lot, Severity severity, int undecided, bool isReviewed)
    {
        var items = lot.Items.Where(item => item.Severity == severity).ToList();
        if (!isReviewed)
        {
            return new SeverityCount(items.Count, items.Count + undecided);
        }

        var confirmed = items.Count(item => item.IsConfirmed);
        return new SeverityCount(confirmed, confirmed + items.Count(item => item.Review is null || IsDisputed(item)) + undecided);
    }

    private static bool IsDisputed(Item item) => item.Review?.Answer == ReviewAnswer.Disputed;

    private static ReviewTally Review(Lot lot) => new(
        lot.Items.Count(item => item.IsConfirmed),
        lot.Items.Count(item => item.Review?.Answer == ReviewAnswer.Overruled),
        lot.Items.Count(IsDisputed),
        lot.Items.Count(item => item.Review is null && item.Standing == ItemStanding.Flagged),
        lot.Items.Count(item => item.Review is null));

    private static FormattableString NotPhotographed(IReadOnlyList<string> names) => names.Count switch
    {
        0 => $"none not photographed",
        _ => $"{names.Count} not photographed: {Names.Some(names)}",
    };

    private static FormattableString NotDrawn(IReadOnlyList<string> names) => names.Count switch
    {
        0 => $"none photographed and not drawn",
        _ => $"{names.Count} photographed and not drawn (shown, and counted in no statement about the lot): {Names.Some(names)}",
    };

    private static List<FormattableString> Remarks(Lot lot, LotTally tally)
    {
        var remarks = new List<FormattableString>();
        if (lot.ItemSource == ItemSource.EachPhoto && lot.Items.Count > 0)
        {
            remarks.Add($"Nothing tells which photos show the same item: each photo was taken for an item of its own. Several photos of one item make every rate wrong.");
        }

        if (lot.Size is null)
        {
            remarks.Add($"Lot size not given: bounds hold for a lot of any size, and no plan of the standard applies.");
        }

        if (lot.Draw is { } draw)
        {
            remarks.Add($"Held against the draw list: {draw.Drawn} items drawn, {NotPhotographed(draw.Missing)}, {NotDrawn(draw.Extra)}.");
        }

        if (lot.SharedPhotos.Count > 0)
        {
            remarks.Add($"The same photo stands for two items: {Names.Some(lot.SharedPhotos)}. No bound of this lot is called guaranteed.");
        }

        var outside = lot.Items.SelectMany(item => item.Photos).Where(photo => photo.Finding?.OutsideTrainedRange is not null).ToList();
        if (outside.Count > 0)
        {
            remarks.Add($"Photos unlike those the model learned from, so that nobody has measured how it answers there: {outside.Count}, such as {outside[0].Path} ({outside[0].Finding!.OutsideTrainedRange}); results.jsonl names each.");
        }

        if (tally.Undecided > 0)
        {
            var items = tally.Undecided == 1 ? (FormattableString)$"1 item is undecided" : $"{tally.Undecided} items are undecided";
            remarks.Add($"{items} (too close to call, or with a photo that could not be scored): counted as clear in lower bounds and as flagged in upper bounds.");
        }

        return remarks;
    }
}
