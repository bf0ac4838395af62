using System.Globalization;
using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Judging;
using DefectVision.Statistics;
using DefectVision.Statistics.Amounts;

namespace DefectVision.Claims.Amounts;

/// <summary>The lines of one reviewed lot.</summary>
internal sealed class LotAmounts(InspectionRecord record, LotJudgement judged)
{
    private readonly Agreement _agreement = record.Agreement;
    private readonly string _lot = judged.Lot.Name;
    private readonly decimal? _price = new AgreedTerms(record.Agreement).UnitPriceOf(judged.Lot.Name);

    public IEnumerable<AmountLine> Lines()
    {
        var confirmed = judged.Claim!.Confirmed.Count;
        var costs = _agreement.Costs;
        yield return Line(AmountKind.ConfirmedItems, null, [("unit_price", _price)], price => ($"{confirmed} x {price[0]}", price[0] * confirmed));
        var bound = Guaranteed();
        string[] lacking = bound is null ? ["guaranteed bound"] : [];
        var least = bound?.Lower ?? 0;
        yield return Line(AmountKind.Refund, 'G', [("unit_price", _price)], price => ($"{least} x {price[0]}", Agreed(price: price[0]).PriceAtLeast(bound!)), lacking);
        yield return Line(AmountKind.Rework, 'G', [("costs.rework_per_item", costs.ReworkPerItem)], rework => ($"{least} x {rework[0]}", Agreed(rework: rework[0]).ReworkAtLeast(bound!)), lacking);
        yield return Line(
            AmountKind.Sorting, 'G', [("costs.sorting_per_item", costs.SortingPerItem)],
            sorting => ($"{(least >= 1 ? bound!.LotSize : 0)} x {sorting[0]} + {(least >= 1 ? costs.SortingFixed ?? 0 : 0)}", least >= 1 ? Agreed(sorting: sorting[0], once: costs.SortingFixed ?? 0).TotalAtLeast(bound!) : 0), lacking);
        long? all = record.Lots.All(lot => lot.Lot.Size is not null) ? record.Lots.Sum(lot => lot.Lot.Size) : null;
        yield return Line(AmountKind.Freight, 'G', [("costs.freight", costs.Freight), ("size of every lot", all)], freight => ($"{freight[0]} x {least} / {freight[1]}", freight[0] * least / freight[1]), lacking);
        if (Late() is { } late)
        {
            yield return late;
        }
    }

    // A bound of a sample that does not speak for the lot is no ground for an amount.
    private CountInterval? Guaranteed() => judged.Claim!.AtLeast is { Class: 'G', Items: { } items } && judged.Lot.Size is { } size
        ? new CountInterval(items, size, size, BoundStatus.Ok, Guarantee.Guaranteed, judged.Claim.AtLeast.Method, string.Empty)
        : null;

    private AmountLine? Late()
    {
        var contract = _agreement.Contract;
        if (contract.LatePercentPerWeek is not { } perWeek || new AgreedTerms(_agreement).AgreedOf(_lot) is not { DueDate: { } due, ShipmentDate: { } shipped } || shipped <= due)
            return null;
        var weeks = (shipped.DayNumber - due.DayNumber + 6) / 7;
        var percent = Math.Min(perWeek * weeks, contract.LateCapPercent ?? 100);
        return Line(AmountKind.LateDelivery, null, [("unit_price", _price), ("size", judged.Lot.Size)], of => ($"{of[1]} x {of[0]} x {percent} %", of[0] * of[1] * percent / 100));
    }

    private AmountLine Line(AmountKind kind, char? letter, (string Name, decimal? Value)[] needed, Func<decimal[], (FormattableString Basis, decimal Amount)> sum, string[]? lacking = null)
    {
        string[] missing = [.. lacking ?? [], .. needed.Where(one => one.Value is null).Select(one => one.Name)];
        if (missing.Length > 0)
            return new AmountLine(_lot, kind, null, string.Empty, string.Empty, missing, letter);
        var (basis, amount) = sum([.. needed.Select(one => one.Value!.Value)]);
        amount = decimal.Round(amount, Currencies.Decimals(_agreement.Currency), MidpointRounding.ToZero);
        return new AmountLine(_lot, kind, amount, ClaimAmounts.Print(amount, _agreement.Currency), basis.ToString(CultureInfo.InvariantCulture), [], letter);
    }

    private AgreedAmounts Agreed(decimal price = 0, decimal rework = 0, decimal sorting = 0, decimal once = 0) =>
        new(price, rework, sorting, once, Currencies.Decimals(_agreement.Currency));
}
