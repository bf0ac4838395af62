using DefectVision.Evidence;

namespace DefectVision.Cases.Teaching;

/// <summary>What to answer for next.</summary>
/// <param name="Items">In the order to look in, each with its photo and why.</param>
/// <param name="Unanswered">Items of the case that nobody answered for and of which a photo was read.</param>
/// <param name="Repeated">Of these, left out since they show the same shot as one that is asked for or answered.</param>
/// <param name="List">Full path of the list.</param>
public sealed record NextPhotos(IReadOnlyList<AskedItem> Items, int Unanswered, int Repeated, string List);
