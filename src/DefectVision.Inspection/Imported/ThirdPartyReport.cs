namespace DefectVision.Inspection.Imported;

/// <summary>What a third party says of one item.</summary>
/// <param name="Lot">The lot, by its whole name.</param>
/// <param name="Item">The item; it need not be among ours.</param>
/// <param name="IsDefective">Its verdict.</param>
/// <param name="DefectClass">What it calls the defect; null when not said.</param>
/// <param name="Severity">How much it says the defect counts; null when not said.</param>
/// <param name="Inspector">Who inspected, a person or a company; null when not said.</param>
/// <param name="ReportNumber">Null when not said.</param>
/// <param name="Date">Null when not said.</param>
/// <param name="Document">The report itself; null when none is named.</param>
public sealed record ThirdPartyFinding(
    string Lot,
    string Item,
    bool IsDefective,
    string? DefectClass,
    Severity? Severity,
    string? Inspector,
    string? ReportNumber,
    DateOnly? Date,
    NamedDocument? Document);

/// <summary>A third party's inspection report, item by item, as one file.</summary>
/// <param name="Name">Of the file.</param>
/// <param name="Sha256">Of its bytes, lower-case hex.</param>
/// <param name="Findings">In the order of the file, each item once.</param>
public sealed record ThirdPartyReport(string Name, string Sha256, IReadOnlyList<ThirdPartyFinding> Findings)
{
    /// <inheritdoc cref="TestList.Documents"/>
    public IReadOnlyList<NamedDocument> Documents { get; } =
        [.. Findings.Select(finding => finding.Document).OfType<NamedDocument>().Distinct().OrderBy(document => document.Path, StringComparer.Ordinal)];
}
