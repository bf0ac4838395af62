namespace DefectVision.Cases.Reviewing;

/// <summary>How a case is to be reviewed.</summary>
/// <param name="Folder">Full path of the case.</param>
public sealed record ReviewRequest(string Folder)
{
    /// <summary>Where the shipment is now; null: where it was inspected.</summary>
    public string? Shipment { get; init; }

    /// <summary>Share of the items of a lot that nothing points at to read, 0 to 1; null: a tenth, 60 at least. Counts only before the first answer.</summary>
    public double? AuditShare { get; init; }

    /// <summary>Draws the audit sample; null: it follows from the analysis plan, which stood before the photos were scored. Counts only before the first answer.</summary>
    public ulong? Seed { get; init; }
}
