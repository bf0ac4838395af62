using System.Globalization;
using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;
using DefectVision.Statistics;
using DefectVision.Statistics.Amounts;
using DefectVision.Statistics.Intervals;

namespace DefectVision.Claims.Amounts;

/// <summary>Every amount of a claim, from the one bound of each lot. Class G, one-sided; statistics by <see cref="AgreedAmounts"/>.</summary>
/// <param name="Currency">As agreed; null when not said.</param>
/// <param name="Lines">By lot, then kind. An accepted lot has the penalty for lateness, and single items where the contract says so.</param>
/// <param name="Totals">One per way to be paid.</param>
/// <param name="Contingency">Null unless each lot with evidence that is not accepted has a size and a price, and where cartons were drawn: the range is for items drawn one by one.</param>
public sealed record ClaimAmounts(string? Currency, IReadOnlyList<AmountLine> Lines, IReadOnlyList<AmountTotal> Totals, Contingency? Contingency)
{
    private static readonly AmountKind[] Ways = [AmountKind.ConfirmedItems, AmountKind.Refund, AmountKind.Rework, AmountKind.Sorting];

    public static ClaimAmounts Of(InspectionRecord record)
    {
        var currency = record.Agreement.Currency;
        var lines = record.Lots.Where(lot => lot.HasEvidence).SelectMany(lot => new LotAmounts(record, lot).Lines()).ToList();
        var beside = lines.Where(line => !Ways.Contains(line.Kind)).ToList();
        var totals = Ways.Select(Way).ToList();
        var alone = beside.Where(line => line.Kind is not (AmountKind.Reinspection or AmountKind.ConfirmedFreight)).ToList();
        if (totals.All(total => total.Total is null) && alone.Any(line => line.Amount is not null))
            totals.Add(Total(AmountKind.LateDelivery, alone, []));
        return new ClaimAmounts(currency, lines, totals, Range(record));

        // A lot is inspected again once its items were reworked or the lot was sorted, and not where nothing of that is asked.
        AmountTotal Way(AmountKind way)
        {
            var own = lines.Where(line => line.Kind == way).ToList();
            var others = way == AmountKind.ConfirmedItems ? AmountKind.Freight : AmountKind.ConfirmedFreight;
            return Total(way, own, [.. beside.Where(line => line.Kind != others).Where(line => line.Kind != AmountKind.Reinspection
                || (way is AmountKind.Rework or AmountKind.Sorting && own.Any(mine => mine.Lot == line.Lot && mine.Amount > 0)))]);
        }

        AmountTotal Total(AmountKind way, List<AmountLine> own, List<AmountLine> with)
        {
            decimal? sum = own.Any(line => line.Amount is not null) ? own.Concat(with).Sum(line => line.Amount ?? 0) : null;
            return new AmountTotal(way, sum, Print(sum, currency), own.Count > 0 && own.Concat(with).All(line => line.Amount is not null));
        }
    }

    internal static string Print(decimal? amount, string? currency) => amount is null ? string.Empty
        : amount.Value.ToString("F" + Currencies.Decimals(currency).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static Contingency? Range(InspectionRecord record)
    {
        var (low, high, lots) = (0m, 0m, 0);
        foreach (var judged in record.Lots.Where(lot => lot is { HasEvidence: true, Verdict: not Verdict.Accept, Claim.AtLeast: not null }))
        {
            var found = judged.Claim!.AtLeast!;
            if (judged.Claim.Claimed is not { } claimed || judged.Lot.Cartons is not null || judged.Lot.Size is not { } size
                || record.Terms.UnitPriceOf(judged.Lot.Name) is not { } price)
                return null;
            var level = new ConfidenceLevel(found.Confidence);
            var agreed = new AgreedAmounts(price, 0, 0, 0, Currencies.Decimals(record.Agreement.Currency));
            low += agreed.PriceAtLeast(Bound(found.Found.Count));
            high += agreed.PriceAtMost(Bound(judged.Lot.Items.Count(item => item.IsNonconforming || item.IsOpen)));
            lots++;

            CountInterval Bound(long count)
            {
                var bound = Hypergeometric.Bound(count, found.Found.Total, size, level, Side.TwoSided);
                return bound with { Lower = Claimable(bound.Lower), Upper = Claimable(bound.Upper) };
            }

            long Claimable(long items) => record.Agreement.Contract.Claimable(items, claimed.Tolerated);
        }

        return lots == 0 ? null : new Contingency(low, high, Print(low, record.Agreement.Currency), Print(high, record.Agreement.Currency));
    }
}
