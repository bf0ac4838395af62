using System.Globalization;
using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Imported;
using DefectVision.Inspection.Reviewing;
using DefectVision.Statistics.Sampling;

namespace DefectVision.Evidence.Tests;

/// <summary>
/// Inspections of one lot of 280 items (level II asks for 32 of them), each with another kind of evidence. Judged and claimed as in the product.
/// </summary>
internal static class Cases
{
    public const string Lot = "PO-1/LOT-A";

    /// <summary>Items that the plan asks for.</summary>
    private const int Sample = 32;

    /// <summary>The same under reduced inspection.</summary>
    private const int ReducedSample = 13;

    private static readonly DateTimeOffset Looked = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Every case by name.</summary>
    public static IReadOnlyDictionary<string, Func<ShipmentRecord>> All { get; } = new SortedDictionary<string, Func<ShipmentRecord>>(StringComparer.Ordinal)
    {
        [nameof(FailedSafetyTest)] = FailedSafetyTest,
        [nameof(OutOfTolerance)] = OutOfTolerance,
        [nameof(ThirdPartyDiffers)] = ThirdPartyDiffers,
        [nameof(NoModel)] = () => NoModel(),
        [nameof(NoModelAllLookedAt)] = NoModelAllLookedAt,
        [nameof(FlagsReject)] = FlagsReject,
        [nameof(FlagsHold)] = FlagsHold,
        [nameof(FlagsUnsure)] = FlagsUnsure,
        [nameof(FlagsInTheDark)] = FlagsInTheDark,
        [nameof(ForeignModel)] = ForeignModel,
        [nameof(Clean)] = Clean,
        [nameof(Dispute)] = Dispute,
        [nameof(DrawnAndMissing)] = DrawnAndMissing,
        [nameof(Everything)] = Everything,
        [nameof(OwnPlans)] = OwnPlans,
        [nameof(Reduced)] = Reduced,
        [nameof(Together)] = Together,
        [nameof(ViewsMissing)] = ViewsMissing,
    };

    public static ShipmentRecord FailedSafetyTest() => Photographed(Looking(new GivenEvidence(
        null,
        null,
        new TestList("tests.csv", ShipmentRecord.Digest("tests"), [
            Test("flammability", TestKind.Safety, null, isPassed: false, new DateOnly(2026, 11, 18)),
            Test("zip cycles", TestKind.Functional, "003", isPassed: true, null),
            Test("seam strength", TestKind.Functional, "004", isPassed: false, new DateOnly(2026, 11, 19)) with { IsMandatory = true },
        ]),
        null)));

    public static ShipmentRecord OutOfTolerance() => Photographed(Looking(new GivenEvidence(null, Measured(4), null, null), Full));

    public static ShipmentRecord ThirdPartyDiffers() => Photographed(Looking(new GivenEvidence(
        Answers(Numbers(1, Sample), []),
        null,
        null,
        new ThirdPartyReport("third-party.csv", ShipmentRecord.Digest("theirs"), [
            Theirs("002", isDefective: true), Theirs("003", isDefective: false), Theirs("099", isDefective: true),
        ]))));

    public static ShipmentRecord NoModel(GivenEvidence? evidence = null) => Photographed(Looking(evidence ?? GivenEvidence.None, hasModel: false));

    public static ShipmentRecord NoModelAllLookedAt() => NoModel(new GivenEvidence(Answers(Numbers(1, Sample), ["002"]), null, null, null));

    public static ShipmentRecord FlagsReject() => Photographed(Looking(GivenEvidence.None), flagged: 20);

    public static ShipmentRecord FlagsHold() => Photographed(Looking(GivenEvidence.None), flagged: 4);

    /// <summary>14 flags: 6 on photos that are too dark and too compressed, 4 on what are perhaps other goods, 4 that count.</summary>
    public static ShipmentRecord FlagsUnsure()
    {
        var shipment = Looking(GivenEvidence.None);
        var items = Numbers(1, Sample).Select((name, at) =>
        {
            var photo = Photo(shipment, name, at < 14);
            return shipment.Item(name, at < 6 ? shipment.Unlike(photo, "JPEG quality 40, learned from 75 and more; brightness 0.31, learned from 0.45 to 0.60") : at < 10 ? shipment.Unlike(photo, null, 0.9) : photo);
        }).ToList();
        shipment.Lot(Lot, 280, items);
        return shipment;
    }

