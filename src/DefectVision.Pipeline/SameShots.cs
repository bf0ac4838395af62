using System.Text.RegularExpressions;
using DefectVision.Imaging.Likeness;
using DefectVision.Inspection;
using DefectVision.Pipeline.Journalling;
using DefectVision.Pipeline.Scoring;

namespace DefectVision.Pipeline;

/// <summary>Photos of different bytes that show the same shot, told by their pictures.</summary>
internal static partial class SameShots
{
    /// <summary>The files, each that repeats the shot of an earlier one with its path; a messenger's copy of a photo that is there, too, became an attachment.</summary>
    /// <param name="files">Every file in path order, with its outcome.</param>
    /// <param name="entries">By path, with how each photo looks.</param>
    /// <param name="sources">How the items of each lot were told.</param>
    /// <param name="workers">Threads; changes the speed only.</param>
    /// <param name="cancel">Stops between photos.</param>
    public static IReadOnlyList<InspectedFile> Told(
        IReadOnlyList<InspectedFile> files, IReadOnlyDictionary<string, JournalEntry> entries, IReadOnlyDictionary<string, ItemSource> sources, int workers, CancellationToken cancel)
    {
        var photos = files.Where(file => file is { IsReadable: true, Place: not null }).ToList();
        var first = Repeated(photos, entries, workers, cancel);
        if (first.Count == 0)
        {
            return files;
        }

        var copies = first.Select(pair => Copy(pair.First, pair.Second, sources)).OfType<(InspectedFile Copy, InspectedFile Original)>()
            .GroupBy(pair => pair.Copy.Path, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().Original, StringComparer.Ordinal);
        var earlier = first.Where(pair => !copies.ContainsKey(pair.First.Path) && !copies.ContainsKey(pair.Second.Path))
            .GroupBy(pair => pair.Second.Path, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().First.Path, StringComparer.Ordinal);
        return
        [
            .. files.Select(file => copies.TryGetValue(file.Path, out var original)
                ? file with { Outcome = PhotoOutcome.Attachment, Reason = $"the same shot as {Path.GetFileName(original.Path)}, which counts", Finding = null, Place = original.Place }
                : earlier.TryGetValue(file.Path, out var same) ? file with { SameShotAs = same } : file),
        ];
    }

    private static List<(InspectedFile First, InspectedFile Second)> Repeated(List<InspectedFile> photos, IReadOnlyDictionary<string, JournalEntry> entries, int workers, CancellationToken cancel)
    {
        var search = new LikenessSearch([.. photos.Select(photo => Fingerprint.From(entries[photo.Path].Look?.Print))]);
        var repeated = new List<(int First, int Second)>();
        ScoringLine.RunAsync<int, int, (int Photo, IReadOnlyList<int> Before)>(
            Enumerable.Range(0, photos.Count),
            photo => photo,
            () => (photo => (photo, search.Before(photo)), Stream.Null),
            (found, _) => repeated.AddRange(found.Before.Select(before => (before, found.Photo))),
            workers,
            cancel).GetAwaiter().GetResult();
        return [.. repeated.Order().Select(pair => (photos[pair.First], photos[pair.Second]))];
    }

    // Where the items were told by folders, names or a list, the copy stands there for another item, and somebody must say how that came about.
    private static (InspectedFile Copy, InspectedFile Original)? Copy(InspectedFile first, InspectedFile second, IReadOnlyDictionary<string, ItemSource> sources)
    {
        var (one, other) = (IsFromMessenger(first), IsFromMessenger(second));
        var isOneItem = first.Place!.Lot == second.Place!.Lot
            && (first.Place.Item == second.Place.Item || sources.GetValueOrDefault(first.Place.Lot, ItemSource.EachPhoto) == ItemSource.EachPhoto);
        return one == other || !isOneItem ? null : one ? (first, second) : (second, first);
    }

    private static bool IsFromMessenger(InspectedFile photo) => Messenger().IsMatch(Path.GetFileName(photo.Path));

    // IMG-20261120-WA0003.jpg, WhatsApp Image 2026-11-20 at 09.30.00.jpeg, mmexport1700000000000.jpg, 微信图片_20261120.jpg, photo_2026-11-20_09-30-00.jpg, signal-2026-11-20-093000.jpg.
    [GeneratedRegex(@"^(IMG-\d{8}-WA\d+|WhatsApp|mmexport\d+|微信图片|wx_camera_|photo_\d{4}-\d\d-\d\d|signal-\d{4}|received_\d+|viber|line_)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Messenger();
}
