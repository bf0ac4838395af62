using DefectVision.Inspection.Claiming;
using DefectVision.Statistics;
using DefectVision.Statistics.Cartons;

namespace DefectVision.Inspection.Judging;

/// <summary>
/// Bounds for a lot of which cartons were drawn. Items of one carton are often alike, so a bound for items drawn one by one would claim too much: the lower bound counts cartons
/// (<see cref="DyadicBound"/>), and the upper one takes off only what was seen to be good.
/// </summary>
internal static class CartonBounds
{
    /// <param name="lot">Of which cartons were drawn.</param>
    /// <param name="counted">Items of its sample that count at least.</param>
    /// <param name="atMost">Items of its sample that count at most.</param>
    /// <param name="confidence">Of the lower bound; the upper one holds for certain.</param>
    public static FlaggedShare Both(Lot lot, IEnumerable<Item> counted, long atMost, ConfidenceLevel confidence)
    {
        var lower = Lower(lot, counted, confidence);
        var good = lot.Items.Count - atMost;
        return new FlaggedShare(
            confidence.Value, lower.Share, lot.SoundSize is { } size ? Rate.Of(size - good, size).Value : 1, lower.Counted?.Lower, lot.SoundSize - good, lower.Method);
    }

    /// <summary>The lower bound. Items that were not looked at count as good; the lot holds what was found in any case.</summary>
    /// <inheritdoc cref="Both"/>
    public static LotBound Lower(Lot lot, IEnumerable<Item> counted, ConfidenceLevel confidence)
    {
        var found = Found(lot, counted);
        var bound = DyadicBound.Lower(found.PerCarton, found.PackSize, lot.SoundSize is null ? null : found.InLot, confidence);
        var method = $"{bound.Rate.Method} {bound.Rate.MethodVersion}";
        if (lot.SoundSize is not { } size || bound.NonconformingAtLeast is not { } least)
        {
            return new LotBound(bound.Rate.Lower.Value, null, method);
        }

        // The last carton may be short.
        var items = Math.Max(found.PerCarton.Sum(), Math.Min(least, size));
        return new LotBound(Rate.Of(items, size).Value, new CountInterval(items, size, size, bound.Rate.Status, bound.Rate.Guarantee, bound.Rate.Method, bound.Rate.MethodVersion), method);
    }

    /// <summary>The smallest error probability at which the lower bound exceeds a number of items, 0 to 1; 0 where more were found.</summary>
    /// <param name="lot">Of known size, of which cartons were drawn.</param>
    /// <param name="counted">Items of its sample that count.</param>
    /// <param name="permitted">Items.</param>
    public static Probability PValue(Lot lot, IEnumerable<Item> counted, long permitted)
    {
        var found = Found(lot, counted);
        return found.PerCarton.Sum() > permitted ? new Probability(0) : DyadicBound.PValue(found.PerCarton, found.PackSize, found.InLot, permitted);
    }

    /// <summary>How the items counted lie in the cartons.</summary>
    /// <inheritdoc cref="Lower"/>
    public static CartonsOpened Opened(Lot lot, IEnumerable<Item> counted)
    {
        var found = Found(lot, counted);
        return new CartonsOpened(found.PerCarton.Count(count => count > 0), found.PerCarton.Count, found.InLot);
    }

    // A list whose cartons do not follow from its seed is named elsewhere and guarantees nothing; its numbers are kept within what can be.
    private static (IReadOnlyList<long> PerCarton, int PackSize, int InLot) Found(Lot lot, IEnumerable<Item> counted)
    {
        var draw = lot.Draw!.List;
        var cartonOf = draw.Items.Zip(draw.CartonOf).ToDictionary(place => place.First, place => place.Second, StringComparer.Ordinal);
        var perCarton = cartonOf.Values.Distinct(StringComparer.Ordinal).ToDictionary(carton => carton, _ => 0L, StringComparer.Ordinal);
        var pack = draw.Cartons!.PackSize;
        foreach (var item in counted)
        {
            if (cartonOf.TryGetValue(item.Name, out var carton))
            {
                perCarton[carton] = Math.Min(pack, perCarton[carton] + 1);
            }
        }

        return ([.. perCarton.Values], pack, Math.Max(draw.CartonsInLot ?? 0, Math.Max(1, perCarton.Count)));
    }
}
