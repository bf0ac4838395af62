namespace DefectVision.Inspection;

/// <summary>Goods that the model does not know: what it says of them decides nothing.</summary>
/// <param name="Share">Of places in the middle photo of the lot that are like none of the good photos that the model learned from, 0 to 1.</param>
/// <param name="Most">That share of goods that it knows, at most.</param>
/// <param name="Flagged">Items that it would flag.</param>
public sealed record StrangeGoods(double Share, double Most, int Flagged)
{
    /// <summary>
    /// Share of strange places that 17 of 1,062 single photos of models' own goods reached, defective ones included, in the sets that benchmarks/README.md names; beyond it a photo
    /// may show other goods, whatever the rest of its lot shows.
    /// </summary>
    public const double MostOfOnePhoto = 0.4;

    /// <summary>The middle of the shares of a lot's photos; null where none is known.</summary>
    public static double? Middle(IEnumerable<InspectedFile> photos)
    {
        var shares = photos.Select(photo => photo.Finding?.Strangeness).OfType<double>().Order().ToList();
        return shares.Count == 0 ? null : shares[(shares.Count - 1) / 2];
    }

    /// <summary>The same where it is beyond what the model knows; null where it is not, and for a model that does not say.</summary>
    public static double? Beyond(IEnumerable<InspectedFile> photos, ModelUsed? model) => model?.MostStrange is { } most && Middle(photos) is { } middle && middle > most ? middle : null;

    /// <param name="items">Of a lot.</param>
    /// <param name="model">Null when none was named.</param>
    /// <returns>Null where the model knows the goods, or does not say which it knows.</returns>
    public static StrangeGoods? Of(IReadOnlyCollection<Item> items, ModelUsed? model) =>
        Beyond(items.SelectMany(item => item.Photos), model) is { } share
            ? new StrangeGoods(share, model!.MostStrange!.Value, items.Count(item => item.Photos.Any(photo => photo.Finding?.ByScore == Standing.Flagged)))
            : null;
}
