using DefectVision.Inspection;
using DefectVision.Statistics;
using DefectVision.Statistics.Comparison;

namespace DefectVision.History.Scorecards;

/// <summary>A lot and the one that came in its place.</summary>
/// <param name="Before">The lot that was replaced.</param>
/// <param name="BeforeOf">Its shipment.</param>
/// <param name="After">The lot that came in its place.</param>
/// <param name="AfterOf">Its shipment.</param>
/// <param name="Test">Of the rates of their samples; null where nobody looked at one of them.</param>
public sealed record BeforeAfter(LotEntry Before, ShipmentEntry BeforeOf, LotEntry After, ShipmentEntry AfterOf, FisherExact? Test)
{
    /// <summary>The chance of samples this far apart, or further, in this direction, if both lots had the same rate; null where nobody looked at one of them.</summary>
    public Probability? IsBetterByChance => Test?.FirstHigher;

    /// <summary>Every lot that was replaced, as far as its replacement is kept: by the name of the lot, else the one lot of the replacement, against each rejected lot, else each lot.</summary>
    /// <param name="shipments">In which the replaced ones and the replacements lie.</param>
    public static IReadOnlyList<BeforeAfter> All(IReadOnlyList<ShipmentEntry> shipments)
    {
        ArgumentNullException.ThrowIfNull(shipments);
        var byId = shipments.ToDictionary(shipment => shipment.Id, StringComparer.Ordinal);
        return
        [
            .. shipments.Where(shipment => shipment.Outcome?.Replacement is not null)
                .SelectMany(shipment => byId.TryGetValue(shipment.Outcome!.Replacement!, out var other) ? Pairs(shipment, other) : []),
        ];
    }

    private static IEnumerable<BeforeAfter> Pairs(ShipmentEntry before, ShipmentEntry after)
    {
        var replaced = before.Lots.Any(lot => lot.Verdict == Verdict.Reject) ? before.Lots.Where(lot => lot.Verdict == Verdict.Reject) : before.Lots;
        return replaced.Select(lot => (lot, Other: after.Lots.FirstOrDefault(other => other.Name == lot.Name) ?? (after.Lots.Count == 1 ? after.Lots[0] : null)))
            .Where(pair => pair.Other is not null)
            .Select(pair => new BeforeAfter(
                pair.lot, before, pair.Other!, after, pair.lot.Found is { } first && pair.Other!.Found is { } second ? FisherExact.Test(first, second) : null));
    }
}