    /// <summary>20 flags on photos within the range, and a third of the lot's photos outside it.</summary>
    public static ShipmentRecord FlagsInTheDark()
    {
        var shipment = Looking(GivenEvidence.None);
        var items = Numbers(1, Sample).Select((name, at) =>
        {
            var photo = Photo(shipment, name, at < 20);
            return shipment.Item(name, at >= 20 ? shipment.Unlike(photo, "brightness 0.31, learned from 0.45 to 0.60") : photo);
        }).ToList();
        shipment.Lot(Lot, 280, items);
        return shipment;
    }

    /// <summary>Flags of an imported model, which cannot tell goods that it does not know.</summary>
    public static ShipmentRecord ForeignModel() => Photographed(
        new ShipmentRecord { Name = "PO-1", IsPlanned = true, MostStrange = null, Agreement = new Agreement { Sampling = SamplingFrame.Random } },
        flagged: 20);

    public static ShipmentRecord Clean() => Photographed(Looking(GivenEvidence.None));

    public static ShipmentRecord Dispute()
    {
        var first = Answers(Numbers(1, Sample), ["001", "002", "003"]);
        var second = Answers(Numbers(1, Sample), ["001", "002"], "Wang");
        return Photographed(Looking(new GivenEvidence(new ConfirmedList(first.Name, first.Sha256, [.. first.Readings, .. second.Readings]), null, null, null)), flagged: 3);
    }

    public static ShipmentRecord DrawnAndMissing() =>
        Photographed(Looking(new GivenEvidence(Answers(["001", "002", "003"], ["001", "002"]), null, null, null)), flagged: 4, drawn: [.. Numbers(1, 20), .. Numbers(40, 12)]);

    public static ShipmentRecord Everything()
    {
        var given = FailedSafetyTest().Evidence;
        return Photographed(
            Looking(
                new GivenEvidence(Answers(["001", "002", "003"], ["001", "002"]), Measured(12), given.Tests, ThirdPartyDiffers().Evidence.ThirdParty),
                Full with { RequiredSections = [SectionKind.Measurements], Levels = new SortedDictionary<SectionKind, string> { [SectionKind.Measurements] = "S-4" } }),
            flagged: 4);
    }

    /// <summary>No plan is read from a table: critical and major together by the contract's own, which two found leave between Ac and Re; minor with c = 0.</summary>
    public static ShipmentRecord OwnPlans() => Photographed(Looking(new GivenEvidence(Answers(Numbers(1, Sample), ["001", "002"]), null, null, null), new Agreement
    {
        Limits = new SortedDictionary<Severity, SeverityLimit>
        {
            [Severity.Critical] = SeverityLimit.NotAllowed,
            [Severity.Minor] = new((decimal?)null) { Zero = new ZeroAcceptance(6.5m, ZeroAcceptance.DefaultRisk) { IsRiskDefault = true } },
        },
        Combined = [new AgreedLimit(new SeverityRange(Severity.Critical, Severity.Major), new SeverityLimit((decimal?)null) { Own = new OwnPlan(Sample, 1, 4) })],
    }));

    /// <summary>Reduced inspection of this lot by MIL-STD-105E, 13/1/3: two found lie between the numbers.</summary>
    public static ShipmentRecord Reduced() => Photographed(
        Looking(new GivenEvidence(Answers(Numbers(1, ReducedSample), ["001", "002"]), null, null, null), new Agreement
        {
            Standard = MilStd105E.Edition,
            InspectionSeverity = InspectionSeverity.Tightened,
            Lots = new SortedDictionary<string, AgreedLot> { [Lot] = new(280) { InspectionSeverity = InspectionSeverity.Reduced } },
        }),
        sample: ReducedSample);

    /// <summary>A limit for critical alone, and one for critical and major together: three holes, which are major, are one too many.</summary>
    public static ShipmentRecord Together() => Photographed(Looking(new GivenEvidence(Answers(Numbers(1, Sample), ["001", "002", "003"]), null, null, null), new Agreement
    {
        Sampling = SamplingFrame.Random,
        Limits = new SortedDictionary<Severity, SeverityLimit> { [Severity.Critical] = new(0.65m), [Severity.Minor] = new(4.0m) },
        Combined = [new AgreedLimit(new SeverityRange(Severity.Critical, Severity.Major), new SeverityLimit(2.5m))],
    }));

