using DefectVision.Imaging;
using DefectVision.Inspection;

namespace DefectVision.Pipeline.Intake;

/// <summary>
/// How the photos of one lot are told apart into items. A folder or a name makes several photos one item only where that is at least as sure as that they are several:
/// not where one item would have more photos than an item has, nor where all photos of a lot would be one item, nor where the views differ only by a number.
/// </summary>
internal sealed class LotItems
{
    /// <summary>Of a lot that would hold nothing but one item: with more photos than this it is hardly one.</summary>
    public const int MostPhotosOfAnOnlyItem = 4;

    private const int Examples = 3;

    private readonly string _lot;
    private readonly IReadOnlySet<string> _known;
    private readonly Dictionary<string, PhotoPlace> _places = new(StringComparer.Ordinal);
    private readonly HashSet<string> _items = new(StringComparer.Ordinal);
    private readonly List<FormattableString> _notes = [];

    /// <param name="lot">Its name.</param>
    /// <param name="files">Every file in it that is a photo or may turn out to be one.</param>
    /// <param name="known">Items that a draw list names: whatever the rest of a name is, it shows that item.</param>
    public LotItems(string lot, IReadOnlyList<LotFile> files, IReadOnlySet<string> known)
    {
        // A file without a photo's ending is a note more often than a photo: it tells nothing of how photos are named, unless there are no others.
        var photos = files.Where(IsNamedAsPhoto).ToList() is { Count: > 0 } named ? named : files;
        _lot = lot;
        _known = known;
        var told = WithoutCrowded(photos);
        foreach (var photo in told.Where(photo => photo.Folders.Count > 0))
        {
            Put(photo, photo.Apart + photo.Folders[0], ViewBelow(photo), ItemSource.SubFolders);
        }

        ByNames([.. told.Where(photo => photo.Folders.Count == 0 && !photo.IsContext)], told.Count);
        foreach (var file in told.Where(photo => photo.Folders.Count == 0 && photo.IsContext).Concat(files.Except(photos)))
        {
            if (ItemOf(file) is { } item)
            {
                Put(file, item, file.BelowStem, ItemSource.FileNames);
            }
            else if (!file.IsContext)
            {
                Put(file, file.BelowStem, string.Empty, ItemSource.EachPhoto);
            }
        }
    }

    /// <summary>The worst of what tells an item: one good name must not silence that the others tell nothing.</summary>
    public ItemSource Source { get; private set; } = ItemSource.SubFolders;

    /// <summary>What was not taken for an item, in sentences.</summary>
    public IReadOnlyList<FormattableString> Notes => _notes;

    /// <summary>Null for a photo that shows no item.</summary>
    public PhotoPlace? PlaceOf(string path) => _places.GetValueOrDefault(path);

    /// <summary>The item, among those that photos show, that another file belongs to by its folder or name; null: to the lot.</summary>
    public string? ItemOf(LotFile file)
    {
        var shot = Shots.NameOf(file.Stem);
        string?[] names = [.. file.Folders, file.BelowStem, file.BelowStem[..^file.Stem.Length] + shot, file.Stem, shot, ItemName.Split(file.Stem)?.Item];
        return names.FirstOrDefault(name => name is not null && _items.Contains(name));
    }

    // Folders that hold too many photos for an item are looked through: what lies in them is told by the folders and names below.
    private List<LotFile> WithoutCrowded(IReadOnlyList<LotFile> photos)
    {
        var told = photos.ToList();
        while (true)
        {
            var heads = told.Where(photo => photo.Folders.Count > 0).GroupBy(photo => photo.Apart + photo.Folders[0], StringComparer.Ordinal).Where(head => !_known.Contains(head.Key)).ToList();
            var isOnly = heads is [var only] && IsOnlyItem(only.Count(), told.Count);
            var crowded = heads.Where(head => isOnly || head.Count() > LotLevel.MostPhotosOfAnItem).ToDictionary(head => head.Key, head => head.Count(), StringComparer.Ordinal);
            if (crowded.Count == 0)
            {
                return told;
            }

            _notes.Add($"{_lot}: too many photos for one item in {crowded.Count} of its folders ({Some(crowded.Keys)}), so these folders were not taken for items; the names of the photos were read instead.");
            told = [.. told.Select(photo => photo.Folders.Count > 0 && crowded.ContainsKey(photo.Apart + photo.Folders[0])
                ? photo with { Folders = [.. photo.Folders.Skip(1)], Apart = isOnly ? photo.Apart : $"{photo.Apart}{photo.Folders[0]}/" }
                : photo)];
        }
    }

    private void ByNames(List<LotFile> photos, int photosOfLot)
    {
        var doubted = new List<LotFile>();
        foreach (var alike in photos.GroupBy(photo => Named(photo) is var (item, _) ? item : null, StringComparer.Ordinal))
        {
            var isTaken = alike.Key is { } item && (_known.Contains(item) || ItemName.AreOneItem([.. alike.Select(photo => ItemName.Split(photo.Stem)!.Value.View)], photosOfLot));
            if (!isTaken && alike.Key is not null)
            {
                doubted.AddRange(alike);
            }

            foreach (var photo in alike)
            {
                if (isTaken)
                {
                    Put(photo, alike.Key!, ViewOf(photo), ItemSource.FileNames);
                }
                else
                {
                    Put(photo, photo.BelowStem, string.Empty, ItemSource.EachPhoto);
                }
            }
        }

        if (doubted.Count > 0)
        {
            _notes.Add($"{_lot}: {doubted.Count} photos might show the same items by their names ({Some(doubted.Select(photo => photo.Stem))}), but they would be too many for one item, or differ only by a number. Each was taken for an item of its own. To group them, name them like 017_front.jpg and 017_back.jpg, or put the photos of each item into a folder of its own.");
        }
    }

    private (string Item, string View)? Named(LotFile photo) =>
        ItemName.Split(photo.Stem) is var (drawn, any) && _known.Contains(drawn) ? (drawn, any)
        : ItemName.Read(photo.Stem) is var (item, view) ? (photo.Apart + item, view)
        : null;

    /// <summary>Whether all photos there are would be one item, and too many for it.</summary>
    public static bool IsOnlyItem(int photos, int photosOfLot) => photos == photosOfLot && photos > MostPhotosOfAnOnlyItem;

    private static string ViewOf(LotFile photo) => photo.BelowStem[..^photo.Stem.Length] + ItemName.Split(photo.Stem)!.Value.View;

    private static string ViewBelow(LotFile photo)
    {
        var parts = photo.BelowStem.Split('/').ToList();
        parts.Remove(photo.Folders[0]);
        return string.Join('/', parts);
    }

    private void Put(LotFile photo, string item, string view, ItemSource source)
    {
        _places.Add(photo.File.Path, new PhotoPlace(_lot, item, view));
        _items.Add(item);
        if (IsNamedAsPhoto(photo) && source > Source)
        {
            Source = source;
        }
    }

    private static bool IsNamedAsPhoto(LotFile file) => PhotoName.PromisesPhoto(file.Below);

    private static string Some(IEnumerable<string> names) =>
        names.Order(StringComparer.Ordinal).ToList() is var all && all.Count > Examples ? string.Join(", ", all.Take(Examples)) + ", …" : string.Join(", ", all);
}
