using System.Globalization;
using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Claiming;
using DefectVision.Inspection.Judging;

namespace DefectVision.Claims.Amounts;

/// <summary>The lines of one lot of which there is evidence. How many items are claimed is the record's word; nothing is counted here.</summary>
internal sealed class LotAmounts(InspectionRecord record, LotJudgement judged)
{
    private readonly Agreement _agreement = record.Agreement;
    private readonly string _lot = judged.Lot.Name;
    private readonly decimal? _price = record.Terms.UnitPriceOf(judged.Lot.Name);

    public IEnumerable<AmountLine> Lines() => [.. judged.Verdict == Verdict.Accept ? OfAccepted() : OfOthers(), .. Late()];

    private IEnumerable<AmountLine> OfAccepted() =>
        _agreement.Contract.ClaimsSingleItems && judged.Nonconforming.Count > 0 ? [SingleItems()] : [];

    private IEnumerable<AmountLine> OfOthers()
    {
        // A bound of a sample that does not speak for the lot is no ground for an amount.
        var claimed = judged.Claim is { AtLeast.Class: 'G', Claimed: { } known } ? known : null;
        string[] lacking = claimed is null ? [AmountLine.GuaranteedBound] : [];
        var costs = _agreement.Costs;
        char? letter = claimed is null ? null : 'G';
        var items = claimed is null ? string.Empty : Items(claimed);
        yield return SingleItems();
        yield return Line(
            AmountKind.Refund, letter, [("unit_price", _price)],
            price => ($"{items} x {price[0]}", judged.Claim!.Amount!.AtLeast), lacking);
        yield return Line(
            AmountKind.Rework, letter, [("costs.rework_per_item", costs.ReworkPerItem)],
            rework => ($"{items} x {rework[0]}", rework[0] * claimed!.Count), lacking);
        yield return Line(
            AmountKind.Sorting, letter, [("costs.sorting_per_item", costs.SortingPerItem)],
            sorting => claimed!.Count >= 1 ? Sorting(judged.Lot.Size!.Value, sorting[0], costs.SortingFixed ?? 0) : Sorting(0, sorting[0], 0), lacking);
        if (costs.ReinspectionFee is { } fee && judged is { Verdict: Verdict.Reject, IsRejectedByFlags: false })
        {
            yield return Line(AmountKind.Reinspection, null, [("costs.reinspection_fee", fee)], of => ($"1 x {of[0]}", of[0]));
        }

        long? all = record.Lots.All(lot => lot.Lot.Size is not null) ? record.Lots.Sum(lot => lot.Lot.Size) : null;
        yield return Line(
            AmountKind.Freight, letter, [("costs.freight", costs.Freight), ("size of every lot", all)],
            freight => ($"{freight[0]} x {items} / {freight[1]}", freight[0] * claimed!.Count / freight[1]), lacking);
        if (costs.Freight is { } whole)
        {
            var shown = judged.Nonconforming.Count;
            yield return Line(
                AmountKind.ConfirmedFreight, null, [("costs.freight", whole), ("size of every lot", all)],
                freight => ($"{freight[0]} x {shown} / {freight[1]}", freight[0] * shown / freight[1]));
        }
    }

    private AmountLine SingleItems()
    {
        var shown = judged.Nonconforming.Count;
        return Line(AmountKind.ConfirmedItems, null, [("unit_price", _price)], price => ($"{shown} x {price[0]}", price[0] * shown));
    }

    // "39", "(39 - 2 tolerated)"; "39 (> 2 tolerated)" where the contract calls it a threshold; "0 (1 <= 2 tolerated)" where it is not exceeded.
    private string Items(ClaimedItems claimed) => FormattableString.Invariant(claimed switch
    {
        { Tolerated: 0 } => $"{claimed.Count}",
        { Count: 0 } => $"0 ({claimed.AtLeast} <= {claimed.Tolerated} {{tolerated}})",
        _ when _agreement.Contract.ToleranceKind == ToleranceKind.Threshold => $"{claimed.Count} (> {claimed.Tolerated} {{tolerated}})",
        _ => $"({claimed.AtLeast} - {claimed.Tolerated} {{tolerated}})",
    });

    private static (FormattableString Basis, decimal Amount) Sorting(long items, decimal each, decimal once) =>
        ($"{items} x {each} + {once}", (items * each) + once);

    private IEnumerable<AmountLine> Late()
    {
        var contract = _agreement.Contract;
        if (contract.LatePercentPerWeek is not { } perWeek || record.Terms.AgreedOf(_lot) is not { DueDate: { } due, ShipmentDate: { } shipped } || shipped <= due)
            return [];
        var isBegun = contract.LateWeeks == LateWeeks.Begun;
        var weeks = (shipped.DayNumber - due.DayNumber + (isBegun ? 6 : 0)) / 7;
        var percent = Math.Min(perWeek * weeks, contract.LateCapPercent ?? 100);
        var key = $"{(weeks == 1 ? "week" : "weeks")}_{(isBegun ? "begun" : "completed")}";
        var counted = $"{{{key}}}{(percent < perWeek * weeks ? ", {capped}" : string.Empty)}";
        return [Line(
            AmountKind.LateDelivery, null, [("unit_price", _price), ("size", judged.Lot.Size)],
            of => ($"{of[1]} x {of[0]} x {percent} %{{open}}{weeks} {counted}{{close}}", of[0] * of[1] * percent / 100))];
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
}
