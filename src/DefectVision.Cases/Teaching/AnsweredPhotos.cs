namespace DefectVision.Cases.Teaching;

/// <summary>What the answers of persons in one inspection can teach: photos that are known to be good, and photos that show a defect.</summary>
/// <param name="Inspection">Name of the shipment.</param>
/// <param name="Photos">In the order of lots, items and paths; one at least.</param>
/// <param name="Readers">Whose answers they are, in ordinal order of their names.</param>
/// <param name="LeftOut">Items that were answered for and give no photo, by reason.</param>
public sealed record AnsweredPhotos(string Inspection, IReadOnlyList<AnsweredPhoto> Photos, IReadOnlyList<string> Readers, IReadOnlyList<LeftOutItems> LeftOut)
{
    /// <summary>Name of the case, which is that of its folder.</summary>
    public required string Case { get; init; }

    /// <summary>SHA-256 of every photo of an item in the case, answered or not: a label that a photo had from this case and has no more was taken back.</summary>
    public required IReadOnlySet<string> Inspected { get; init; }

    /// <summary>Items that give at least one photo.</summary>
    public int Items => Photos.DistinctBy(photo => (photo.Lot, photo.Item)).Count();

    /// <summary>Where the labels come from, for the card of a model.</summary>
    public override string ToString()
    {
        var left = LeftOut.Sum(items => items.Items.Count);
        return FormattableString.Invariant($"answers of persons in the inspection {Inspection}: {Counted(Items)}, {(Readers.Count == 1 ? "reader" : "readers")} {string.Join(", ", Readers)}")
            + (left == 0 ? string.Empty : $"; {Counted(left)} answered for and left out");
    }

    private static string Counted(int items) => FormattableString.Invariant($"{items} {(items == 1 ? "item" : "items")}");
}
