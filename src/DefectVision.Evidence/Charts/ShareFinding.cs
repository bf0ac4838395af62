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
        FormattableString bar = $"Bars: bounds for the lot, {Figures.Level(known[0].Share.Bounds.Confidence)} each, for a random draw.";
        return limits.Max(limit => limit.Limit.AqlPercent) is { } aql
            ? $"{AgainstLimit(record, known, aql)} {bar}"
            : (FormattableString)$"{Greatest(record, known)} {bar}";
    }

    private static FormattableString AgainstLimit(InspectionRecord record, List<(LotJudgement Lot, ChartedShare Share)> known, decimal aql)
    {
        var above = known.Where(one => (decimal)one.Share.Bounds.LowerRate * 100 > aql).ToList();
        if (above.Count == 0)
        {
            return known.All(one => (decimal)one.Share.Bounds.UpperRate * 100 <= aql)
                ? (FormattableString)$"In every lot even the upper bound lies within the largest AQL ({Figures.Aql(aql)})."
                : $"In no lot does the lower bound lie above the largest AQL ({Figures.Aql(aql)}). {Greatest(record, known)}";
        }

        var worst = above.MaxBy(one => one.Share.Bounds.LowerRate);
        var name = Piece.Name(LotNames.Short(record, worst.Lot.Lot.Name));
        return above.Count == 1
            ? (FormattableString)$"In {name} even the lower bound lies above the largest AQL ({Figures.Aql(aql)}): at least {Figures.Lower(worst.Share.Bounds.LowerRate)} {What(worst.Share)}."
            : $"In {Figures.Count(above.Count)} of {Figures.Count(known.Count)} lots even the lower bound lies above the largest AQL ({Figures.Aql(aql)}): most in {name}, at least {Figures.Lower(worst.Share.Bounds.LowerRate)} {What(worst.Share)}.";
    }

    private static FormattableString What(ChartedShare share) => share.IsShown ? $"of the lot's items are defective" : (FormattableString)$"of the lot's items would be flagged by the model";

    private static FormattableString Greatest(InspectionRecord record, List<(LotJudgement Lot, ChartedShare Share)> known)
    {
        var (lot, share) = known.MaxBy(one => (double)one.Share.Count / one.Lot.Tally.Items);
        return share.Count == 0
            ? (FormattableString)$"No item counts as defective or flagged."
            : $"The largest share was counted in {Piece.Name(LotNames.Short(record, lot.Lot.Name))}: {Figures.Count(share.Count)} of {Phrases.Items(lot.Tally.Items)}.";
    }
}
