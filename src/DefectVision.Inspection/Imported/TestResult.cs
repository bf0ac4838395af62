namespace DefectVision.Inspection.Imported;

/// <summary>What a test looks at.</summary>
public enum TestKind
{
    /// <summary>Whether the goods do what they are for.</summary>
    Functional,

    /// <summary>Whether they are safe.</summary>
    Safety,

    /// <summary>What a laboratory found of material or content.</summary>
    Laboratory,
}

/// <summary>A file that a list names, such as a laboratory's report. It goes into the packet as it is.</summary>
/// <param name="Path">Below the folder of the list, parts joined by '/'.</param>
/// <param name="Sha256">Of its bytes, lower-case hex.</param>
public sealed record NamedDocument(string Path, string Sha256);

/// <summary>What a test made elsewhere found. Pass or fail is the tester's word, not worked out from required and found.</summary>
/// <param name="Lot">The lot, by its whole name.</param>
/// <param name="Item">The item; null for a specimen that stands for the lot.</param>
/// <param name="Test">What was tested.</param>
/// <param name="Kind">Functional, safety or laboratory.</param>
/// <param name="Standard">By which standard and edition; null when not said.</param>
/// <param name="Required">What it asks for, in the tester's words; null when not said.</param>
/// <param name="Found">What was found, in the tester's words; null when not said.</param>
/// <param name="IsPassed">The tester's answer.</param>
/// <param name="Laboratory">Who tested; null when not said.</param>
/// <param name="ReportNumber">Of the tester's report; null when not said.</param>
/// <param name="Document">The report itself; null when none is named.</param>
public sealed record TestResult(
    string Lot,
    string? Item,
    string Test,
    TestKind Kind,
    string? Standard,
    string? Required,
    string? Found,
    bool IsPassed,
    string? Laboratory,
    string? ReportNumber,
    NamedDocument? Document)
{
    /// <summary>By the list, a failure of this test fails the lot.</summary>
    public bool IsMandatory { get; init; }

    /// <summary>When it was tested or reported; null when not given.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>A failed safety or laboratory test, or a failed mandatory one: it fails the lot whatever the others say.</summary>
    public bool FailsLot => !IsPassed && (IsMandatory || Kind is TestKind.Safety or TestKind.Laboratory);
}

/// <summary>Tests made elsewhere, as one file.</summary>
/// <param name="Name">Of the file.</param>
/// <param name="Sha256">Of its bytes, lower-case hex.</param>
/// <param name="Results">In the order of the file.</param>
public sealed record TestList(string Name, string Sha256, IReadOnlyList<TestResult> Results)
{
    /// <summary>Each document once, in ordinal order of path.</summary>
    public IReadOnlyList<NamedDocument> Documents { get; } =
        [.. Results.Select(result => result.Document).OfType<NamedDocument>().Distinct().OrderBy(document => document.Path, StringComparer.Ordinal)];
}
