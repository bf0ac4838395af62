using DefectVision.Inspection.Reviewing;

namespace DefectVision.Cases.Reviewing;

/// <summary>What a reader learns of an item once he has decided.</summary>
/// <param name="Item">As he decided.</param>
/// <param name="Reason">Why it was put before him.</param>
/// <param name="Flagged">The model flagged it; null where no model judges it.</param>
/// <param name="DefectClass">That the model named; null where none.</param>
/// <param name="Score">Of the model, the highest of its photos; null where there is none.</param>
/// <param name="Unlikeness">How unlike the other items it is, times the middle photo; null where not known.</param>
/// <param name="HeatMaps">Ids of its photos of which a heat map is kept.</param>
public sealed record ReviewTold(ReviewItem Item, ReviewReason Reason, bool? Flagged, string? DefectClass, double? Score, double? Unlikeness, IReadOnlyList<string> HeatMaps);
