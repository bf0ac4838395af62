using DefectVision.Inspection.Imported;
using DefectVision.Inspection.Judging;
using DefectVision.Inspection.Reviewing;

namespace DefectVision.Inspection;

/// <summary>What persons, gauges, laboratories and other inspectors said. What is null was not given.</summary>
/// <param name="Confirmed">Answers of persons.</param>
/// <param name="Measured">Dimensions measured.</param>
/// <param name="Tests">Tests made.</param>
/// <param name="ThirdParty">A third party's report.</param>
public sealed record GivenEvidence(ConfirmedList? Confirmed, MeasurementList? Measured, TestList? Tests, ThirdPartyReport? ThirdParty)
{
    public static GivenEvidence None { get; } = new(null, null, null, null);

    /// <summary>What measurements and tests show against the items of a lot, by item, in the order of the lists.</summary>
    public ILookup<string, Nonconformity> Against(string lot, AgreedTerms terms) =>
        OutOfTolerance(lot).Select(one => (one.Item, Fact: new Nonconformity(SectionKind.Measurements, terms.SeverityOfPoint(one.Point), one.Point, one.Date)))
            .Concat(FailedTests(lot).Where(one => one.Item is not null).Select(one => (Item: one.Item!, Fact: new Nonconformity(SectionKind.Tests, terms.TestSeverity, one.Test, one.Date))))
            .ToLookup(one => one.Item, one => one.Fact, StringComparer.Ordinal);

    /// <summary>The same evidence as far as it was known at a moment. What has no date is left out: nobody knows when it came.</summary>
    /// <param name="moment">A day stands for its beginning, UTC; a third party's report is left out.</param>
    public GivenEvidence UpTo(DateTimeOffset moment)
    {
        var day = DateOnly.FromDateTime(moment.UtcDateTime);
        return Only(reading => reading.Time <= moment, one => one.Date <= day, one => one.Date <= day, different => different.Time <= moment);
    }

    /// <summary>What persons, gauges and tests said of one lot. A third party makes no lot fail and is left out.</summary>
    /// <param name="lot">By its whole name.</param>
    public GivenEvidence Of(string lot) => Only(reading => reading.Lot == lot, one => one.Lot == lot, one => one.Lot == lot, different => different.Lot == lot);

    /// <summary>Every moment at which something against a lot became known, in order: what speaks for it cannot make it fail.</summary>
    public IReadOnlyList<DateTimeOffset> MomentsAgainst(string lot) =>
    [
        .. (Confirmed?.Readings ?? []).Where(reading => reading.Lot == lot && reading.IsDefective).Select(reading => reading.Time)
            .Concat(OutOfTolerance(lot).Select(one => one.Date).Concat(FailedTests(lot).Select(one => one.Date)).OfType<DateOnly>().Select(Beginning))
            .Distinct()
            .Order(),
    ];

    /// <summary>Measurements of a lot beyond a limit.</summary>
    /// <param name="lot">By its whole name.</param>
    public IEnumerable<Measurement> OutOfTolerance(string lot) => (Measured?.Measurements ?? []).Where(one => one.Lot == lot && one.Standing == MeasuredStanding.Fail);

    /// <summary>Tests that a lot failed, by the testers' word.</summary>
    /// <param name="lot">By its whole name.</param>
    public IEnumerable<TestResult> FailedTests(string lot) => (Tests?.Results ?? []).Where(one => one.Lot == lot && !one.IsPassed);

    private GivenEvidence Only(Func<Confirmation, bool> said, Func<Measurement, bool> measured, Func<TestResult, bool> tested, Func<DifferentItem, bool> parted) => new(
        Confirmed is null ? null : new ConfirmedList(Confirmed.Name, Confirmed.Sha256, [.. Confirmed.Readings.Where(said)]) { Different = [.. Confirmed.Different.Where(parted)] },
        Measured is null ? null : new MeasurementList(Measured.Name, Measured.Sha256, [.. Measured.Measurements.Where(measured)]),
        Tests is null ? null : new TestList(Tests.Name, Tests.Sha256, [.. Tests.Results.Where(tested)]),
        null);

    private static DateTimeOffset Beginning(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
