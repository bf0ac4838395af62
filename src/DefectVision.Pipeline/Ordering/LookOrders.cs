using System.Security.Cryptography;
using DefectVision.Imaging;
using DefectVision.Inference.Mutual;
using DefectVision.Inspection;
using DefectVision.Inspection.Judging;
using DefectVision.Pipeline.Intake;

namespace DefectVision.Pipeline.Ordering;

/// <summary>
/// An order to look in for the lots that no model judges. Photos are held against those of the same view, of their lot and of the other lots of the same goods: lots
/// with the same article numbers, and all lots together that name none.
/// </summary>
internal static class LookOrders
{
    private const int Digits = 2;

    /// <param name="files">With their final outcomes.</param>
    /// <param name="place">The full path of a file by its path in the shipment.</param>
    /// <param name="terms">Say which lots hold the same goods.</param>
    /// <param name="backboneFile">The feature network; null: no order is wanted.</param>
    /// <param name="settings">As for scoring.</param>
    /// <param name="progress">Told how many of how many photos are done.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>The files, those that have a place with their unlikeness; what made the order; the maps of the photos by path.</returns>
    public static (IReadOnlyList<InspectedFile> Files, LookOrder? Order, IReadOnlyDictionary<string, HeatMap> Maps) Told(
        IReadOnlyList<InspectedFile> files,
        Func<string, string> place,
        AgreedTerms terms,
        string? backboneFile,
        (DecodeLimits Limits, int Workers) settings,
        IProgress<InspectionProgress>? progress,
        CancellationToken cancel)
    {
        var maps = new Dictionary<string, HeatMap>(StringComparer.Ordinal);
        var told = new Dictionary<string, Unlikeness>(StringComparer.Ordinal);
        var views = backboneFile is null ? [] : files
            .Where(file => file is { IsReadable: true, Place: not null, Facts: not null } && file.Finding is null or { ByScore: not null })
            .GroupBy(file => (Goods(file.Place!.Lot, terms), ItemName.WordOf(file.Place.View)))
            .ToList();
        var (done, total, turned) = (0, views.Sum(view => view.Count()), 0);
        foreach (var view in views)
        {
            var before = done;
            foreach (var placed in MutualOrder.Of(
                [.. view.Select(file => Photo(file, place))],
                backboneFile!,
                settings.Limits,
                settings.Workers,
                number => progress?.Report(new InspectionProgress(before + number, total) { IsOrdering = true }),
                cancel))
            {
                var map = placed.Map;
                maps.Add(placed.Path, map);
                turned += placed.IsTurned ? 1 : 0;
                told.Add(placed.Path, new Unlikeness(
                    Math.Round(placed.Score / map.From, Digits),
                    new HeatReading(map.From, map.To, map.Highest, map.Shows ? new SuspectPlace(map.Hottest.X, map.Hottest.Y) : null)));
            }

            done += view.Count();
        }

        return told.Count == 0
            ? (files, null, maps)
            : ([.. files.Select(file => told.TryGetValue(file.Path, out var found) ? file with { Unlikeness = found } : file)], Order(backboneFile!, told.Count, turned), maps);
    }

    private static string Goods(string lot, AgreedTerms terms) => string.Join('\n', (terms.AgreedOf(lot)?.Skus ?? []).Order(StringComparer.Ordinal));

    private static OrderPhoto Photo(InspectedFile file, Func<string, string> place) => new(
        file.Path,
        place(file.Path),
        file.Sha256!,
        file.Bytes,
        new PhotoHeader(PhotoFormat.Unknown, file.Facts!.Width, file.Facts.Height, file.Facts.Orientation),
        file.Place!.Lot,
        $"{file.Place.Lot}\n{file.Place.Item}");

    private static LookOrder Order(string backboneFile, int photos, int turned) => new(
        Path.GetFileNameWithoutExtension(backboneFile),
        Convert.ToHexStringLower(SHA256.HashData(PlainFile.Bytes(backboneFile))),
        photos,
        MutualOrder.MostReferences)
    {
        Turned = turned == 0 ? null : new TurnedOrder(turned, MutualOrder.MostTurnedReferences, AnyAngle.Turns),
    };
}
