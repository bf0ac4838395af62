using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection.Judging;

namespace DefectVision.Evidence.Charts;

/// <summary>What the chart of shares shows, in a sentence.</summary>
internal static class ShareFinding
{
    public static FormattableString Of(IReadOnlyList<LotJudgement> lots, IReadOnlyList<LimitTerm> limits)
    {
        var known = lots.Where(lot => lot.FlaggedShare is not null && lot.Tally.Items > 0).ToList();
        if (known.Count == 0)
        {
            return $"No photo was scored in any lot, so there is no share of flagged items to show.";
        }

        var aql = limits.Max(limit => limit.AqlPercent);
        return $"{(aql is { } percent ? AgainstLimit(known, percent) : Greatest(known))} All severities together; {(lots.Any(lot => lot.Tally.Review is not null) ? $"flagged by the model, whether persons confirmed it or not" : Phrases.Status)}.";
    }

    private static FormattableString AgainstLimit(List<LotJudgement> lots, decimal aql)
    {
        var above = lots.Where(lot => (decimal)(lot.FlaggedShare?.LowerRate ?? 0) * 100 > aql).ToList();
        var limit = (FormattableString)$"the largest AQL ({Figures.Aql(aql)})";
        if (above.Count == 0)
        {
            return lots.All(lot => (decimal)(lot.FlaggedShare?.UpperRate ?? 1) * 100 <= aql)
                ? (FormattableString)$"In every lot even the upper bound of the flagged share lies within {limit}."
                : $"In no lot does the lower bound of the flagged share lie above {limit}. {Greatest(lots)}";
        }

        var worst = above.MaxBy(lot => lot.FlaggedShare?.LowerRate) ?? above[0];
        return $"In {above.Count} of {lots.Count} lots even the lower bound of the flagged share lies above {limit}: at least {Figures.Lower(worst.FlaggedShare?.LowerRate ?? 0)} in {Piece.Name(worst.Lot.Name)}.";
    }

    private static FormattableString Greatest(List<LotJudgement> lots)
    {
        var worst = lots.MaxBy(Share) ?? lots[0];
        return worst.Tally.Flagged == 0
            ? (FormattableString)$"No item is flagged."
            : $"The largest share was counted in {Piece.Name(worst.Lot.Name)}: {Figures.Count(worst.Tally.Flagged)} of {Phrases.Items(worst.Tally.Items)} ({Figures.Share(Share(worst))}).";
    }

    private static double Share(LotJudgement lot) => (double)lot.Tally.Flagged / lot.Tally.Items;
}
