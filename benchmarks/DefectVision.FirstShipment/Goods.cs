using DefectVision.Imaging;
using DefectVision.Statistics;

namespace DefectVision.FirstShipment;

/// <summary>Photos of one kind of goods, good and defective.</summary>
/// <param name="Name">Of the folder.</param>
/// <param name="Folder">Where it lies.</param>
/// <param name="Good">In ordinal order of path.</param>
/// <param name="Defective">In ordinal order of path.</param>
internal sealed record Goods(string Name, string Folder, IReadOnlyList<string> Good, IReadOnlyList<string> Defective)
{
    private static readonly string[] NoPhotos = ["masks", "boxes", "ground_truth"];

    /// <summary>Every folder below that has photos in a folder "good" at any depth; photos in other folders show defects.</summary>
    public static IReadOnlyList<Goods> Below(string folder) =>
    [
        .. Directory.GetDirectories(folder).Order(StringComparer.Ordinal).Select(Of).Where(goods => goods.Good.Count > 0 && goods.Defective.Count > 0),
    ];

    public static Goods Of(string folder)
    {
        var photos = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => PhotoName.PromisesPhoto(path) && !Path.GetRelativePath(folder, path).Split(Path.DirectorySeparatorChar).Any(NoPhotos.Contains))
            .Order(StringComparer.Ordinal)
            .ToLookup(path => Label(path) == "good");
        return new Goods(Path.GetFileName(folder), folder, [.. photos[true]], [.. photos[false]]);
    }

    /// <summary>Photos drawn at random, the same ones for the same seed.</summary>
    public static IReadOnlyList<string> Draw(IReadOnlyList<string> photos, int count, ulong seed)
    {
        var drawn = photos.ToArray();
        new PinnedGenerator(seed, stream: 7).Shuffle(drawn.AsSpan());
        return [.. drawn.Take(count)];
    }

    /// <summary>What a photo shows, by the folder it lies in.</summary>
    public static string Label(string path) => Path.GetFileName(Path.GetDirectoryName(path)!);
}
