using DefectVision.Inspection.Reviewing;

namespace DefectVision.Cases.Reviewing;

/// <summary>An item as a reader meets it: nothing of what the model or another reader said of it.</summary>
/// <param name="Id">By which the review knows it.</param>
/// <param name="Lot">By its whole name.</param>
/// <param name="Name">Of the item.</param>
/// <param name="Photos">Those that can be read, in path order.</param>
/// <param name="References">For each of them a good or typical photo of another item, of the same view; null where there is none.</param>
/// <param name="Said">What this reader said of it; null where nothing.</param>
public sealed record ReviewItem(string Id, string Lot, string Name, IReadOnlyList<ReviewPhoto> Photos, IReadOnlyList<ReviewPhoto?> References, ReaderWord? Said);
