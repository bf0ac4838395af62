using DefectVision.Statistics;

namespace DefectVision.Inspection.Judging;

/// <summary>One side of an exact bound for a lot.</summary>
/// <param name="Share">Of the lot's items, 0 to 1.</param>
/// <param name="Counted">The same in items; null where the lot's size is unknown.</param>
/// <param name="Method">Name and version.</param>
internal sealed record LotBound(double Share, CountInterval? Counted, string Method);
