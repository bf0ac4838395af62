using DefectVision.Claims.Deadlines;
using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Claiming;
using DefectVision.Inspection.Drawing;
using DefectVision.Inspection.Imported;
using DefectVision.Inspection.Judging;
using DefectVision.Inspection.Reviewing;
using DefectVision.Statistics;

namespace DefectVision.Claims.Tests;

/// <summary>Records for tests, judged as the product judges.</summary>
internal static class Make
{
    public static readonly DateTimeOffset AsOf = new(2026, 9, 17, 8, 30, 0, TimeSpan.Zero);

    public static Agreement Agreement { get; } = new()
    {
        Sampling = SamplingFrame.Random,
        UnitPrice = 12.50m,
        Currency = "USD",
        Supplier = new Party("Works") { Country = "CN" },
        Costs = new Costs { ReworkPerItem = 0.333m, SortingPerItem = 0.08m, SortingFixed = 250m, Freight = 1000m },
        Lots = new SortedDictionary<string, AgreedLot> { ["LOT-A"] = new(5000) },
    };

    public static InspectionRecord Record(Agreement agreement, int items = 200, int confirmed = 18, bool reviewed = true, string lot = "LOT-A", string item = "i") =>
        Record(agreement, GivenEvidence.None, new MadeLot(lot, items, confirmed, reviewed) { Item = item });

    /// <param name="agreement">As agreed.</param>
    /// <param name="given">Measurements, tests and a third party's report; what persons said follows from the lots.</param>
    /// <param name="lots">In the order of their names.</param>
    public static InspectionRecord Record(Agreement agreement, GivenEvidence given, params MadeLot[] lots)
    {
        var terms = new AgreedTerms(agreement);
        var model = new ModelUsed("m", new string('a', 64), "d", new Dictionary<string, int>(), [], "n", 0.5, 6, 1e-6, 0.01, new Tally(40, 50), new Tally(300, 300), "not", "none", "passed", "CPU", [])
        {
            MostStrange = 0.13,
        };
        var plan = AnalysisPlan.Of("shipment", terms, model, null, lots.Select(lot => lot.Name));
        var readings = lots.Where(lot => lot.Reviewed).SelectMany(lot => Enumerable.Range(0, lot.Items)
            .Select(at => new Confirmation(lot.Name, Name(lot, at), at < lot.Confirmed ? ReaderWord.Defective : ReaderWord.Good, "A. Reader", lot.Time ?? AsOf, null, null))).ToList();
        var evidence = given with { Confirmed = given.Confirmed ?? (readings.Count == 0 ? null : new ConfirmedList("confirmed.csv", new string('a', 64), readings)) };
        var claims = new ClaimChain(terms, plan, model);
        return new InspectionRecord("shipment", AsOf, "DefectVision 0", terms, model, [], [], [.. lots.Select(Judged).Select(lot => lot with { Claim = claims.Of(lot) })], [], [])
        {
            Plan = plan,
            Confirmed = evidence.Confirmed,
            Measured = evidence.Measured,
            Tests = evidence.Tests,
            ThirdParty = evidence.ThirdParty,
        };

        LotJudgement Judged(MadeLot lot)
        {
            var judged = By(evidence);
            return judged.Verdict == Verdict.Reject ? judged with { Failed = FirstFailure.Of(evidence, lot.Name, By) } : judged;

            LotJudgement By(GivenEvidence known) => LotJudge.Judge(LotOf(lot, terms, known), terms, model, known);
        }
    }

    public static Claim Claim(Agreement agreement, int items = 200, int confirmed = 18, bool reviewed = true, string lot = "LOT-A", string item = "i") =>
        Of(Record(agreement, items, confirmed, reviewed, lot, item));

    public static Claim Of(InspectionRecord record) => Claims.Claim.Of(record, ClaimFacts.None, Holidays.Shipped());

    public static GivenEvidence Tests(params TestResult[] results) => GivenEvidence.None with { Tests = new TestList("tests.csv", new string('b', 64), results) };

    public static TestResult Failed(string lot, TestKind kind, DateOnly? date, string? item = null) =>
        new(lot, item, "flammability", kind, "16 CFR 1610", "class 1", "class 3", false, "SGS", "R-77", null) { Date = date };

    public static GivenEvidence Measured(params Measurement[] measurements) =>
        GivenEvidence.None with { Measured = new MeasurementList("measurements.csv", new string('c', 64), measurements) };

    public static Measurement TooLong(string lot, string item, DateOnly? date) => new(lot, item, "chest", 51m, 50m, 52m, "cm", 53.5m, "tape 4") { Date = date };

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static Lot LotOf(MadeLot made, AgreedTerms terms, GivenEvidence evidence)
    {
        var said = (evidence.Confirmed?.Readings ?? []).Where(reading => reading.Lot == made.Name).ToLookup(reading => reading.Item);
        var against = evidence.Against(made.Name, terms);
        return new Lot(made.Name, terms.SizeOf(made.Name), ItemSource.Manifest, [.. Enumerable.Range(0, made.Items).Select(at => Judged(Name(made, at), Photos(made, at)))])
        {
            Draw = made.IsProved && terms.Agreement.Sampling == SamplingFrame.Random
                ? new DrawCheck(new LotDraw(made.Name, [.. Enumerable.Range(0, made.Items).Select(at => Name(made, at))], (int?)terms.SizeOf(made.Name), made.Items, 7, null, null, null), [], [])
                : null,
            NotDrawn = [.. Enumerable.Range(0, made.NotDrawn).Select(at => Judged($"x{at:0000}", [Photo(made.Name, $"x{at:0000}", Standing.Clear)]))],
        };

        Item Judged(string name, IReadOnlyList<InspectedFile> photos) =>
            ItemJudge.Judge(name, photos, terms, ItemReview.Of([.. said[name]])) with { ByFact = [.. against[name]] };
    }

    private static IReadOnlyList<InspectedFile> Photos(MadeLot lot, int at) => at >= lot.Items - lot.Missing ? []
        : at >= lot.Items - lot.Missing - lot.Unreadable ? [Photo(lot.Name, Name(lot, at), null)]
        : [Photo(lot.Name, Name(lot, at), at < lot.Flagged ? Standing.Flagged : Standing.Clear)];

    private static string Name(MadeLot lot, int at) => $"{lot.Item}{at:0000}";

    private static InspectedFile Photo(string lot, string item, Standing? standing) => new(
        $"{lot}/{item}.jpg", 100, new string('a', 64), standing is null ? PhotoOutcome.Truncated : PhotoOutcome.Scored, null, new PhotoPlace(lot, item, ""), null,
        standing is { } found ? new Finding(0, found, null, null) : null, null);
}
