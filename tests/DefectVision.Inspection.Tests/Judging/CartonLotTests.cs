using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Claiming;
using DefectVision.Inspection.Drawing;
using DefectVision.Inspection.Judging;

namespace DefectVision.Inspection.Tests.Judging;

/// <summary>
/// Rules of a lot of which cartons were drawn (statistics page, 1.6): its bound counts cartons, holds however the defects lie, and no bound for items drawn one by one is told of it.
/// References: golden carton_guaranteed_lower.csv, rows d002 (344 of 1,000) and d004 (67 of 1,000).
/// </summary>
public sealed class CartonLotTests
{
    private const int Pack = 10;

    private static readonly Agreement Agreed = new()
    {
        UnitPrice = 2m,
        Currency = "USD",
        Limits = new SortedDictionary<Severity, SeverityLimit> { [Severity.Critical] = SeverityLimit.NotAllowed, [Severity.Major] = new(2.5m), [Severity.Minor] = SeverityLimit.NotAllowed },
    };

    [Theory]
    [InlineData(5, 10, 5, 344, "the rejection number is reached already")]
    [InlineData(10, 1, 10, 67, "the bounds decide: counted by cartons, at least 6.7 %")]
    public void The_bound_is_that_of_the_cartons_and_guaranteed(int opened, int each, int with, long atLeast, string reason)
    {
        var judged = Judged(Lot(opened, carton => each));
        var bound = judged.Claim!.AtLeast!;
        Assert.Equal((atLeast, 'G', "Dyadic carton bound 1"), (bound.Items, bound.Class, bound.Method));
        Assert.Equal(new CartonsOpened(with, opened, 100), bound.Cartons);
        Assert.Equal(atLeast, judged.ShownShare!.LowerItems);
        Assert.Equal($"{atLeast * 2}.00", judged.Claim.Amount!.Printed);
        var test = Assert.Single(judged.Claim.Comparisons);
        Assert.Equal((true, 25L, atLeast, null, 'G'), (test.IsShown, test.PermittedInLot, test.AtLeast, test.OverturnMargin, test.Class));
        Assert.InRange(test.PValue, 0, 0.05);
        Assert.Equal(Verdict.Reject, judged.Verdict);
        Assert.Contains(reason, Make.Reading(judged, Severity.Major).Reason.InEnglish(), StringComparison.Ordinal);
        Assert.Contains("a random draw of " + opened + " cartons", judged.Sample.How.InEnglish(), StringComparison.Ordinal);
        Assert.Contains(judged.Remarks, remark => remark.InEnglish().StartsWith($"Cartons were drawn, {opened} of 100", StringComparison.Ordinal));
    }

    /// <summary>Items drawn one by one would show 10 of 100 to be more than 25 of 1,000; one carton of ten shows itself.</summary>
    [Fact]
    public void One_rotten_carton_shows_no_more_than_was_found_in_it()
    {
        var judged = Judged(Lot(10, carton => carton == 3 ? Pack : 0));
        Assert.Equal(10L, judged.Claim!.AtLeast!.Items);
        var test = Assert.Single(judged.Claim.Comparisons);
        Assert.False(test.IsShown);
        Assert.True(test.PValue > 0.05);
        Assert.Equal(Verdict.Hold, judged.Verdict);
        Assert.True(Judged(Lot(10, carton => carton == 3 ? Pack : 0, isByCartons: false)).Claim!.AtLeast!.Items > 50);
    }

    [Fact]
    public void No_bound_accepts_a_lot_and_the_plan_of_the_contract_does_with_its_own_number_of_items()
    {
        var lot = Lot(10, carton => carton == 3 ? 1 : 0);
        var held = Judged(lot);
        Assert.Equal(Verdict.Hold, held.Verdict);
        Assert.Contains("where cartons were drawn, no bound accepts a lot", Make.Reading(held, Severity.Major).Reason.InEnglish(), StringComparison.Ordinal);
        Assert.Null(Make.Reading(held, Severity.Major).Protection);
        var own = Agreed with { Limits = new SortedDictionary<Severity, SeverityLimit> { [Severity.Critical] = SeverityLimit.NotAllowed, [Severity.Major] = new((decimal?)null) { Own = new OwnPlan(100, 1, 2) }, [Severity.Minor] = SeverityLimit.NotAllowed } };
        Assert.Equal(PlanAnswer.Accepts, Make.Reading(Judged(lot, own), Severity.Major).Answer);
    }

    [Fact]
    public void A_draw_of_cartons_that_is_not_proved_guarantees_nothing_and_says_on_what_it_depends()
    {
        var lot = Lot(10, _ => 1);
        var judged = Judged(lot with { Draw = lot.Draw! with { List = lot.Draw.List with { Problem = $"it gives no seed" } } });
        Assert.Equal((67L, null), (judged.Claim!.AtLeast!.Items, judged.Claim.AtLeast.Class));
        Assert.Equal("if the cartons that were opened were drawn at random from the lot", judged.Sample.Assumption!.InEnglish());
    }

    /// <summary>What was seen to be good is taken off, and nothing else: 99 of 1,000.</summary>
    [Fact]
    public void The_upper_bound_takes_off_what_was_seen_to_be_good()
    {
        var judged = Judged(Lot(10, carton => carton == 3 ? 1 : 0));
        Assert.Equal((1L, 901L), (judged.ShownShare!.LowerItems, judged.ShownShare.UpperItems));
    }

    [Fact]
    public void Where_every_item_was_inspected_items_are_counted_whatever_the_draw_says()
    {
        var lot = Lot(10, _ => 1) with { Size = 100 };
        Assert.Null(lot.Cartons);
        Assert.Equal(10L, Judged(lot).Claim!.AtLeast!.Items);
    }

    private static LotJudgement Judged(Lot lot, Agreement? agreement = null)
    {
        var terms = new AgreedTerms(agreement ?? Agreed);
        var judged = LotJudge.Judge(lot, terms, null, GivenEvidence.None);
        return judged with { Claim = new ClaimChain(terms, AnalysisPlan.Of("shipment", terms, null, null, [lot.Name]), null).Of(judged) };
    }

    // The carton c holds the items c-1 to c-10, read by a person.
    private static Lot Lot(int opened, Func<int, int> defective, bool isByCartons = true)
    {
        var items = Enumerable.Range(1, opened).SelectMany(carton => Enumerable.Range(1, Pack).Select(piece => (Carton: carton, Item: Read(carton, piece, piece <= defective(carton))))).ToList();
        var draw = new LotDraw("lot", [.. items.Select(one => one.Item.Name)], 1000, items.Count, 7, null, null, null);
        return new Lot("lot", 1000, ItemSource.DrawList, [.. items.Select(one => one.Item)])
        {
            Draw = new DrawCheck(
                isByCartons ? draw with { Cartons = new DrawnCartons(opened, Pack), CartonOf = [.. items.Select(one => $"{one.Carton}")] } : draw, [], []),
        };
    }

    private static Item Read(int carton, int piece, bool isDefective)
    {
        var name = $"{carton}-{piece}";
        var item = Make.Clear(1) with { Name = name };
        return Make.Reviewed(item, Make.Says(name, isDefective, severity: isDefective ? Severity.Major : null));
    }
}
