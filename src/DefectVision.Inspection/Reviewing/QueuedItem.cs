using DefectVision.Inspection.Judging;

namespace DefectVision.Inspection.Reviewing;

/// <summary>An item to put before a reader.</summary>
/// <param name="Lot">As it is judged.</param>
/// <param name="Item">At least one photo of it can be read.</param>
/// <param name="Reason">Why it is put there.</param>
public sealed record QueuedItem(LotJudgement Lot, Item Item, ReviewReason Reason)
{
    /// <summary>Names of its lot and of itself.</summary>
    public (string Lot, string Item) Place => (Lot.Lot.Name, Item.Name);
}
