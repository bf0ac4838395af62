using System.Text.RegularExpressions;
using DefectVision.Imaging;
using DefectVision.Inspection;
using DefectVision.Inspection.Drawing;
using DefectVision.Inspection.Judging;

namespace DefectVision.Pipeline.Intake;

/// <summary>Lots and items by folders and file names, where no list of photos tells them.</summary>
/// <param name="options">The folder, and how it is read.</param>
/// <param name="terms">Says which lots were agreed.</param>
/// <param name="draw">Says which items were drawn; null when no list was given.</param>
internal sealed class FolderIntake(IntakeOptions options, AgreedTerms terms, DrawList? draw)
{
    private const string AboveTheLots = "it lies above the folders of the lots";

    private readonly HashSet<string> _named = new(StringComparer.Ordinal);

    public ShipmentIntake Of(IReadOnlyList<FoundFile> found)
    {
        var files = Shots.Told(found);
        var photos = files.Where(IsOpen).Where(file => PhotoName.PromisesPhoto(PathOf(file))).ToList();
        _named.UnionWith(NamedForContext(photos));
        var (level, how) = options.LotLevel is { } told
            ? (told, (FormattableString)$"lots were told to stand at level {told} of the folders")
            : LotLevel.Tell([.. photos.Select(Telling)], lot => terms.KeyOf(lot) is not null);

        // Where every photo lies in a folder of labels, the labels are the goods.
        var hasContext = photos.Any(file => !IsContext(file));
        var inLots = files.Where(file => Telling(file).Length >= level).ToLookup(file => LotOf(file, level), file => Below(file, level, hasContext), StringComparer.Ordinal);
        var lots = inLots.ToDictionary(lot => lot.Key, lot => Items(lot.Key, [.. lot.Where(file => IsOpen(file.File))]), StringComparer.Ordinal);
        var places = inLots.SelectMany(lot => lot.Select(file => (file.File.Path, Placed(file, lot.Key, lots[lot.Key])))).ToDictionary(pair => pair.Path, pair => pair.Item2, StringComparer.Ordinal);
        return new ShipmentIntake(
            [.. files.Select(file => places.TryGetValue(file.Path, out var placed) ? placed : Above(file, hasContext))],
            new SortedDictionary<string, ItemSource>(inLots
                .Where(lot => lot.Any(file => IsOpen(file.File) && PhotoName.PromisesPhoto(file.Below)))
                .ToDictionary(lot => lot.Key, lot => SourceOf([.. lot], lots[lot.Key])), StringComparer.Ordinal),
            new HashSet<(string Lot, string Item)>(),
            [],
            [
                $"Lots: {how}.",
                options.ItemPattern is null
                    ? (FormattableString)$"Items: a sub-folder of a lot is an item; else what stands before the last '_' of a file's name, where a word for the view follows it. A number, a date or a time is no view."
                    : $"Items: by the pattern {options.ItemPattern}.",
                .. Topics(photos, hasContext),
                .. Named([.. places.Values.Where(file => file.IsContext && _named.Contains(file.Path)).Select(file => file.Path)]),
                .. lots.OrderBy(lot => lot.Key, StringComparer.Ordinal).SelectMany(lot => lot.Value?.Notes ?? []),
            ]);
    }

    // A photo that was left in a cloud is one of an item, though it cannot be read.
    private static bool IsOpen(FoundFile file) => file.Decided is null || (file.Decided == PhotoOutcome.Unreadable && Companions.IsPlaceholder(file.Path));

    private static string PathOf(FoundFile file) => Companions.PhotoPath(file.Path);

    private static string[] Folders(FoundFile file) => file.Path.Split('/')[..^1];

    // A lot that was agreed is a lot, whatever its name means.
    private bool IsTopic(string[] folders, int at) => Topic.Is(folders[at]) && terms.KeyOf(string.Join('/', folders[..(at + 1)])) is null;

    private string[] Telling(FoundFile file) => Folders(file) is var folders ? [.. folders.Where((_, at) => !IsTopic(folders, at))] : [];

