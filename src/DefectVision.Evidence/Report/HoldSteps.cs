using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;
using DefectVision.Inspection.Judging;
using DefectVision.Statistics.Calibration;

namespace DefectVision.Evidence.Report;

/// <summary>What a person can do about what is not decided: look, decide, measure, settle, photograph.</summary>
internal static class HoldSteps
{
    private const int MostUnlike = 3;

    public static IEnumerable<FormattableString> Of(InspectionRecord record)
    {
        if (LotNames.Of(record, IsUnread) is { } waiting)
        {
            yield return $"Have a person look at the flagged items: {Figures.Count(record.Lots.Where(IsUnread).Sum(lot => lot.Lot.Items.Count(item => item.IsAwaiting)))} in {waiting}.";
        }

        if (LotNames.Of(record, lot => lot is { Verdict: Verdict.Hold, Tally.Review.Disputed: > 0 }) is { } disputed)
        {
            yield return $"Have a further reader decide the disputed items: {disputed}.";
        }

        if (LotNames.Of(record, lot => lot.Section(SectionKind.Workmanship).Answer == SectionAnswer.NotInspected && lot.Tally.Photographed > 0) is { } unread)
        {
            yield return Unlike(record) is { } first ? $"Nobody has looked at {unread}: have persons look at the items, first at {first} (to-confirm.csv has the order)."
                : record.Model is null ? (FormattableString)$"Nobody has looked at {unread}: have persons look at the items, or train a model on these goods, name it and inspect again."
                : $"Nobody has looked at {unread}: have persons look at the items.";
        }

        if (LotNames.Of(record, lot => lot.Verdict == Verdict.Hold && lot.Sections.Any(section => section.Readings.Any(reading => reading.Answer == PlanAnswer.BetweenNumbers))) is { } between)
        {
            yield return $"Agree with the supplier what follows between Ac and Re of the contract's own plan: {between}.";
        }

        foreach (var kind in new[] { SectionKind.Measurements, SectionKind.Tests })
        {
            if (LotNames.Of(record, lot => lot.Section(kind).IsOpen) is { } open)
            {
                yield return $"Complete the {new Word(kind)}: {open}.";
            }
        }

        if (LotNames.Of(record, lot => lot.Section(SectionKind.ThirdParty).Answer == SectionAnswer.Pending) is { } differing)
        {
            yield return $"Settle the differences from the third party's report: {differing}.";
        }

        var referred = record.Lots.SelectMany(lot => lot.Lot.Items).Where(item => item.Review is null).Sum(item => item.Photos.Count(photo => photo.Finding?.Triage == Triage.Refer));
        if (referred > 0)
        {
            yield return $"Have a person look at the photos that the model cannot decide: {Figures.Count(referred)}.";
        }

        if (record.Lots.Any(lot => lot is { HasEvidence: true, Verdict: Verdict.Reject, Sample.SpeaksForLot: false }))
        {
            yield return $"For a number for the whole lot, show how the items were chosen ({Section.Lots.Reference}).";
        }

        if (LotNames.Of(record, lot => lot.Verdict == Verdict.Hold) is { } held)
        {
            yield return $"Clear what holds {held} ({Section.Lots.Reference}).";
        }

        var drawn = record.Lots.Where(lot => IsShort(lot) && lot.Lot.Draw?.Missing.Count > 0).Select(lot => (FormattableString)$"{Piece.Name(LotNames.Short(record, lot.Lot.Name))} ({Names.Some(lot.Lot.Draw!.Missing)})").ToList();
        if (drawn.Count > 0)
        {
            yield return $"Photograph the items that were drawn and are missing: {LotNames.Some(drawn)}.";
        }

        var unseen = Counted(record, lot => IsShort(lot) ? lot.Lot.Items.Count(item => item.LacksViews) : 0);
        if (unseen.Count > 0)
        {
            yield return $"Photograph the views that were agreed and are missing: {LotNames.Some(unseen)}.";
        }

        var missing = Counted(record, Missing);
        if (missing.Count > 0)
        {
            yield return $"Photograph more items, drawn at random, to reach what the plan asks for: {LotNames.Some(missing)}.";
        }
    }

    // The first items of each lot that nobody has looked at.
    private static FormattableString? Unlike(InspectionRecord record)
    {
        var lots = record.Lots
            .Where(lot => lot.Section(SectionKind.Workmanship).Answer == SectionAnswer.NotInspected)
            .Select(lot => (lot.Lot.Name, Items: Exhibited.LookFirst(lot)))
            .Where(lot => lot.Items.Count > 0)
            .Select(lot => (FormattableString)$"{Piece.Name(LotNames.Short(record, lot.Name))} ({Names.Some([.. lot.Items.Take(MostUnlike).Select(item => item.Name)])})")
            .ToList();
        return lots.Count == 0 ? null : LotNames.Some(lots);
    }

    // The lots that have any, each with its number of items.
    private static List<FormattableString> Counted(InspectionRecord record, Func<LotJudgement, long> items) =>
        [.. record.Lots.Where(lot => items(lot) > 0).Select(lot => (FormattableString)$"{Piece.Name(LotNames.Short(record, lot.Lot.Name))} ({Phrases.Items(items(lot))})")];

    // Of a lot that is rejected already, each flag that a person confirms raises what the lot holds at least.
    private static bool IsUnread(LotJudgement lot) => lot.Verdict != Verdict.Accept && !lot.IsRejectedByFlags && lot.Lot.Items.Any(item => item.IsAwaiting);

    private static bool IsShort(LotJudgement lot) => lot.Section(SectionKind.QuantityAndPhotos).IsOpen;

    // Beside the drawn items, which are named.
    private static long Missing(LotJudgement lot) => IsShort(lot)
        ? Math.Max(0, lot.Section(SectionKind.QuantityAndPhotos).Missing - (lot.Lot.Draw?.Missing.Count ?? 0))
        : 0;
}
