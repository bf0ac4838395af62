using System.Text.RegularExpressions;
using DefectVision.Pipeline.Intake;
using DefectVision.Training.Labels.Layouts;

namespace DefectVision.Training.Labels;

/// <summary>
/// Group and item of each photo of a set. Photos of one item are always of one group. Names of files tell items as they do in an inspection (<see cref="ItemName"/>), and only
/// where some item has several photos under one label: in sets whose names say the label (board_test.jpg under defect, board_temp.jpg under good) none has.
/// Such photos are kept in one group all the same, since they may show one thing.
/// </summary>
internal sealed class PhotoItems
{
    /// <summary>A group of more photos than this is no item.</summary>
    public const int MostPhotos = TrainingOptions.MostViews;

    private static readonly string[] DefectWords = ["defect", "defective", "bad", "ng", "fail", "failed", "anomaly", "mask"];

    private readonly Dictionary<string, (string Group, string Item)> _places;

    private PhotoItems(Dictionary<string, (string Group, string Item)> places, ItemsSaidBy saidBy) => (_places, SaidBy) = (places, saidBy);

    /// <summary>What tells the items that have several photos; nothing where none has.</summary>
    public ItemsSaidBy SaidBy { get; }

    /// <param name="entry">One of those that were given.</param>
    public (string Group, string Item) Of(LabelEntry entry) => _places[entry.Path];

    /// <param name="entries">With a label each.</param>
    /// <param name="pattern">Finds the group in a file's name: its first capture, or the whole match; null: as the labels say.</param>
    public static PhotoItems Of(IReadOnlyList<LabelEntry> entries, Regex? pattern)
    {
        var said = entries.Select(entry => Said(entry, pattern)).ToList();
        if (said.Select(photo => photo.Item).OfType<string>().CountBy(item => item, StringComparer.Ordinal).Any(item => item.Value > MostPhotos))
        {
            said = [.. said.Select(photo => photo with { Item = null })];
        }

        // A person's pattern that finds nothing in a name leaves the photo alone, as is promised; it is no reason to guess.
        var names = pattern is null ? Named([.. said.Where(photo => photo.Item is null)], entries.Count) : [];
        var areItems = names.GroupBy(name => (name.Value, name.Key.Entry.Label)).Any(item => item.Skip(1).Any());
        var places = said.ToDictionary(photo => photo.Entry.Path, photo =>
            names.TryGetValue(photo, out var name)
                ? (Group: photo.Entry.IsGroupSaid ? photo.Group : name, Item: areItems ? name : Own(photo))
                : (Group: photo.Group, Item: photo.Item ?? Own(photo)));
        var saidBy = !places.Values.CountBy(place => place.Item, StringComparer.Ordinal).Any(item => item.Value > 1) ? ItemsSaidBy.Nothing
            : names.Count > 0 && areItems ? ItemsSaidBy.Names
            : pattern is not null ? ItemsSaidBy.Pattern
            : ItemsSaidBy.Labels;
        return new PhotoItems(places, saidBy);
    }

    // Of a photo that nothing is said of, group and item are its path in the set.
    private static string Own(Photo photo) => photo.Entry.IsGroupSaid ? photo.Entry.Below : photo.Entry.Group;

    private static Photo Said(LabelEntry entry, Regex? pattern) =>
        pattern?.Match(Path.GetFileName(entry.Path)) is { Success: true } match && match.Groups[match.Groups.Count > 1 ? 1 : 0].Value is var group
            ? new Photo(entry, group, group)
            : new Photo(entry, entry.Group, entry.Item);

    // The name of the item of each photo whose name holds one that is believable.
    private static Dictionary<Photo, string> Named(IReadOnlyList<Photo> photos, int photosOfSet)
    {
        var labels = photos.Select(photo => photo.Entry.Label!).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var named = photos.Select(photo => (Photo: photo, Name: Read(photo.Entry, labels))).Where(photo => photo.Name is not null)
            .Select(photo => (photo.Photo, Item: Apart(photo.Photo.Entry) + photo.Name!.Value.Item, photo.Name.Value.View)).ToList();
        var isNumberedByLabel = IsNumberedByLabel([.. named.Select(photo => (photo.Item, photo.View, photo.Photo.Entry.Label!))]);
        return named.GroupBy(photo => isNumberedByLabel ? $"{photo.Photo.Entry.Label}/{photo.Item}" : photo.Item, StringComparer.Ordinal)
            .Where(item => item.Skip(1).Any() && ItemName.AreOneItem([.. item.Select(photo => photo.View)], photosOfSet))
            .SelectMany(item => item.Select(photo => (photo.Photo, item.Key)))
            .ToDictionary(photo => photo.Photo, photo => photo.Key);
    }

    private static (string Item, string View)? Read(LabelEntry entry, HashSet<string> labels) =>
        ItemName.Read(Path.GetFileNameWithoutExtension(entry.Path)) is var (item, view) && !new[] { item, view, ItemName.WordOf(view) }.Any(word => IsLabel(word, labels)) ? (item, view) : null;

    private static bool IsLabel(string word, HashSet<string> labels) => labels.Contains(word) || ClassRule.IsGood(word) || DefectWords.Contains(word, StringComparer.OrdinalIgnoreCase);

    private static string Apart(LabelEntry entry)
    {
        var folder = entry.Below[..(entry.Below.LastIndexOf('/') + 1)];
        return entry.IsGroupSaid ? $"{entry.Group}/{folder}" : folder;
    }

    // Where most items that stand under several labels have one view twice, each label's folder counts from the start, and one number is several items.
    private static bool IsNumberedByLabel(IReadOnlyList<(string Item, string View, string Label)> photos)
    {
        var across = photos.GroupBy(photo => photo.Item, StringComparer.Ordinal).Where(item => item.DistinctBy(photo => photo.Label).Skip(1).Any()).ToList();
        return 2 * across.Count(item => item.CountBy(photo => photo.View, StringComparer.Ordinal).Any(view => view.Value > 1)) > across.Count;
    }

    private sealed record Photo(LabelEntry Entry, string Group, string? Item);
}
