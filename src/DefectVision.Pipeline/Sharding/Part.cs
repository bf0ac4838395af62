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
public sealed record Part(Shard Shard, int Files, int OfFiles, string WalkSha256, string PlanSha256, string Program, string? ModelSha256, string Limits, DateTimeOffset Started, string JournalSha256)
{
    /// <summary>The kind of processor that its last run was on; null where an earlier version wrote the part.</summary>
    public string? Processor { get; init; }

    /// <summary>A sentence where parts were scored on unlike kinds of processors; null where all are of one kind.</summary>
    public static string? Unlike(IEnumerable<Part> parts)
    {
        var kinds = parts.GroupBy(part => part.Processor ?? "not recorded", StringComparer.Ordinal).OrderBy(kind => kind.Key, StringComparer.Ordinal).ToList();
        return kinds.Count <= 1 ? null
            : $"the parts were scored on unlike processors ({string.Join("; ", kinds.Select(kind => $"{kind.Key}: {string.Join(", ", kind.Select(part => part.Shard))}"))}): scores may differ in their last digits from those of one machine; items so near to the threshold are held";
    }
}
