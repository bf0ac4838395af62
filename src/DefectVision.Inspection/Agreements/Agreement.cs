using System.Collections.Immutable;
using DefectVision.Statistics.Sampling;

namespace DefectVision.Inspection.Agreements;

/// <summary>What was agreed of a defect class.</summary>
/// <param name="Severity">How much it counts; null when not said.</param>
/// <param name="Cause">What it is associated with; null when not said.</param>
public sealed record AgreedClass(Severity? Severity, Cause? Cause)
{
    /// <summary>What it is called in languages other than English, by their codes; those that were not said are absent.</summary>
    public ImmutableSortedDictionary<string, string> Names { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}

/// <summary>The agreement between buyer and supplier, as far as an inspection and a claim need it. What is absent is null here and printed as a default.</summary>
public sealed record Agreement
{
    public string? PurchaseOrder { get; init; }

    public string? Product { get; init; }

    public Party? Supplier { get; init; }

    /// <summary>Where the goods were made, where that is not the supplier.</summary>
    public Party? Factory { get; init; }

    public Party? Buyer { get; init; }

    public Invoice? Invoice { get; init; }

    public Contract Contract { get; init; } = Contract.None;

    public Costs Costs { get; init; } = Costs.None;

    /// <summary>Standard and edition that the sampling plan is read from.</summary>
    public string? Standard { get; init; }

    /// <summary>General I, II, III or special S-1 to S-4.</summary>
    public string? InspectionLevel { get; init; }

    /// <summary>Inspection levels of single sections, where they are not <see cref="InspectionLevel"/>.</summary>
    public IReadOnlyDictionary<SectionKind, string> Levels { get; init; } = new SortedDictionary<SectionKind, string>();

    /// <summary>Normal, tightened or reduced inspection; null when not said, and by lot where lots differ (<see cref="AgreedLot.InspectionSeverity"/>).</summary>
    public InspectionSeverity? InspectionSeverity { get; init; }

    /// <summary>Sections without which a lot is not accepted, beside workmanship, which always is required.</summary>
    public IReadOnlyList<SectionKind> RequiredSections { get; init; } = [];

    /// <summary>How much an item out of tolerance counts.</summary>
    public AgreedMeasurements Measurements { get; init; } = AgreedMeasurements.None;

    /// <summary>How much an item counts that failed a test without being a safety or laboratory failure; null when not said.</summary>
    public Severity? TestSeverity { get; init; }

    /// <summary>When, where and by whom the goods were inspected.</summary>
    public InspectionVisit Visit { get; init; } = InspectionVisit.None;

    /// <summary>How the photographed items were chosen; null when not recorded.</summary>
    public SamplingFrame? Sampling { get; init; }

    /// <summary>The pictures that were agreed of every item, and by lot where lots differ (<see cref="AgreedLot.Views"/>).</summary>
    public AgreedViews Views { get; init; } = AgreedViews.None;

    /// <summary>Price of one item; null when not said.</summary>
    public decimal? UnitPrice { get; init; }

    /// <summary>Three letters of ISO 4217; null when not said.</summary>
    public string? Currency { get; init; }

    /// <summary>Only the severities that the agreement names.</summary>
    public IReadOnlyDictionary<Severity, SeverityLimit> Limits { get; init; } = new SortedDictionary<Severity, SeverityLimit>();

    /// <summary>Limits for severities that are counted together, an item once.</summary>
    public IReadOnlyList<AgreedLimit> Combined { get; init; } = [];

    /// <summary>By lot name or by the last part of it (the folder's own name).</summary>
    public IReadOnlyDictionary<string, AgreedLot> Lots { get; init; } = new SortedDictionary<string, AgreedLot>(StringComparer.Ordinal);

    /// <summary>By defect class.</summary>
    public IReadOnlyDictionary<string, AgreedClass> Classes { get; init; } = new SortedDictionary<string, AgreedClass>(StringComparer.Ordinal);

    /// <summary>Lower-case hex SHA-256 of the file; null when there is none.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Of the file; null when there is none.</summary>
    public string? FileName { get; init; }

    /// <summary>Keys that the file holds and this version does not read, as "line 12: currency".</summary>
    public IReadOnlyList<string> Unread { get; init; } = [];

    /// <summary>What was assumed where the file is not as this version writes it, a sentence each.</summary>
    public IReadOnlyList<FormattableString> Assumed { get; init; } = [];

    public static Agreement None { get; } = new();
}
