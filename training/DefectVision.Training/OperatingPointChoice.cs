using DefectVision.Inference;
using DefectVision.Statistics;
using DefectVision.Training.Labels;

namespace DefectVision.Training;

/// <summary>
/// Sets a threshold at a false-alarm level by the order statistic of good scores (Vovk 2012, ACML). The trial is the item, scored by the highest of its photos; where nothing
/// tells the items, the photo.
/// </summary>
internal static class OperatingPointChoice
{
    /// <summary>Share of good items that is flagged unless a person asks for another.</summary>
    public const double Usual = 0.05;

    /// <summary>The colours of a heat map begin where fewer good photos lie than this share, if so many support it.</summary>
    private const double Strictest = 0.01;

    /// <summary>The strictest level that so many good photos or items support: with n of them, 1 in n + 1.</summary>
    public static double Supported(int good) => 1.0 / (good + 1);

    /// <summary>Good photos or items from which on a level is supported.</summary>
    public static int Fewest(double level) => (int)Math.Ceiling((1 / level) - 1 - 1e-9);

    /// <summary>The level of photos at which so many photos of an item, independent of each other, are flagged together at a level of items.</summary>
    public static double OfPhotos(double itemLevel, int views) => views == 1 ? itemLevel : 1 - Math.Pow(1 - itemLevel, 1.0 / views);

    /// <summary>Where the colours of a heat map begin: the level asked for, else 1 %, as far as the photos support it.</summary>
    public static double ScaleFrom(IReadOnlyCollection<double> good, double? level) => Threshold([.. good.Order()], level ?? Math.Max(Strictest, Supported(good.Count)));

    /// <param name="photos">Scores that the model gives to photos that it has not seen, with the item of each.</param>
    /// <param name="level">
    /// Share of good items to flag at most, 0..1. Null: <see cref="Usual"/>; where the good items do not support it, the strictest that they do if some photos are defective, else
    /// the model orders only.
    /// </param>
    /// <param name="views">Photos that an inspector takes of an item: where nothing tells the items, the level of photos is so much stricter.</param>
    /// <param name="how">Where the scores come from, in words.</param>
    /// <exception cref="DatasetException">The level asked for is stricter than the items support.</exception>
    public static OperatingPoint Of(IReadOnlyList<(string Item, double Score, bool Defective)> photos, double? level, int views, string how)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(views, 1);
        var items = photos.GroupBy(photo => photo.Item, StringComparer.Ordinal).Select(item => (Score: item.Max(photo => photo.Score), Defective: item.Any(photo => photo.Defective))).ToList();
        var isByItem = items.Count < photos.Count && items.Any(item => !item.Defective);
        var good = isByItem ? [.. items.Where(item => !item.Defective).Select(item => item.Score).Order()] : Good(photos);
        var looks = isByItem ? 1 : views;
        var wanted = new Wanted(level ?? Usual, looks, isByItem ? "items" : "photos");
        var chosen = wanted.OfTrials;
        if (good.Count < Fewest(chosen))
        {
            if (level is not null)
            {
                throw new DatasetException(wanted.Refusal(good.Count));
            }

            if (!photos.Any(photo => photo.Defective))
            {
                return new OperatingPoint(Threshold(good, Supported(good.Count)), 0, default, default, wanted.OrdersOnly(good.Count)) { OrdersOnly = true };
            }

            chosen = Supported(good.Count);
            how += wanted.Instead(good.Count);
        }

        return Point(photos, Threshold(good, chosen), chosen, how) with { IsLevelOfItems = isByItem, Views = looks > 1 ? looks : null };
    }

    /// <summary>The point of a level of photos that is known to be supported.</summary>
    /// <param name="level">Share of good photos to flag at most, 0..1.</param>
    public static OperatingPoint OfLevel(IReadOnlyList<(string Item, double Score, bool Defective)> photos, double level, string how) =>
        Point(photos, Threshold(Good(photos), level), level, how);

    private static List<double> Good(IReadOnlyList<(string Item, double Score, bool Defective)> photos) => [.. photos.Where(photo => !photo.Defective).Select(photo => photo.Score).Order()];

    /// <param name="good">From the lowest to the highest.</param>
    private static double Threshold(IReadOnlyList<double> good, double level)
    {
        var rank = (int)Math.Ceiling(((good.Count + 1) * (1 - level)) - 1e-9);
        return OperatingPoint.Round(good[Math.Max(rank, 1) - 1] + (2 * OperatingPoint.Margin));
    }

    private static OperatingPoint Point(IReadOnlyList<(string Item, double Score, bool Defective)> photos, double threshold, double level, string how)
    {
        var flagged = photos.Select(photo => (photo.Item, photo.Defective, Flagged: OperatingPoint.Round(photo.Score) >= threshold)).ToList();
        return new OperatingPoint(
            threshold,
            level,
            new Tally(flagged.Count(photo => photo is { Defective: true, Flagged: true }), flagged.Count(photo => photo.Defective)),
            new Tally(flagged.Count(photo => photo is { Defective: false, Flagged: false }), flagged.Count(photo => !photo.Defective)),
            how)
        {
            Items = ItemCounts.Of(flagged),
        };
    }

    /// <param name="Level">Of items.</param>
    /// <param name="Views">Photos of an item.</param>
    /// <param name="Trials">What is counted: "items" or "photos".</param>
    private sealed record Wanted(double Level, int Views, string Trials)
    {
        public double OfTrials => OfPhotos(Level, Views);

        private string OfViews => Views > 1 ? FormattableString.Invariant($" of items of {Views} photos") : string.Empty;

        public string Refusal(int good) => FormattableString.Invariant(
            $"found {good} good {Trials}, wanted at least {Fewest(OfTrials)} for a false-alarm level of {Level:0.####}{OfViews}; the strictest they support is {ItemLevel(good):0.####}");

        public string OrdersOnly(int good) => FormattableString.Invariant(
            $"{good} good {Trials} are too few for a threshold{OfViews}: nothing is flagged; scores give an order to look in; {Fewest(OfTrials)} good {Trials} or labelled defects give a threshold");

        public string Instead(int good) => FormattableString.Invariant(
            $"; {good} good {Trials} do not support a false-alarm level of {OperatingPoint.Percent(Level)}{OfViews}, so the strictest that they support was taken, {OperatingPoint.Percent(ItemLevel(good))}");

        private double ItemLevel(int good) => 1 - Math.Pow(1 - Supported(good), Views);
    }
}
