using System.Globalization;
using System.Text.RegularExpressions;
using DefectVision.Imaging;
using DefectVision.Statistics;
using DefectVision.Training.Labels;

namespace DefectVision.Accuracy;

/// <summary>
/// One kind of goods: a folder with photos in folders named "good" and defective ones in others. Where it has train/ and test/ these are the split; else half of the groups is
/// learned from, drawn by the seed.
/// </summary>
/// <param name="Name">Of the folder.</param>
/// <param name="Folder">Where it lies.</param>
/// <param name="Photos">All of them, in ordinal order.</param>
internal sealed partial record Goods(string Name, string Folder, IReadOnlyList<string> Photos)
{
    /// <summary>Sets on which choices of the recipe were made before it was measured here: what they show is flattered.</summary>
    public static readonly IReadOnlySet<string> Chosen = new HashSet<string>(["castings", "circuit-board", "commutators", "magnetic-tile", "screws"], StringComparer.Ordinal);

    private static readonly string[] NoPhotos = ["masks", "boxes", "ground_truth"];

    /// <summary>What tells photos of one item in the names of sets that have no parts.</summary>
    private static readonly Dictionary<string, Regex> Groups = new(StringComparer.Ordinal) { ["magnetic-tile"] = TileNumber(), ["bare-pcb"] = BoardNumber() };

    /// <summary>The pattern of a photo's group in its name; null where none is known.</summary>
    public Regex? Group => Groups.GetValueOrDefault(Name);

    private bool HasParts => Directory.Exists(Path.Combine(Folder, "train")) && Directory.Exists(Path.Combine(Folder, "test"));

    /// <summary>Every folder below that has good and defective photos.</summary>
    public static IReadOnlyList<Goods> Below(string folder) =>
    [
        .. Directory.GetDirectories(folder).Order(StringComparer.Ordinal).Select(Of).Where(goods => goods.Photos.Any(IsGood) && !goods.Photos.All(IsGood)),
    ];

    /// <summary>Good photos to learn from.</summary>
    public IReadOnlyList<string> Learned(ulong seed) => [.. Photos.Where(photo => IsGood(photo) && IsLearned(photo, seed))];

    /// <summary>Photos to measure on: none of a group that was learned from.</summary>
    public LabelledSet Measured(ulong seed)
    {
        var photos = Photos.Where(photo => !IsLearned(photo, seed)).Select(Labelled).ToList();
        return new LabelledSet(Name, photos);
    }

    private static Goods Of(string folder) => new(
        Path.GetFileName(folder),
        folder,
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => PhotoName.PromisesPhoto(path) && !Path.GetRelativePath(folder, path).Split(Path.DirectorySeparatorChar).Any(NoPhotos.Contains))
            .Order(StringComparer.Ordinal)]);

    private static string Label(string path) => Path.GetFileName(Path.GetDirectoryName(path)!);

    private static bool IsGood(string path) => Label(path) == LabelledPhoto.Good;

    private bool IsLearned(string photo, ulong seed)
    {
        if (HasParts)
        {
            return Path.GetRelativePath(Folder, photo).StartsWith("train" + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        }

        var groups = Photos.Where(path => IsGood(path)).Select(GroupOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        new PinnedGenerator(seed, stream: 7).Shuffle(groups.AsSpan());
        return groups.Take((groups.Length + 1) / 2).Contains(GroupOf(photo), StringComparer.Ordinal);
    }

    private string GroupOf(string photo)
    {
        var name = Path.GetFileName(photo);
        return Group?.Match(name) is { Success: true } match ? match.Groups[1].Value : Path.GetRelativePath(Folder, photo);
    }

    private LabelledPhoto Labelled(string path)
    {
        var header = PhotoReader.ReadHeader(File.ReadAllBytes(path));
        return new LabelledPhoto(path, Label(path), GroupOf(path), string.Empty, header) { Mask = MaskOf(path), Boxes = BoxesOf(path) };
    }

    // masks/CLASS/NAME.png beside the classes, or ground_truth/CLASS/NAME_mask.png beside train/ and test/.
    private string? MaskOf(string path)
    {
        var (label, stem) = (Label(path), Path.GetFileNameWithoutExtension(path));
        return new[] { Path.Combine(Folder, "masks", label, stem + ".png"), Path.Combine(Folder, "ground_truth", label, stem + "_mask.png") }.FirstOrDefault(File.Exists);
    }

    // boxes/NAME.txt, where NAME is the photo's up to "_test": left, top, right, bottom and the kind of defect.
    private IReadOnlyList<LabelledBox> BoxesOf(string path)
    {
        var file = new[] { Path.GetFileNameWithoutExtension(path), Path.GetFileNameWithoutExtension(path).Replace("_test", string.Empty, StringComparison.Ordinal) }
            .Select(name => Path.Combine(Folder, "boxes", name + ".txt")).FirstOrDefault(File.Exists);
        return file is null || IsGood(path) ? [] : [.. File.ReadLines(file).Select(line => line.Split(' ')).Where(words => words.Length >= 4).Select(words => Box([.. words.Take(4).Select(word => double.Parse(word, CultureInfo.InvariantCulture))]))];

        LabelledBox Box(double[] edges) => new(Label(path), edges[0], edges[1], edges[2] - edges[0], edges[3] - edges[1]);
    }

    [GeneratedRegex(@"num_(?<group>\d+)")]
    private static partial Regex TileNumber();

    [GeneratedRegex(@"^(?<group>\d{5})")]
    private static partial Regex BoardNumber();
}
