using DefectVision.Inspection.Reviewing;

namespace DefectVision.Inspection.Judging;

/// <summary>
/// Photos of two items that are one file, or show one shot: the second item may be the first once more. One file is settled where a person has answered for both items, or
/// says that they are different; an altered copy only by that word.
/// </summary>
public sealed class DuplicatePairs
{
    private readonly IReadOnlyList<(InspectedFile First, InspectedFile Second, bool IsSettled)> _files;
    private readonly IReadOnlyList<SharedShot> _shots;
    private readonly HashSet<(string Lot, string Item)> _suspected;

    /// <param name="files">Every file with its outcome.</param>
    /// <param name="confirmed">What persons said; null when nobody looked.</param>
    public DuplicatePairs(IReadOnlyList<InspectedFile> files, ConfirmedList? confirmed)
    {
        var answered = (confirmed?.Readings ?? []).Select(reading => (reading.Lot, reading.Item)).ToHashSet();
        var different = (confirmed?.Different ?? []).Select(said => (said.Lot, said.Item)).ToHashSet();
        _files =
        [
            .. Pairs(files, file => file.SameAs).Select(pair =>
                (pair.First, pair.Second, AreDifferent(pair) || (answered.Contains(Key(pair.First)) && answered.Contains(Key(pair.Second))))),
        ];
        _shots = [.. Pairs(files, file => file.SameShotAs).Select(pair => new SharedShot(pair.First, pair.Second, AreDifferent(pair)))];
        _suspected =
        [
            .. _files.Where(pair => !pair.IsSettled).Select(pair => Key(pair.Second)),
            .. _shots.Where(shot => !shot.IsSettled).Select(shot => Key(shot.Second)),
        ];

        bool AreDifferent((InspectedFile First, InspectedFile Second) pair) => different.Contains(Key(pair.First)) || different.Contains(Key(pair.Second));
    }

    /// <summary>Every pair of photos of two items that are one file or show one shot, whatever persons said of it.</summary>
    /// <param name="files">Every file with its outcome.</param>
    public static IEnumerable<(InspectedFile First, InspectedFile Second)> All(IReadOnlyList<InspectedFile> files) =>
        Pairs(files, file => file.SameAs).Concat(Pairs(files, file => file.SameShotAs));

    /// <summary>Photos of one file that stand for two items of which one at least is of this lot, by path, of pairs that are settled or are not: both of a pair, wherever they lie.</summary>
    public IReadOnlyList<string> PhotosOf(string lot, bool isSettled) =>
    [
        .. _files
            .Where(pair => pair.IsSettled == isSettled && (pair.First.Place!.Lot == lot || pair.Second.Place!.Lot == lot))
            .SelectMany(pair => new[] { pair.First.Path, pair.Second.Path })
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Photos of different bytes that show one shot of two items, of which one at least is of this lot.</summary>
    public IReadOnlyList<SharedShot> ShotsOf(string lot) => [.. _shots.Where(shot => shot.First.Place!.Lot == lot || shot.Second.Place!.Lot == lot)];

    /// <summary>Whether an item is the second of a pair that nobody settled.</summary>
    public bool IsSuspected(string lot, string item) => _suspected.Contains((lot, item));

    private static (string Lot, string Item) Key(InspectedFile photo) => (photo.Place!.Lot, photo.Place.Item);

    private static List<(InspectedFile First, InspectedFile Second)> Pairs(IReadOnlyList<InspectedFile> files, Func<InspectedFile, string?> repeats)
    {
        var places = files.Where(file => file.Place is not null).ToDictionary(file => file.Path, StringComparer.Ordinal);
        return
        [
            .. files
                .Where(file => file.Place is not null && repeats(file) is { } path && places.TryGetValue(path, out var first) && Key(first) != Key(file))
                .Select(file => (places[repeats(file)!], file)),
        ];
    }
}
