using DefectVision.Imaging;
using DefectVision.Imaging.Locating;
using DefectVision.Inference.Mutual;
using DefectVision.Pipeline.Scoring;

namespace DefectVision.Pipeline.Ordering;

/// <summary>
/// Orders photos of the same goods and the same view by how unlike each other they are, see <see cref="MutualScale"/>: which to look at first where no model knows
/// the goods. It finds what few photos show; what most of them show is normal to it, right or wrong.
/// </summary>
public static class MutualOrder
{
    /// <summary>Photos that the others are held against: time and memory grow with them, not with the number of photos squared.</summary>
    public const int MostReferences = 128;

    /// <summary>The same where goods lie at any angle: each of them stands in <see cref="AnyAngle.Turns"/> looks.</summary>
    public const int MostTurnedReferences = 32;

    /// <summary>Pixels of the network's input.</summary>
    private const int WorkingArea = 416 * 416;

    /// <param name="photos">Of the same goods and view, of one lot or several.</param>
    /// <param name="backboneFile">The feature network.</param>
    /// <param name="limits">What a photo may be at most.</param>
    /// <param name="workers">Threads; they change the speed only.</param>
    /// <param name="progress">Told the number of photos done.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>The photos that could be read again, in their order; none where too few show other items.</returns>
    public static IReadOnlyList<PlacedPhoto> Of(
        IReadOnlyList<OrderPhoto> photos, string backboneFile, DecodeLimits limits, int workers, Action<int>? progress, CancellationToken cancel)
    {
        // By content, so that neither names nor order matter: which photos are references is drawn as if at random, and repeats.
        var drawn = photos.OrderBy(photo => photo.Sha256, StringComparer.Ordinal).ThenBy(photo => photo.Path, StringComparer.Ordinal).Take(MostReferences).ToList();
        if (drawn.Select(photo => photo.Item).Distinct(StringComparer.Ordinal).Count() <= MutualScale.Fewest)
        {
            return [];
        }

        using var network = new MutualNetwork(backboneFile, Recipe(photos, drawn, limits, workers, cancel));
        var references = References(drawn, isTurned: false);
        if (references.Count <= MutualScale.Fewest)
        {
            return [];
        }

        // They were read once before, and may be gone by now.
        var asked = References([.. drawn.Take(AnyAngle.Asked)], isTurned: true);
        var isTurned = asked.Count > 0 && AnyAngle.IsToldBy(AnyAngle.Upright(network, asked, [.. references.TakeLast(AnyAngle.Asking)]));
        using var scale = new MutualScale(network, isTurned ? References([.. drawn.Take(MostTurnedReferences)], isTurned: true) : references);
        var (maps, done) = (new Dictionary<string, (float[] Map, Window Window)>(StringComparer.Ordinal), 0);
        Through(
            photos,
            network,
            scale,
            isTurned: false,
            limits,
            workers,
            (photo, seen, measure) => (photo.Path, Map: measure!.Map(photo.Lot, photo.Item, seen.Places), seen.Window),
            placed =>
            {
                progress?.Invoke(++done);
                if (placed.Map is { } map)
                {
                    maps.Add(placed.Path, (map, placed.Window));
                }
            },
            cancel);
        if (maps.Count == 0)
        {
            return [];
        }

        // The colours begin where half of the photos end, so that what is usual stays grey.
        var scores = maps.ToDictionary(entry => entry.Key, entry => MutualMeasure.Score(entry.Value.Map), StringComparer.Ordinal);
        var from = scores.Values.Order().ElementAt(scores.Count / 2);
        return
        [
            .. photos.Where(photo => maps.ContainsKey(photo.Path)).Select(photo =>
                new PlacedPhoto(photo.Path, scores[photo.Path], new HeatMap(network.Rows, network.Columns, maps[photo.Path].Map, maps[photo.Path].Window, from, 2 * from)) { IsTurned = isTurned }),
        ];

        List<Reference> References(IReadOnlyList<OrderPhoto> of, bool isTurned)
        {
            var seen = new List<Reference>();
            Through(of, network, null, isTurned, limits, workers, (photo, look, _) => new Reference(photo.Lot, photo.Item, look.Places) { Turned = look.Turned }, seen.Add, cancel);
            return seen;
        }
    }

    private static InputRecipe Recipe(IReadOnlyList<OrderPhoto> photos, IReadOnlyList<OrderPhoto> drawn, DecodeLimits limits, int workers, CancellationToken cancel)
    {
        var pictures = new SortedDictionary<string, RgbImage>(StringComparer.Ordinal);
        var ahead = ReadAhead.For(workers);
        ScoringLine.RunAsync<OrderPhoto, (OrderPhoto Photo, PhotoBytes? Bytes), (string Path, RgbImage? Picture)>(
            drawn,
            photo => (photo, PhotoBytes.Same(photo.Place, photo.Bytes, photo.Sha256, ahead)),
            () =>
            {
                var reader = new PhotoReader(limits);
                return (read =>
                {
                    using (read.Bytes)
                    using (reader.Photo())
                    {
                        return (read.Photo.Path, read.Bytes is null ? null : reader.ReadPicture(read.Bytes.Span, Locator.LongSide).Picture);
                    }
                }, reader);
            },
            (read, _) =>
            {
                if (read.Picture is not null)
                {
                    pictures.Add(read.Path, read.Picture);
                }
            },
            workers,
            cancel,
            ahead).GetAwaiter().GetResult();
        return WorkingSize.For([.. photos.Select(photo => photo.Header)], pictures.Count == 0 ? null : LocatorFit.Fit([.. pictures.Values]), WorkingArea, isCloser: false);
    }

    // What is kept arrives in the order of the photos, whichever thread was first.
    private static void Through<T>(
        IReadOnlyList<OrderPhoto> photos,
        MutualNetwork network,
        MutualScale? scale,
        bool isTurned,
        DecodeLimits limits,
        int workers,
        Func<OrderPhoto, SeenPhoto, MutualMeasure?, T> made,
        Action<T> keep,
        CancellationToken cancel)
    {
        var waiting = new Dictionary<int, (bool Has, T Value)>();
        var next = 0;
        var ahead = ReadAhead.For(workers);
        ScoringLine.RunAsync<int, (int At, PhotoBytes? Bytes), (int At, bool Has, T Value)>(
            Enumerable.Range(0, photos.Count),
            at => (at, PhotoBytes.Same(photos[at].Place, photos[at].Bytes, photos[at].Sha256, ahead)),
            () =>
            {
                var worker = new OrderWorker(network, scale, limits);
                return (read => worker.Seen(read.Bytes, isTurned) is { } seen ? (read.At, true, made(photos[read.At], seen, worker.Measure)) : (read.At, false, default!), worker);
            },
            (done, _) =>
            {
                waiting.Add(done.At, (done.Has, done.Value));
                for (; waiting.Remove(next, out var entry); next++)
                {
                    if (entry.Has)
                    {
                        keep(entry.Value);
                    }
                }
            },
            workers,
            cancel,
            ahead).GetAwaiter().GetResult();
    }
}
