using DefectVision.Inspection.Judging;
using DefectVision.Inspection.Reviewing;

namespace DefectVision.Cases.Reviewing;

/// <summary>A lot as the review stands.</summary>
/// <param name="Judged">With every answer that stands.</param>
/// <param name="Verified">What the audit sample says of the items that nobody read.</param>
/// <param name="ToRead">Items that the protocol puts before every reader: what something points at, and the audit sample.</param>
/// <param name="Read">Of those, read by anybody.</param>
public sealed record ReviewLot(LotJudgement Judged, LotVerification Verified, int ToRead, int Read);
