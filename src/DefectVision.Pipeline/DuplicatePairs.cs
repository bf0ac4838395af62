using DefectVision.Inspection;

namespace DefectVision.Pipeline;

/// <summary>Photos with the same bytes under two items: until a person has answered for both, the second item may be the first once more.</summary>
/// <param name="files">Every file with its outcome.</param>
/// <param name="isAnswered">Whether a person said something of an item.</param>
internal sealed class DuplicatePairs(IReadOnlyList<InspectedFile> files, Func<(string Lot, string Item), bool> isAnswered)
{
    private readonly IReadOnlyList<(InspectedFile First, InspectedFile Second)> _pairs = Pairs(files);
    private readonly HashSet<(string Lot, string Item)> _suspected = [.. Pairs(files).Where(pair => !IsSettled(pair, isAnswered)).Select(pair => Key(pair.Second))];

    /// <summary>Photos that stand for two items of which one at least is of this lot, by path, of pairs that are settled or are not: both of a pair, wherever they lie.</summary>
    public IReadOnlyList<string> PhotosOf(string lot, bool isSettled) =>
    [
        .. _pairs
            .Where(pair => IsSettled(pair) == isSettled)
            .Select(pair => new[] { pair.First, pair.Second })
            .Where(pair => pair.Any(photo => photo.Place!.Lot == lot))
            .SelectMany(pair => pair)
            .Select(photo => photo.Path)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Whether an item is the second of a pair that nobody settled.</summary>
    public bool IsSuspected(string lot, string item) => _suspected.Contains((lot, item));

    private bool IsSettled((InspectedFile First, InspectedFile Second) pair) => IsSettled(pair, isAnswered);

    private static bool IsSettled((InspectedFile First, InspectedFile Second) pair, Func<(string Lot, string Item), bool> isAnswered) =>
        isAnswered(Key(pair.First)) && isAnswered(Key(pair.Second));

    private static (string Lot, string Item) Key(InspectedFile photo) => (photo.Place!.Lot, photo.Place.Item);

    private static List<(InspectedFile First, InspectedFile Second)> Pairs(IReadOnlyList<InspectedFile> files)
    {
        var places = files.Where(file => file.Place is not null).ToDictionary(file => file.Path, StringComparer.Ordinal);
        return
        [
            .. files
                .Where(file => file is { SameAs: not null, Place: not null } && places.TryGetValue(file.SameAs, out var first) && Key(first) != Key(file))
                .Select(file => (places[file.SameAs!], file)),
        ];
    }
}
