using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Drawing;
using DefectVision.Inspection.Imported;
using DefectVision.Inspection.Judging;
using DefectVision.Inspection.Reviewing;
using DefectVision.Statistics;

namespace DefectVision.Inspection.Tests;

/// <summary>Photos, items, lots and what was said of them, for tests.</summary>
internal static class Make
{
    /// <summary>The agreement of the examples: hole critical, stain major, loose thread minor.</summary>
    public static Agreement Agreement { get; } = new()
    {
        Classes = new Dictionary<string, AgreedClass>
        {
            ["hole"] = new(Severity.Critical, Cause.Material),
            ["stain"] = new(Severity.Major, null),
            ["thread"] = new(Severity.Minor, null),
        },
    };

    public static AgreedTerms Terms { get; } = new(Agreement);

    public static DateTimeOffset Noon { get; } = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Measured on so many good photos as the model of the sample shipment: one of 224 flagged.</summary>
    public static ModelUsed Model { get; } = Measured(new Tally(223, 224));

    /// <summary>A model with these counts of its own errors.</summary>
    public static ModelUsed Measured(Tally specificity, Tally? sensitivity = null) => new(
        "m", new string('a', 64), "set", new Dictionary<string, int>(), [], "recipe", 1, 4, 0.0005, 0.01, sensitivity ?? new Tally(90, 100), specificity, "cross-fitting", "none", "passed", "CPU", [])
    {
        MostStrange = 0.13,
    };

    public static InspectedFile Photo(Standing standing, string? defectClass = null, double score = 0) => new(
        "lot/photo.jpg", 100, new string('a', 64), PhotoOutcome.Scored, null, new PhotoPlace("lot", "item", ""), null, new Finding(score, standing, null, defectClass), null);

    public static InspectedFile Lost(PhotoOutcome outcome) => new(
        "lot/photo.jpg", 100, null, outcome, "a reason", new PhotoPlace("lot", "item", ""), null, null, null);

    public static Item Clear(int number) => ItemJudge.Judge($"clear-{number}", [Photo(Standing.Clear)], Terms);

    public static Item Flagged(string defectClass, int number) => ItemJudge.Judge($"{defectClass}-{number}", [Photo(Standing.Flagged, defectClass, 1)], Terms);

    public static Item Undecided(int number) => ItemJudge.Judge($"undecided-{number}", [Photo(Standing.TooCloseToCall)], Terms);

    /// <summary>A lot of so many items, the rest of them clear.</summary>
    public static Lot Lot(long? size, int items, int holes = 0, int stains = 0, int threads = 0, int undecided = 0) => new(
        "lot",
        size,
        ItemSource.Manifest,
        [
            .. Enumerable.Range(0, holes).Select(number => Flagged("hole", number)),
            .. Enumerable.Range(0, stains).Select(number => Flagged("stain", number)),
            .. Enumerable.Range(0, threads).Select(number => Flagged("thread", number)),
            .. Enumerable.Range(0, undecided).Select(Undecided),
            .. Enumerable.Range(0, items - holes - stains - threads - undecided).Select(Clear),
        ]);

    /// <summary>An item of which the one photo that was taken is damaged.</summary>
    public static Item Damaged(int number) => ItemJudge.Judge($"damaged-{number}", [Lost(PhotoOutcome.Truncated)], Terms);

    /// <summary>A drawn item of which no photo was taken.</summary>
    public static Item NeverPhotographed(int number) => ItemJudge.Judge($"unseen-{number}", [], Terms);

    /// <summary>An item with a readable photo that no model scored.</summary>
    public static Item NotScored(int number) =>
        ItemJudge.Judge($"photo-{number}", [Photo(Standing.Clear) with { Outcome = PhotoOutcome.Read, Finding = null }], Terms);

    public static Confirmation Says(string item, bool isDefective, string reader = "reader 1", DateTimeOffset? time = null, string? defectClass = null, Severity? severity = null) =>
        new("lot", item, isDefective ? ReaderWord.Defective : ReaderWord.Good, reader, time ?? Noon, defectClass, severity);

    /// <summary>The item as its photos have it, with what readers said.</summary>
    public static Item Reviewed(Item item, params Confirmation[] readings) => ItemJudge.Judge(item.Name, item.Photos, Terms, ItemReview.Of(readings));

    public static Item Confirmed(Item item) => Reviewed(item, Says(item.Name, true));

    public static Item Overruled(Item item) => Reviewed(item, Says(item.Name, false));

