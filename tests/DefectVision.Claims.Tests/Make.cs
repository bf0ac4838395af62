using DefectVision.Claims.Deadlines;
using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Claiming;
using DefectVision.Inspection.Judging;
using DefectVision.Inspection.Reviewing;
using DefectVision.Statistics;

namespace DefectVision.Claims.Tests;

/// <summary>Records for tests: one lot, so many items drawn, the first of them confirmed by a person.</summary>
internal static class Make
{
    public static readonly DateTimeOffset AsOf = new(2026, 9, 17, 8, 30, 0, TimeSpan.Zero);

    public static Agreement Agreement { get; } = new()
    {
        Sampling = SamplingFrame.Random,
        UnitPrice = 12.50m,
        Currency = "USD",
        Costs = new Costs { ReworkPerItem = 0.333m, SortingPerItem = 0.08m, SortingFixed = 250m, Freight = 1000m },
        Lots = new SortedDictionary<string, AgreedLot> { ["LOT-A"] = new(5000) },
    };

    public static InspectionRecord Record(Agreement agreement, int items = 200, int confirmed = 18, bool reviewed = true, string lot = "LOT-A", string item = "i")
    {
        var terms = new AgreedTerms(agreement);
        var model = new ModelUsed("m", new string('a', 64), "d", new Dictionary<string, int>(), [], "n", 0.5, 6, 1e-6, 0.01, new Tally(0, 0), new Tally(0, 0), "not", "none", "passed", "CPU", []);
        var plan = AnalysisPlan.Of("shipment", agreement, terms, model, null, [lot]);
        var all = Enumerable.Range(0, items).Select(number => ItemJudge.Judge(
            $"{item}{number:0000}", [Photo(lot, $"{item}{number:0000}")], terms,
            reviewed ? ItemReview.Of([new Confirmation(lot, $"{item}{number:0000}", number < confirmed, "A. Reader", AsOf, null, null)]) : null)).ToList();
        var judged = LotJudge.Judge(new Lot(lot, terms.SizeOf(lot), ItemSource.Manifest, all), terms);
        return new InspectionRecord("shipment", AsOf, "DefectVision 0", agreement, model, [], [], [judged with { Claim = new ClaimChain(terms, plan, model).Of(judged) }], [], []) { Plan = plan };
    }

    public static Claim Claim(Agreement agreement, int items = 200, int confirmed = 18, bool reviewed = true, string lot = "LOT-A", string item = "i") =>
        Claims.Claim.Of(Record(agreement, items, confirmed, reviewed, lot, item), ClaimFacts.None, Holidays.Shipped());

    private static InspectedFile Photo(string lot, string item) => new(
        $"{lot}/{item}.jpg", 100, new string('a', 64), PhotoOutcome.Scored, null, new PhotoPlace(lot, item, ""), null, new Finding(0, Standing.Clear, null, null), null);
}