    /// <summary>The agreement wants front and back: two items have no back, and of a third there is a label alone.</summary>
    public static ShipmentRecord ViewsMissing()
    {
        var shipment = Looking(GivenEvidence.None, new Agreement { Sampling = SamplingFrame.Random, Views = new AgreedViews(["front", "back"], null) });
        var items = Numbers(1, Sample - 1).Select((name, at) => shipment.Item(name, at < 2 ? [Photo(shipment, name, false)] : [Photo(shipment, name, false), Photo(shipment, name, false, "back")])).ToList();
        var label = shipment.Odd($"{Lot}/032_label.jpg", PhotoOutcome.Attachment, "a photo of the packing, a label or a scale, which is not scored", new PhotoPlace(Lot, "032", "label"));
        shipment.Lot(Lot, 280, [.. items, shipment.Item("032") with { Context = [label] }]);
        return shipment;
    }

    /// <summary>Everything agreed that a report prints.</summary>
    public static Agreement Full { get; } = new()
    {
        Measurements = new AgreedMeasurements(Severity.Major, new SortedDictionary<string, Severity>(StringComparer.Ordinal) { ["chest"] = Severity.Critical }),
        TestSeverity = Severity.Minor,
        Sampling = SamplingFrame.Random,
        UnitPrice = 12.50m,
        Currency = "USD",
        Contract = Contract.None with { TolerancePercent = 1, ToleranceKind = ToleranceKind.Threshold, LatePercentPerWeek = 0.5m, LateWeeks = LateWeeks.Begun, NoticeHours = 72 },
        Visit = new InspectionVisit { Date = new DateOnly(2026, 11, 20), Place = "Ningbo", Inspector = "Li Na" },
    };

    private static ShipmentRecord Looking(GivenEvidence evidence, Agreement? agreement = null, bool hasModel = true) => new()
    {
        Name = "PO-1",
        IsPlanned = true,
        HasModel = hasModel,
        Evidence = evidence,
        Agreement = agreement ?? new Agreement { Sampling = SamplingFrame.Random },
    };

    private static ShipmentRecord Photographed(ShipmentRecord shipment, int flagged = 0, IReadOnlyList<string>? drawn = null, int sample = Sample)
    {
        var names = drawn is null ? Numbers(1, sample) : [.. Numbers(1, 28)];
        var items = names.Select((name, at) => shipment.Item(name, Photo(shipment, name, at < flagged))).ToList();
        shipment.Lot(Lot, 280, items, drawn);
        return shipment;
    }

    private static InspectedFile Photo(ShipmentRecord shipment, string item, bool isFlagged, string view = "front")
    {
        var (place, path) = (new PhotoPlace(Lot, item, view), $"{Lot}/{item}_{view}.jpg");
        return shipment.HasModel ? shipment.Scored(place, path, isFlagged ? 2 : 0.1, isFlagged ? "hole" : null) : shipment.Read(place, path);
    }

    private static List<string> Numbers(int from, int count) => [.. Enumerable.Range(from, count).Select(number => number.ToString("D3", CultureInfo.InvariantCulture))];

    private static ConfirmedList Answers(IReadOnlyList<string> items, IReadOnlyList<string> defective, string reader = "Li") => new(
        "confirmed.csv",
        ShipmentRecord.Digest("confirmed"),
        [.. items.Select(item => new Confirmation(Lot, item, defective.Contains(item) ? ReaderWord.Defective : ReaderWord.Good, reader, Looked, defective.Contains(item) ? "hole" : null, null))]);

    private static MeasurementList Measured(int items) => new("measurements.csv", ShipmentRecord.Digest("measured"), [
        .. Numbers(1, items).Select((item, at) => new Measurement(Lot, item, at == 0 ? "chest" : "length", 10m, 9.5m, 10.5m, "cm", at < 3 ? 10.7m : 10.1m, "tape 3") { Date = new DateOnly(2026, 11, 19) }),
    ]);

    private static TestResult Test(string name, TestKind kind, string? item, bool isPassed, DateOnly? date) =>
        new(Lot, item, name, kind, "EN 1103", "pass", isPassed ? "pass" : "burns", isPassed, "Lab", "R-7", null) { Date = date };

    private static ThirdPartyFinding Theirs(string item, bool isDefective) =>
        new(Lot, item, isDefective, isDefective ? "hole" : null, isDefective ? Severity.Critical : null, "Inspectors Ltd", "Q-1", new DateOnly(2026, 11, 21), null);
}
