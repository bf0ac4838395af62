using DefectVision.Statistics;
using DefectVision.Statistics.Comparison;

namespace DefectVision.History.Scorecards;

/// <summary>Lots against each other: whether they differ at all, and which pairs do. For random samples; class A over all of them, and pair by pair exact.</summary>
/// <param name="Lots">That somebody looked at, in the order given.</param>
/// <param name="NotLookedAt">The others.</param>
/// <param name="All">Whether the lots differ at all; null where there are fewer than two, or no item or every item is nonconforming.</param>
/// <param name="Pairs">Each two once; none where there are fewer than two.</param>
public sealed record LotComparison(IReadOnlyList<(ShipmentEntry Shipment, LotEntry Lot)> Lots, IReadOnlyList<(ShipmentEntry Shipment, LotEntry Lot)> NotLookedAt, ChiSquaredTest? All, IReadOnlyList<LotPair> Pairs)
{
    /// <summary>Lots compared at most: each two are tested.</summary>
    public const int MostLots = 60;

    /// <summary>The chance that any pair is called different though all are alike.</summary>
    public const double Level = 0.05;

    /// <summary>Every expected count is large enough for <see cref="All"/> to be trusted.</summary>
    public bool IsAllApplicable => Lots.Count > 1 && ChiSquaredTest.IsApplicable([.. Lots.Select(one => one.Lot.Found!.Value)]);

    /// <param name="lots">At most <see cref="MostLots"/> that somebody looked at.</param>
    public static LotComparison Of(IReadOnlyList<(ShipmentEntry Shipment, LotEntry Lot)> lots)
    {
        List<(ShipmentEntry Shipment, LotEntry Lot)> seen = [.. lots.Where(one => one.Lot.Found is not null)];
        ArgumentOutOfRangeException.ThrowIfGreaterThan(seen.Count, MostLots);
        List<(int First, int Second)> pairs = [.. Enumerable.Range(0, seen.Count).SelectMany(first => Enumerable.Range(first + 1, seen.Count - first - 1).Select(second => (first, second)))];
        List<Probability> chances = [.. pairs.Select(pair => FisherExact.Test(seen[pair.First].Lot.Found!.Value, seen[pair.Second].Lot.Found!.Value).TwoSided)];
        var adjusted = MultipleTests.Holm(chances);
        return new LotComparison(
            seen,
            [.. lots.Where(one => one.Lot.Found is null)],
            seen.Count < 2 ? null : ChiSquaredTest.Lots([.. seen.Select(one => one.Lot.Found!.Value)]),
            [.. pairs.Select((pair, at) => new LotPair(pair.First, pair.Second, chances[at], adjusted[at]))]);
    }
}
