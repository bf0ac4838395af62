using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Report;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;
using DefectVision.Inspection.Judging;

namespace DefectVision.Evidence.Charts;

/// <summary>What the chart of shares shows, in sentences.</summary>
internal static class ShareFinding
{
    public static FormattableString Of(InspectionRecord record, IReadOnlyList<LotJudgement> lots, IReadOnlyList<LimitTerm> limits)
    {
        var known = lots.Select(lot => (Lot: lot, Share: ChartedShare.Of(lot))).Where(one => one.Share is not null).Select(one => (one.Lot, Share: one.Share!)).ToList();
        FormattableString each = $"Bars: bounds for the lot, {Figures.Level(known[0].Share.Bounds.Confidence)} each, for a random draw.";
        var bars = LotNames.Of(record, lot => !lot.Sample.SpeaksForLot && known.Exists(one => one.Lot == lot)) is { } unsure
            ? (FormattableString)$"{each} Those of {unsure} are not guaranteed ({Section.Lots.Reference})."
            : each;
        return $"{(limits.Max(limit => limit.Limit.AqlPercent) is { } aql ? AgainstLimit(record, known, aql) : Greatest(record, known))} {bars}";
    }

    // Of a lot whose sample nobody says was drawn at random no bound is told in words, as in the table of page one.
    private static FormattableString AgainstLimit(InspectionRecord record, List<(LotJudgement Lot, ChartedShare Share)> known, decimal aql)
    {
        var told = known.Where(one => one.Lot.Sample is { SpeaksForLot: true } or { Condition: not null }).ToList();
        var above = told.Where(one => (decimal)one.Share.Bounds.LowerRate * 100 > aql).ToList();
        if (above.Count == 0)
        {
            return told.Count < known.Count ? Greatest(record, known)
                : known.All(one => one.Lot.Sample.SpeaksForLot && (decimal)one.Share.Bounds.UpperRate * 100 <= aql)
                ? (FormattableString)$"In every lot even the upper bound lies within the largest AQL ({Figures.Aql(aql)})."
                : $"In no lot does the lower bound lie above the largest AQL ({Figures.Aql(aql)}). {Greatest(record, known)}";
        }

        var worst = above.MaxBy(one => one.Share.Bounds.LowerRate);
        var name = Piece.Name(LotNames.Short(record, worst.Lot.Lot.Name));
        return above.Count == 1
            ? (FormattableString)$"In {name} even the lower bound lies above the largest AQL ({Figures.Aql(aql)}): at least {Figures.Lower(worst.Share.Bounds.LowerRate)} {What(worst)}."
            : $"In {Figures.Count(above.Count)} of {Figures.Count(known.Count)} lots even the lower bound lies above the largest AQL ({Figures.Aql(aql)}): most in {name}, at least {Figures.Lower(worst.Share.Bounds.LowerRate)} {What(worst)}.";
    }

    private static FormattableString What((LotJudgement Lot, ChartedShare Share) worst)
    {
        FormattableString what = worst.Share.IsShown ? $"of the lot's items are defective" : (FormattableString)$"of the lot's items would be flagged by the model";
        return worst.Lot.Sample.Condition is { } condition ? $"{what}, {condition}" : what;
    }

    private static FormattableString Greatest(InspectionRecord record, List<(LotJudgement Lot, ChartedShare Share)> known)
    {
        var (lot, share) = known.MaxBy(one => (double)one.Share.Count / one.Lot.Tally.Items);
        return share.Count == 0
            ? (FormattableString)$"No item counts as defective or flagged."
            : $"The largest share was counted in {Piece.Name(LotNames.Short(record, lot.Lot.Name))}: {Figures.Count(share.Count)} of {Phrases.Items(lot.Tally.Items)}.";
    }
}
