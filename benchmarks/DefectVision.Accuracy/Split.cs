using System.Globalization;
using System.Text.RegularExpressions;
using DefectVision.FirstShipment;
using DefectVision.Imaging;
using DefectVision.Statistics;
using DefectVision.Training.Labels;

namespace DefectVision.Accuracy;

/// <summary>
/// The photos of one kind of goods parted into those that are learned from and those that are measured. Where the folder has train/ and test/ these are the parts; else half of the
/// groups is learned from, drawn by the seed.
/// </summary>
internal sealed partial class Split
{
    /// <summary>Sets on which choices of the recipe were made before it was measured here: what they show is flattered.</summary>
    public static readonly IReadOnlySet<string> Chosen = new HashSet<string>(["bare-pcb", "castings", "circuit-board", "commutators", "magnetic-tile", "screws"], StringComparer.Ordinal);

    /// <summary>What tells photos of one item in the names of sets that have no parts.</summary>
    private static readonly Dictionary<string, Regex> Groups = new(StringComparer.Ordinal) { ["magnetic-tile"] = TileNumber(), ["bare-pcb"] = BoardNumber() };

    /// <param name="goods">All photos.</param>
    /// <param name="seed">Of the draw.</param>
    public static Split Of(Goods goods, ulong seed)
    {
        Func<string, bool> isLearned;
        if (Directory.Exists(Path.Combine(goods.Folder, "train")) && Directory.Exists(Path.Combine(goods.Folder, "test")))
        {
            isLearned = photo => Path.GetRelativePath(goods.Folder, photo).StartsWith("train" + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        }
        else
        {
            var groups = goods.Good.Select(photo => GroupOf(goods, photo)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
            new PinnedGenerator(seed, stream: 7).Shuffle(groups.AsSpan());
            var learned = groups.Take((groups.Length + 1) / 2).ToHashSet(StringComparer.Ordinal);
            isLearned = photo => learned.Contains(GroupOf(goods, photo));
        }

        return new Split(
            Groups.GetValueOrDefault(goods.Name),
            [.. goods.Good.Where(isLearned)],
            new LabelledSet(goods.Name, [.. goods.Good.Concat(goods.Defective).Where(photo => !isLearned(photo)).Order(StringComparer.Ordinal).Select(photo => Labelled(goods, photo))]));
    }

    private Split(Regex? group, IReadOnlyList<string> learned, LabelledSet measured) => (Group, Learned, Measured) = (group, learned, measured);

    /// <summary>The pattern of a photo's group in its name; null where none is known.</summary>
    public Regex? Group { get; }

    /// <summary>Good photos to learn from.</summary>
    public IReadOnlyList<string> Learned { get; }

    /// <summary>Photos to measure on: none of a group that was learned from.</summary>
    public LabelledSet Measured { get; }

    private static string GroupOf(Goods goods, string photo) =>
        Groups.GetValueOrDefault(goods.Name)?.Match(Path.GetFileName(photo)) is { Success: true } match ? match.Groups[1].Value : Path.GetRelativePath(goods.Folder, photo);

    private static LabelledPhoto Labelled(Goods goods, string path) =>
        new(path, Goods.Label(path), GroupOf(goods, path), string.Empty, PhotoReader.ReadHeader(File.ReadAllBytes(path))) { Mask = MaskOf(goods, path), Boxes = BoxesOf(goods, path) };

    // masks/CLASS/NAME.png beside the classes, or ground_truth/CLASS/NAME_mask.png beside train/ and test/.
    private static string? MaskOf(Goods goods, string path)
    {
        var (label, stem) = (Goods.Label(path), Path.GetFileNameWithoutExtension(path));
        return new[] { Path.Combine(goods.Folder, "masks", label, stem + ".png"), Path.Combine(goods.Folder, "ground_truth", label, stem + "_mask.png") }.FirstOrDefault(File.Exists);
    }

    // boxes/NAME.txt, where NAME is the photo's up to "_test": left, top, right, bottom and the kind of defect.
    private static IReadOnlyList<LabelledBox> BoxesOf(Goods goods, string path)
    {
        var file = new[] { Path.GetFileNameWithoutExtension(path), Path.GetFileNameWithoutExtension(path).Replace("_test", string.Empty, StringComparison.Ordinal) }
            .Select(name => Path.Combine(goods.Folder, "boxes", name + ".txt")).FirstOrDefault(File.Exists);
        return file is null || Goods.Label(path) == LabelledPhoto.Good ? [] : [.. File.ReadLines(file).Select(line => line.Split(' ')).Where(words => words.Length >= 4).Select(words => Box([.. words.Take(4).Select(word => double.Parse(word, CultureInfo.InvariantCulture))]))];

        LabelledBox Box(double[] edges) => new(Goods.Label(path), edges[0], edges[1], edges[2] - edges[0], edges[3] - edges[1]);
    }

    [GeneratedRegex(@"num_(?<group>\d+)")]
    private static partial Regex TileNumber();

    [GeneratedRegex(@"^(?<group>\d{5})")]
    private static partial Regex BoardNumber();
}
