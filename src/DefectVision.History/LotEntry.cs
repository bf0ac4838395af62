using DefectVision.Inspection;
using DefectVision.Inspection.Judging;
using DefectVision.Statistics;
using DefectVision.Statistics.Sampling;

namespace DefectVision.History;

/// <summary>What is kept of one lot.</summary>
/// <param name="Name">By its whole name.</param>
/// <param name="Size">Items in the lot; null when nobody said.</param>
/// <param name="Items">Of the sample.</param>
/// <param name="Flagged">Of the sample, by the model.</param>
/// <param name="Decided">Of the sample, those found nonconforming or good: by persons, measurements or tests, or cleared by a model. An item whose photos cannot be read, on which readers differ, or whose flag nobody has read is none of them.</param>
/// <param name="Nonconforming">Of the sample, shown by persons, measurements or tests.</param>
/// <param name="IsLookedAt">A person, a measurement or a test speaks of it.</param>
/// <param name="Verdict">Of the lot.</param>
public sealed record LotEntry(string Name, long? Size, long Items, long Flagged, long Decided, long Nonconforming, bool IsLookedAt, Verdict Verdict)
{
    public DateOnly? Produced { get; init; }

    public DateOnly? Due { get; init; }

    public DateOnly? Shipped { get; init; }

    public DateOnly? Arrived { get; init; }

    /// <summary>Parts or materials in it, with their own lots, as the agreement names them.</summary>
    public IReadOnlyList<string> Components { get; init; } = [];

    /// <summary>Lot numbers, article numbers and trade item numbers that its labels carry.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>Price of all its items; null where size or price are not known.</summary>
    public decimal? Value { get; init; }

    /// <summary>Its nonconforming items, drawn or not, in order of their numbers.</summary>
    public IReadOnlyList<ExhibitEntry> Exhibits { get; init; } = [];

    /// <summary>Share of its items shown nonconforming, at least and at most, at 95 % each side, as the report has it; null where nobody looked.</summary>
    public BoundsEntry? Bounds { get; init; }

    /// <summary>Nonconforming items by class, worst severity and cause, as the report counts them.</summary>
    public IReadOnlyList<DefectEntry> Defects { get; init; } = [];

    /// <summary>Every section that was inspected, with its answer.</summary>
    public IReadOnlyDictionary<SectionKind, SectionAnswer> Sections { get; init; } = new SortedDictionary<SectionKind, SectionAnswer>();

    /// <summary>What its sampling plans said, where they are of ISO 2859-1; in the order of the limits.</summary>
    public IReadOnlyList<ReadingEntry> Readings { get; init; } = [];

    /// <summary>What is counted of it over time: nonconforming of the items decided on; null where nobody looked, or there are none.</summary>
    public Tally? Found => IsLookedAt && Decided > 0 ? new Tally(Nonconforming, Decided) : null;

    /// <summary>Days after the day it was due; 0 or less: in time. Null where one of the days is not known.</summary>
    public int? DaysLate => Shipped is { } shipped && Due is { } due ? shipped.DayNumber - due.DayNumber : null;

    internal static LotEntry Of(LotJudgement judged, AgreedTerms terms, ExhibitNumbers numbers)
    {
        var agreed = terms.AgreedOf(judged.Lot.Name);
        return new LotEntry(judged.Lot.Name, judged.Lot.Size, judged.Tally.Items, judged.Tally.Flagged, judged.Lot.Items.Count(item => !item.IsOpen || item is { IsNonconforming: true, IsSuspectedDuplicate: false }), judged.Shown, judged.HasEvidence, judged.Verdict)
        {
            Produced = agreed?.ProductionDate,
            Due = agreed?.DueDate,
            Shipped = agreed?.ShipmentDate,
            Arrived = agreed?.ArrivalDate,
            Components = agreed?.Components ?? [],
            Codes = [.. agreed?.Codes ?? [], .. agreed?.Skus ?? [], .. agreed?.Gtins ?? []],
            Value = judged.Lot.SoundSize * (agreed?.UnitPrice ?? terms.Agreement.UnitPrice),
            Bounds = judged.ShownShare is { } share ? new BoundsEntry(share.LowerRate, share.UpperRate, judged.Sample.SpeaksForLot) : null,
            Exhibits =
            [
                .. judged.Nonconforming.Select(item => new ExhibitEntry(numbers.Of(judged.Lot.Name, item.Name)!.Value, item.Name, item.DefectClass, item.WorstSeverity, item.Cause, Exhibited.Main(item)?.Path))
                    .OrderBy(exhibit => exhibit.Number),
            ],
            Defects =
            [
                .. judged.Lot.Items.Where(item => item is { IsNonconforming: true, IsSuspectedDuplicate: false })
                    .CountBy(item => (item.DefectClass, item.WorstSeverity, item.Cause))
                    .Select(entry => new DefectEntry(entry.Key.DefectClass, entry.Key.WorstSeverity, entry.Key.Cause, entry.Value))
                    .OrderBy(entry => entry.Class, StringComparer.Ordinal).ThenBy(entry => entry.Severity).ThenBy(entry => entry.Cause),
            ],
            Readings = terms.Standard == Iso2859.Edition ? [.. judged.Readings.Select(reading => ReadingOf(judged.Lot.Name, reading, terms)).OfType<ReadingEntry>()] : [],
            Sections = new SortedDictionary<SectionKind, SectionAnswer>(judged.Sections.ToDictionary(section => section.Kind, section => section.Answer)),
        };
    }

    private static ReadingEntry? ReadingOf(string lot, PlanReading reading, AgreedTerms terms) =>
        reading is not { AqlPercent: { } aql, AcceptanceNumber: { } acceptance, Own: null, Zero: null } ? null
        : new ReadingEntry(
            reading.Severity.Code,
            new Aql(aql),
            terms.LevelOf(SectionKind.Workmanship),
            terms.InspectionSeverityOf(lot),
            acceptance,
            reading.Count.AtLeast,
            (reading.Answer, reading.Conclusion) switch
            {
                (PlanAnswer.Accepts, _) or (PlanAnswer.Information, SectionAnswer.Pass) => true,
                (PlanAnswer.Rejects, _) or (PlanAnswer.Information, SectionAnswer.Fail) => false,
                _ => null,
            });
}
