using DefectVision.Inspection.Drawing;
using DefectVision.Inspection.Judging;

namespace DefectVision.Inspection;

/// <summary>How photos were assigned to items.</summary>
public enum ItemSource
{
    /// <summary>The manifest names the item of each photo.</summary>
    Manifest,

    /// <summary>Each sub-folder of the lot is an item.</summary>
    SubFolders,

    /// <summary>The file name holds the item and the view.</summary>
    FileNames,

    /// <summary>The names of the photos are those of the drawn items.</summary>
    DrawList,

    /// <summary>Nothing tells the item: each photo was taken for an item of its own.</summary>
    EachPhoto,
}

/// <summary>Goods submitted together for one decision (ISO 2859-1), as far as they were photographed.</summary>
/// <param name="Name">Folder path under the shipment, or as the manifest or the agreement names it.</param>
/// <param name="Size">Number of items in the lot; null when nobody said.</param>
/// <param name="ItemSource">How photos were assigned to items.</param>
/// <param name="Items">Ordered by name (ordinal); where a draw list names the lot, the items of that list, photographed or not.</param>
public sealed record Lot(string Name, long? Size, ItemSource ItemSource, IReadOnlyList<Item> Items)
{
    /// <summary>True when a list or an agreement means this lot: by its whole name or the last parts of it.</summary>
    /// <param name="lot">The lot's whole name.</param>
    /// <param name="name">As it is written there.</param>
    public static bool IsNamed(string lot, string name) => lot == name || lot.EndsWith("/" + name, StringComparison.Ordinal);

    /// <summary>The items of the sample, then those that were not drawn.</summary>
    public IEnumerable<Item> AllItems => Items.Concat(NotDrawn);

    /// <summary>Items found: those of the sample, and those photographed beside the draw.</summary>
    public long Found => Items.Count + NotDrawn.Count;

    /// <summary>More items were found than the lot is said to hold: one of the two numbers is wrong.</summary>
    public bool IsSizeContradicted => Size < Found;

    /// <summary>The size that plans and bounds may rest on; null when nobody said, and when more items were found.</summary>
    public long? SoundSize => IsSizeContradicted ? null : Size;

    /// <summary>Photos of one item that the model scored, at most: each is a chance of a false alarm.</summary>
    public int MostLooks => Items.Max(item => item.Photos.Count(photo => photo.Finding is not null));

    /// <summary>The items held against the draw list; null when no list names this lot.</summary>
    public DrawCheck? Draw { get; init; }

    /// <summary>The cartons that were drawn from it; null where items were drawn from the whole lot, and where every item was inspected.</summary>
    public DrawnCartons? Cartons => Items.Count == Size && NotDrawn.Count == 0 ? null : Draw?.List.Cartons;

    /// <summary>Items photographed beside the draw, ordered by name: shown, and counted in no statement about the lot.</summary>
    public IReadOnlyList<Item> NotDrawn { get; init; } = [];

    /// <summary>Photos that the model judges.</summary>
    public IEnumerable<InspectedFile> JudgedPhotos => Items.SelectMany(item => item.Photos).Where(photo => photo.Finding is { Standing: not Standing.NotJudged });

    /// <summary>Of these, those unlike the photos that the model learned from.</summary>
    public IEnumerable<InspectedFile> PhotosOutsideRange => JudgedPhotos.Where(photo => photo.Finding!.OutsideTrainedRange is not null);

    /// <summary>
    /// More than a fifth of its photos are unlike those that the model learned from. What makes them so, the light or a messenger, has most likely touched the others, too: garments of a lot darkened to
    /// 0.6 were all flagged, and half of the photos lay within the range of brightness.
    /// </summary>
    public bool IsOutsideRange => 5 * PhotosOutsideRange.Count() > JudgedPhotos.Count();

    /// <summary>A count of its items, where none of their flags counts before a person has read it if the lot <see cref="IsOutsideRange"/>.</summary>
    public SeverityCount Weighed(SeverityCount count) => IsOutsideRange ? count with { Unsure = count.Flagged } : count;

    /// <summary>The model does not know the goods of this lot; null where it does, or does not say.</summary>
    public StrangeGoods? Strange { get; init; }

    /// <summary>Photos that stand for an item here and for another item as well, by path, while no person has answered for both items.</summary>
    public IReadOnlyList<string> SharedPhotos { get; init; } = [];

    /// <summary>The same where persons have answered for both.</summary>
    public IReadOnlyList<string> SettledPhotos { get; init; } = [];

    /// <summary>Photos of different bytes whose pictures show the same shot under two items, of which one at least is of this lot.</summary>
    public IReadOnlyList<SharedShot> SharedShots { get; init; } = [];

    /// <summary>Those of which no person has said that the items are different.</summary>
    public IEnumerable<SharedShot> OpenShots => SharedShots.Where(shot => !shot.IsSettled);
}
