using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using DefectVision.Imaging;
using DefectVision.Training.Labels.Answered;
using DefectVision.Training.Labels.Layouts;

namespace DefectVision.Training.Labels;

/// <summary>
/// Labelled photos, in any of the layouts of <see cref="LabelLayout"/>. Where the set has <c>train/</c> and <c>test/</c>,
/// learning takes the first and measuring the second.
/// </summary>
/// <param name="Name">The folder's name.</param>
/// <param name="Photos">In ordinal order of label and path.</param>
public sealed record LabelledSet(string Name, IReadOnlyList<LabelledPhoto> Photos)
{
    /// <summary>How the labels lay.</summary>
    public LabelLayout Layout { get; init; } = LabelLayout.Folders;

    /// <summary>Where its labels come from, in words.</summary>
    public string LabelledHow { get => field ?? $"read as {LayoutWords.Of(Layout)}"; init; }

    /// <summary>Photos of the set that carry no label and are passed over, in ordinal order.</summary>
    public IReadOnlyList<string> Unlabelled { get; init; } = [];

    /// <summary>What tells which photos show one item.</summary>
    public ItemsSaidBy ItemsSaidBy { get; init; }

    /// <summary>What its labels say that cannot be used, each with its place: the photos are left out.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>Defect classes in ordinal order.</summary>
    public IReadOnlyList<string> DefectClasses { get; } =
        [.. Photos.Where(photo => !photo.IsGood).Select(photo => photo.Label).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>SHA-256 over label and content of every photo, whatever their names.</summary>
    public string Sha256
    {
        get
        {
            var lines = Photos.Select(photo => $"{photo.Label} {photo.Sha256}\n").Order(StringComparer.Ordinal);
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))));
        }
    }

    /// <summary>Photos per label, "good" first.</summary>
    public IReadOnlyDictionary<string, int> Counts =>
        Photos.GroupBy(photo => photo.Label).OrderBy(group => group.Key == LabelledPhoto.Good ? 0 : 1).ThenBy(group => group.Key, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Count());

    /// <param name="folder">The set.</param>
    /// <param name="part">"train" or "test": which part is taken where the set has parts.</param>
    /// <param name="groupPattern">
    /// Finds the group in a file's name (its first capture, or the whole match). Where it is null or finds nothing, the group is what the labels say,
    /// and where they say nothing, every photo is a group of its own. Where it is null, the names may tell items, see <see cref="PhotoItems"/>.
    /// </param>
    /// <param name="layout">How the labels lie.</param>
    /// <param name="wantsGood">A set without good photos is refused.</param>
    /// <param name="keepsFaults">Labels that cannot be used are among <see cref="Faults"/>; else the first of them is an error.</param>
    /// <param name="unlabelledIsGood">In a YOLO set a photo without a text file is good; else it has no label.</param>
    /// <exception cref="DirectoryNotFoundException">No such folder.</exception>
    /// <exception cref="DatasetException">Its labels cannot be told or read, or it holds no good photos.</exception>
    public static LabelledSet Read(string folder, string part, Regex? groupPattern, LabelLayout layout = LabelLayout.Auto, bool wantsGood = true, bool keepsFaults = false, bool unlabelledIsGood = false)
    {
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"{folder}: no such folder");
        }

        var place = new SetFolder(folder, part) { WantsGood = wantsGood, UnlabelledIsGood = unlabelledIsGood };
        var (told, entries) = PlainFile.In(folder, _ =>
        {
            var guessed = layout == LabelLayout.Auto ? LayoutGuess.Of(place) : layout;
            return (guessed, LayoutReading.Of(place, guessed));
        });
        if (!keepsFaults && place.Faults.Count > 0)
        {
            throw new DatasetException(place.Faults[0] + (place.Faults.Count == 1 ? string.Empty : FormattableString.Invariant($" ({place.Faults.Count} labels cannot be used, this is the first)")));
        }

        if (!entries.Any(entry => entry.Label is not null && (entry.Label == LabelledPhoto.Good || !wantsGood)))
        {
            throw new DatasetException(FormattableString.Invariant(
                $"{folder}: found no photo labelled '{LabelledPhoto.Good}' among {entries.Count(entry => entry.Label is not null)}, read as {LayoutWords.Of(told)}; wanted good photos{(told == LabelLayout.Yolo && entries.Any(entry => entry.Label is null) ? " (photos without a text file are good with --unlabelled good)" : string.Empty)}"));
        }

        IReadOnlyList<LabelEntry> labelled = [.. entries.Where(entry => entry.Label is not null)];
        var items = PhotoItems.Of(labelled, groupPattern);
        return new LabelledSet(
            place.Name,
            [.. labelled
                .Select(entry => Labelled(entry, items.Of(entry)))
                .OrderBy(photo => photo.Label, StringComparer.Ordinal).ThenBy(photo => photo.Path, StringComparer.Ordinal)])
        {
            Layout = told,
            LabelledHow = AnswerNotes.Of(place.Full)?.How([.. labelled.Select(entry => entry.Path)])!,
            ItemsSaidBy = items.SaidBy,
            Faults = [.. place.Faults],
            Unlabelled = [.. entries.Where(entry => entry.Label is null).Select(entry => entry.Path).Order(StringComparer.Ordinal)],
        };
    }

    /// <summary>Labels that are given photo by photo. Those of a photo that is gone or changed, or that contradict themselves, are among <see cref="Faults"/>.</summary>
    /// <param name="given">The labels.</param>
    /// <param name="spelling">Of the classes in them.</param>
    internal static LabelledSet Of(GivenLabels given, ClassSpelling spelling)
    {
        var read = given.Labels.Select(label => Given(label, spelling)).ToList();
        return new LabelledSet(given.Name, [.. read.Select(one => one.Photo).OfType<LabelledPhoto>()])
        {
            LabelledHow = given.How,
            ItemsSaidBy = given.Labels.CountBy(label => label.Group).Any(item => item.Value > 1) ? ItemsSaidBy.Labels : ItemsSaidBy.Nothing,
            Faults = [.. read.Select(one => one.Fault).OfType<string>()],
        };
    }

    /// <summary>The set with some of its photos alone.</summary>
    public LabelledSet Only(IReadOnlyList<LabelledPhoto> photos) => new(Name, photos)
    {
        Layout = Layout,
        LabelledHow = LabelledHow,
        Unlabelled = Unlabelled,
        ItemsSaidBy = ItemsSaidBy,
        Faults = Faults,
    };

    /// <summary>Labelled photos of another part of the set; none where the labels do not tell the parts apart, or that part cannot be read.</summary>
    /// <param name="folder">The set.</param>
    /// <param name="part">"train" or "test".</param>
    public IReadOnlyList<LabelledPhoto> Beside(string folder, string part)
    {
        var own = Photos.Select(photo => photo.Path).ToHashSet(StringComparer.Ordinal);
        try
        {
            return
            [
                .. LayoutReading.Of(new SetFolder(folder, part), Layout)
                    .Where(entry => entry.Label is not null && !own.Contains(entry.Path))
                    .Select(entry => Labelled(entry, (entry.Group, entry.Group))),
            ];
        }
        catch (DatasetException)
        {
            return [];
        }
    }

    private static (LabelledPhoto? Photo, string? Fault) Given(GivenLabel label, ClassSpelling spelling)
    {
        if (!label.IsGood && label.DefectClass is { } named && ClassRule.IsGood(named))
        {
            return (null, $"{label.ShownAs}: found the defect class '{named}' for a photo that shows a defect, wanted the name of the defect");
        }

        var name = label.IsGood ? LabelledPhoto.Good : label.DefectClass is null ? LabelledPhoto.Unnamed : spelling.Of(label.DefectClass);
        var photo = Labelled(new LabelEntry(label.Path, name, label.Group, label.ShownAs).Marked(label.Regions), (label.Group, label.Group)) with { ShownAs = label.ShownAs };
        return photo.Sha256 == label.Sha256 ? (photo, null)
            : (null, File.Exists(label.Path)
                ? $"{label.ShownAs}: found a file of SHA-256 {photo.Sha256[..12]}…, wanted the photo that was labelled, of {label.Sha256[..12]}…"
                : $"{label.ShownAs}: found no such file, wanted the photo that was labelled");
    }

    private static LabelledPhoto Labelled(LabelEntry entry, (string Group, string Item) place)
    {
        var bytes = BytesOf(entry.Path);
        var header = PhotoReader.ReadHeader(bytes);
        return new LabelledPhoto(entry.Path, entry.Label!, place.Group, Convert.ToHexStringLower(SHA256.HashData(bytes)), header)
        {
            Item = place.Item,
            Boxes = entry.BoxesOf(header),
            Mask = entry.Mask,
        };
    }

    // What cannot be opened is a photo without content, and ends among those left out.
    private static byte[] BytesOf(string path)
    {
        try
        {
            return PlainFile.Bytes(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