    // A file that is named for a carton and nothing else shows no item. Where that is half of all photos, the cartons are the goods.
    private IEnumerable<string> NamedForContext(IReadOnlyList<FoundFile> photos)
    {
        var named = terms.Agreement.Views.Context is not null ? [] : photos.Where(file => ViewName.IsNothingButContext(Path.GetFileNameWithoutExtension(PathOf(file)))).Select(file => file.Path).ToList();
        return 2 * named.Count < photos.Count ? named : [];
    }

    private static IEnumerable<FormattableString> Named(IReadOnlyList<string> context) => context.Count == 0 ? [] :
        [$"Photos named for packing, labels or a scale show no item and are not scored: {context.Count} ({Names.Some(context)}). The agreement's views: {{ context: […] }} says otherwise."];

    private bool IsContext(FoundFile file) => _named.Contains(file.Path) || (Folders(file) is var folders && folders.Where((name, at) => Topic.IsContext(name) && IsTopic(folders, at)).Any());

    private string LotOf(FoundFile file, int level) => level == 0 ? Path.GetFileName(options.Folder) : string.Join('/', Telling(file)[..level]);

    private LotFile Below(FoundFile file, int level, bool hasContext)
    {
        var (folders, left) = (Folders(file), level);
        var below = folders.Where((_, at) => IsTopic(folders, at) || left-- <= 0).ToList();
        return new LotFile(file, string.Join('/', below.Append(Path.GetFileName(PathOf(file)))), [.. Telling(file)[level..]], hasContext && IsContext(file));
    }

    private LotItems? Items(string lot, IReadOnlyList<LotFile> photos) =>
        options.ItemPattern is null ? new LotItems(lot, photos, draw?.Of(lot)?.Items.ToHashSet(StringComparer.Ordinal) ?? []) : null;

    private FoundFile Placed(LotFile file, string lot, LotItems? items)
    {
        if (!IsOpen(file.File))
        {
            return file.File.Decided != PhotoOutcome.Attachment ? file.File : file.File with { Place = items?.ItemOf(file) is { } item ? new PhotoPlace(lot, item, file.BelowStem) : null };
        }

        var place = items is null ? ByPattern(lot, file) : items.PlaceOf(file.File.Path);
        return place is null ? Context(file.File) with { NearLot = lot } : file.File with { Place = place };
    }

    private FoundFile Above(FoundFile file, bool hasContext) =>
        !IsOpen(file) ? file
        : hasContext && IsContext(file) ? Context(file)
        : file.Decide(PhotoOutcome.OutsideAnyLot, AboveTheLots);

    private static FoundFile Context(FoundFile file) => file.Decide(PhotoOutcome.Attachment, "a photo of packing, marks or the whole, which shows no item that is told") with { IsContext = true };

    private ItemSource SourceOf(IReadOnlyList<LotFile> files, LotItems? items) =>
        items?.Source ?? (files.Where(file => IsOpen(file.File) && PhotoName.PromisesPhoto(file.Below)).All(file => options.ItemPattern!.IsMatch(file.Below)) ? ItemSource.FileNames : ItemSource.EachPhoto);

    private PhotoPlace ByPattern(string lot, LotFile file) => options.ItemPattern!.Match(file.Below) is { Success: true } match
        ? new PhotoPlace(lot, Group(match, "item", 1), Group(match, "view", 2))
        : new PhotoPlace(lot, file.BelowStem, string.Empty);

    private static string Group(Match match, string name, int number) =>
        match.Groups[name] is { Success: true } named ? named.Value
        : match.Groups.Count > number && !match.Groups["item"].Success ? match.Groups[number].Value
        : name == "item" ? match.Value
        : string.Empty;

    private IEnumerable<FormattableString> Topics(IReadOnlyList<FoundFile> photos, bool hasContext)
    {
        var topics = photos.SelectMany(file => Folders(file) is var folders ? folders.Where((_, at) => IsTopic(folders, at)) : []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return topics.Count == 0 ? []
            : hasContext && photos.Any(file => IsContext(file) && !_named.Contains(file.Path)) ? [$"Folders by topic are neither lots nor items: {string.Join(", ", topics)}. A photo of packing, marks or the whole that shows no item is an attachment."]
            : [$"Folders by topic are neither lots nor items: {string.Join(", ", topics)}."];
    }
}
