using DefectVision.Inspection.Drawing;
using DefectVision.Statistics;

namespace DefectVision.Inspection.Judging.Sections;

/// <summary>
/// Workmanship: what persons confirmed, read by the sampling plan. A flag that nobody has read rejects nothing by itself: only where the flags
/// exceed the AQL after the model's own false alarms are allowed for.
/// </summary>
internal static class WorkmanshipJudge
{
    private static readonly ConfidenceLevel Confidence = ConfidenceLevel.P95;

    /// <param name="lot">As found, its size as agreed.</param>
    /// <param name="tally">Of its items.</param>
    /// <param name="terms">As agreed, defaults filled in.</param>
    /// <param name="model">Null when none was named.</param>
    public static LotSection Judge(Lot lot, LotTally tally, AgreedTerms terms, ModelUsed? model)
    {
        var section = Read(lot, lot.Items, terms, model);
        if (tally.Review is null && tally.Scored == 0 && section.Answer != SectionAnswer.Fail)
        {
            return section with { Answer = SectionAnswer.NotInspected, Reasons = [NobodyLooked(lot, tally, model)], Items = 0 };
        }

        // Readers who are tied between two severities leave the lot open only where it matters who of them is right.
        if (section.Answer != SectionAnswer.Pending)
        {
            return section;
        }

        LotSection? mildest = null;
        foreach (var settled in SeverityCounter.Settled(lot.Items).Select(items => Read(lot, items, terms, model)))
        {
            if (settled.Answer != SectionAnswer.Fail)
            {
                return section;
            }

            mildest ??= settled;
        }

        return mildest ?? section;
    }

    private static LotSection Read(Lot lot, IReadOnlyList<Item> items, AgreedTerms terms, ModelUsed? model)
    {
        var reader = new PlanReader(lot, lot.Items.Count, Enum.GetValues<Severity>(), severity => lot.Weighed(SeverityCounter.Of(items, severity)), severity => items.Where(item => SeverityCounter.Is(item, severity)), terms, SectionKind.Workmanship);
        var readings = reader.Read().Select(reading => SectionReading.BesideDraw(WithFlags(lot, reading, model, terms.Sample(lot)), Beside(lot, reading.Severity))).ToList();
        return SectionReading.Of(SectionKind.Workmanship, true, readings, lot.Items.Count);
    }

    private static FormattableString NobodyLooked(Lot lot, LotTally tally, ModelUsed? model) => tally switch
    {
        { Photographed: 0 } => $"no photo of this lot could be read, and nobody looked at an item",
        _ when model is null => $"nobody has looked at the items of this lot yet ({tally.Photographed} photographed), and no model was named",
        _ when lot.Strange is not null => $"the model does not know these goods, so that its flags decide nothing, and nobody has looked at the items of this lot yet ({tally.Photographed} photographed)",
        _ when model.OrdersOnly => $"the model learned from too few good photos to flag anything, and nobody has looked at the items of this lot yet ({tally.Photographed} photographed)",
        _ => $"no photo of this lot was scored, and nobody looked at an item",
    };

    // An item beside the draw of which nothing is known is like any other item of the lot that nobody looked at.
    private static SeverityCount Beside(Lot lot, SeverityRange severity) => new(
        lot.NotDrawn.Count(item => SeverityCounter.Is(item, severity)),
        lot.NotDrawn.Count(item => !item.IsUndecided && SeverityCounter.MayBe(item, severity)));

    private static PlanReading WithFlags(Lot lot, PlanReading reading, ModelUsed? model, SampleStanding sample)
    {
        var (flagged, sure) = (reading.Count.Flagged, reading.Count.Flagged - reading.Count.Unsure);
        var isAnswered = lot.AllItems.Any(item => item is { Standing: ItemStanding.Flagged, Review: not null });
        if (reading.Conclusion == SectionAnswer.Fail || flagged == 0 || model is null || isAnswered)
        {
            return reading;
        }

        var waiting = UnsureFlags.Of(lot, reading.Severity, model);

        // The model's false alarms are allowed for item by item; where cartons were drawn, items are no trials of their own.
        var least = model.TellsGoods && lot.Cartons is null ? model.AtLeastDefective(new Tally(sure, lot.Items.Count), lot.MostLooks, Confidence) : null;
        (double Share, FormattableString Words) permitted = reading switch
        {
            { AqlPercent: { } aql } => ((double)(aql / 100), $"more than AQL {aql}"),
            { Limit.IsAllowed: false } => (0, $"and none is allowed"),
            { Protection.AcceptedOneInTen: var tolerated } => (tolerated, $"more than the quality that the agreed plan accepts one time in ten ({PrintedShare.AtLeast(tolerated)} %)"),
            _ => (1, $""),
        };
        if (least is not { Lower.Value: var share } || !(share > permitted.Share))
        {
            return waiting is null || reading.Conclusion != SectionAnswer.Pending ? reading : reading with { Reason = $"{reading.Reason}; {waiting}" };
        }

        var reason = sample.Qualified($"{sure} of {lot.Items.Count} items are flagged as {reading.Severity.InWords} and nobody has read the flags; allowing for the model's false alarms, at least {PrintedShare.AtLeast(share)} % of the lot's items are defective ({100 * Confidence.Value:0} %, if the photos that the model was measured on represent this lot), {permitted.Words}");
        return reading with
        {
            Answer = PlanAnswer.RejectsByFlags,
            Conclusion = SectionAnswer.Fail,
            Reason = waiting is null ? reason : $"{reason}; {waiting}",
        };
    }
}
