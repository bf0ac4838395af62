namespace DefectVision.Inspection.Reviewing;

/// <summary>A person's word that an item is not another item once more, though photos of the two show the same shot.</summary>
/// <param name="Lot">The lot, by its whole name.</param>
/// <param name="Item">The item.</param>
/// <param name="Reader">Who looked.</param>
/// <param name="Time">When, UTC.</param>
public sealed record DifferentItem(string Lot, string Item, string Reader, DateTimeOffset Time)
{
    /// <summary>Said in a review of the case.</summary>
    public bool IsReviewed { get; init; }
}