    /// <summary>As many readers for as against.</summary>
    public static Item Disputed(Item item) => Reviewed(item, Says(item.Name, true), Says(item.Name, false, "reader 2"));

    /// <summary>Readers see a defect and are tied between two severities.</summary>
    public static Item Tied(string name, Severity milder, Severity worse) => Confirmed(Clear(0)) with { Name = name, Severity = milder, SeverityAtMost = worse };

    /// <summary>The lot after a person looked at every flagged item and confirmed it.</summary>
    public static Lot Read(Lot lot) => Each(lot, item => item.Standing == ItemStanding.Flagged ? Confirmed(item) : item);

    public static Lot Each(Lot lot, Func<Item, Item> change) => lot with { Items = [.. lot.Items.Select(change)] };

    /// <summary>The lot with some of its clear items replaced.</summary>
    public static Lot Replace(Lot lot, params IReadOnlyList<Item> items) =>
        lot with { Items = [.. items, .. lot.Items.Where(item => item.Standing != ItemStanding.Clear), .. lot.Items.Where(item => item.Standing == ItemStanding.Clear).Skip(items.Count)] };

    /// <summary>The lot with a draw list that names its items and follows from its own seed.</summary>
    public static Lot Drawn(Lot lot, long? listed = null, FormattableString? problem = null) => lot with
    {
        Draw = new DrawCheck(new LotDraw(lot.Name, [.. lot.Items.Select(item => item.Name)], (int?)(listed ?? lot.Size), lot.Items.Count, 7, null, null, problem), [], []),
    };

    /// <summary>Each item with its photos and, clear, enough others to make so many.</summary>
    public static Lot WithViews(Lot lot, int views) =>
        Each(lot, item => ItemJudge.Judge(item.Name, [.. item.Photos, .. Enumerable.Repeat(Photo(Standing.Clear), views - item.Photos.Count)], Terms, item.Review));

    /// <summary>The lot with what readers, gauges and tests said of its items.</summary>
    public static Lot With(Lot lot, GivenEvidence evidence, AgreedTerms terms)
    {
        var against = evidence.Against(lot.Name, terms);
        return lot with { Items = [.. lot.Items.Select(Judged)], NotDrawn = [.. lot.NotDrawn.Select(Judged)] };

        Item Judged(Item item) => (evidence.Confirmed is null ? item
            : ItemJudge.Judge(item.Name, item.Photos, terms, ItemReview.Of([.. evidence.Confirmed.Readings.Where(reading => reading.Item == item.Name)]))) with
        {
            ByFact = [.. against[item.Name]],
        };
    }

    public static GivenEvidence Answers(params IReadOnlyList<Confirmation> readings) => GivenEvidence.None with { Confirmed = new ConfirmedList("confirmed.csv", "", readings) };

    public static GivenEvidence Measurements(params IReadOnlyList<Measurement> measurements) => GivenEvidence.None with { Measured = new MeasurementList("measurements.csv", "", measurements) };

    public static GivenEvidence Tests(params IReadOnlyList<TestResult> results) => GivenEvidence.None with { Tests = new TestList("tests.csv", "", results) };

    public static GivenEvidence ThirdParty(params IReadOnlyList<ThirdPartyFinding> findings) => GivenEvidence.None with { ThirdParty = new ThirdPartyReport("third-party.csv", "", findings) };

    /// <summary>A dimension of at most 10.</summary>
    public static Measurement Measurement(string item, decimal? value, string point = "length", DateOnly? date = null) =>
        new("lot", item, point, null, null, 10, "mm", value, null) { Date = date };

    public static TestResult Test(TestKind kind, bool isPassed, string? item = null, bool isMandatory = false, DateOnly? date = null) =>
        new("lot", item, "drop", kind, null, null, null, isPassed, null, null, null) { IsMandatory = isMandatory, Date = date };

    /// <summary>By the flags of <see cref="Model"/>, and what else was said.</summary>
    public static LotJudgement Judge(Lot lot, Agreement? agreement = null, GivenEvidence? evidence = null, ModelUsed? model = null)
    {
        var terms = new AgreedTerms(agreement ?? Agreement);
        return LotJudge.Judge(evidence is null ? lot : With(lot, evidence, terms), terms, model ?? Model, evidence ?? GivenEvidence.None);
    }

    public static PlanReading Reading(LotJudgement judgement, Severity severity) => judgement.Readings.Single(reading => reading.Severity == severity);
}
