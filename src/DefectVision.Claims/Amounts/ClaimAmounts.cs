using System.Globalization;
using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Judging;
using DefectVision.Statistics;
using DefectVision.Statistics.Amounts;
using DefectVision.Statistics.Intervals;

namespace DefectVision.Claims.Amounts;

/// <summary>Every amount of a claim, from the one bound of each lot. Class G, one-sided; statistics by <see cref="AgreedAmounts"/>.</summary>
/// <param name="Currency">As agreed; null when not said.</param>
/// <param name="Lines">By lot, then kind.</param>
/// <param name="Totals">One per way to be paid.</param>
/// <param name="Contingency">Null unless each reviewed lot has a size and a price.</param>
public sealed record ClaimAmounts(string? Currency, IReadOnlyList<AmountLine> Lines, IReadOnlyList<AmountTotal> Totals, Contingency? Contingency)
{
    private static readonly AmountKind[] Ways = [AmountKind.ConfirmedItems, AmountKind.Refund, AmountKind.Rework, AmountKind.Sorting];

    public static ClaimAmounts Of(InspectionRecord record)
    {
        var currency = record.Agreement.Currency;
        var lines = record.Lots.Where(lot => lot.Claim?.Review is not null).SelectMany(lot => new LotAmounts(record, lot).Lines()).ToList();
        var beside = lines.Where(line => !Ways.Contains(line.Kind)).ToList();
        return new ClaimAmounts(currency, lines, [.. Ways.Select(Total)], Range(record));

        AmountTotal Total(AmountKind way)
        {
            var own = lines.Where(line => line.Kind == way).ToList();
            decimal? sum = own.Any(line => line.Amount is not null) ? own.Concat(beside).Sum(line => line.Amount ?? 0) : null;
            return new AmountTotal(way, sum, Print(sum, currency), own.Count > 0 && own.Concat(beside).All(line => line.Amount is not null));
        }
    }

    internal static string Print(decimal? amount, string? currency) => amount is null ? string.Empty
        : amount.Value.ToString("F" + Currencies.Decimals(currency).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static Contingency? Range(InspectionRecord record)
    {
        var terms = new AgreedTerms(record.Agreement);
        var (low, high, lots) = (0m, 0m, 0);
        foreach (var judged in record.Lots.Where(lot => lot.Claim is { Review: not null, AtLeast: not null }))
        {
            var found = judged.Claim!.AtLeast!;
            if (found.Items is null || judged.Lot.Size is not { } size || terms.UnitPriceOf(judged.Lot.Name) is not { } price)
                return null;
            var level = new ConfidenceLevel(found.Confidence);
            var agreed = new AgreedAmounts(price, 0, 0, 0, Currencies.Decimals(record.Agreement.Currency));
            var most = Math.Min(found.Found.Total, Math.Max(found.Found.Count, judged.Tally.BySeverity.Values.Sum(count => count.AtMost)));
            low += agreed.PriceAtLeast(Hypergeometric.Bound(found.Found.Count, found.Found.Total, size, level, Side.TwoSided));
            high += agreed.PriceAtMost(Hypergeometric.Bound(most, found.Found.Total, size, level, Side.TwoSided));
            lots++;
        }

        return lots == 0 ? null : new Contingency(low, high, Print(low, record.Agreement.Currency), Print(high, record.Agreement.Currency));
    }
}
