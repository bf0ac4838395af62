namespace DefectVision.Inspection.Reviewing;

/// <summary>How items are put before readers, fixed before the first answer.</summary>
/// <param name="Seed">Of the audit sample and of the order in which it is mixed in.</param>
/// <param name="AuditShare">Of the items of a lot that nothing points at, how many are drawn, 0 to 1; null: a tenth, 60 at least.</param>
/// <param name="IsBlind">Readers decide before they see flags, scores, heat maps and other readers' answers.</param>
public sealed record ReviewProtocol(ulong Seed, double? AuditShare, bool IsBlind = true);
