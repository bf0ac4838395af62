namespace DefectVision.Cases.Reviewing;

/// <summary>What was taken back.</summary>
/// <param name="Name">Of the item it was said of.</param>
/// <param name="Item">As it is before the reader again; null where the case no longer has it.</param>
public sealed record ReviewUndone(string Name, ReviewItem? Item);
