namespace DefectVision.Pipeline.Sharding;

/// <summary>What a part says of itself when all its files are done.</summary>
/// <param name="Shard">Which part.</param>
/// <param name="Files">Files that were dealt to it.</param>
/// <param name="OfFiles">Files of the whole shipment as this part found it.</param>
/// <param name="WalkSha256">Digest of their paths and sizes, lower-case hex.</param>
/// <param name="PlanSha256">Of the analysis plan.</param>
/// <param name="Program">Name, version and build.</param>
/// <param name="ModelSha256">Null where no model scored.</param>
/// <param name="Limits">The decode limits, in words.</param>
/// <param name="Started">When its first run began, UTC.</param>
/// <param name="JournalSha256">Of its journal's bytes, lower-case hex.</param>
public sealed record Part(Shard Shard, int Files, int OfFiles, string WalkSha256, string PlanSha256, string Program, string? ModelSha256, string Limits, DateTimeOffset Started, string JournalSha256);
