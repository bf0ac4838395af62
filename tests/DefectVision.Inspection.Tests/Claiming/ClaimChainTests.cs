using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Claiming;
using DefectVision.Inspection.Judging;
using DefectVision.Inspection.Reviewing;
using DefectVision.Statistics;

namespace DefectVision.Inspection.Tests.Claiming;

/// <summary>
/// Rules of the claim chain (statistics page, section 0): confirmed items only, exact bound, AQL test with overturn margin, amount; class G only for a sample that speaks for the lot.
/// </summary>
public sealed class ClaimChainTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    private static readonly Agreement Agreed = new()
    {
        Sampling = SamplingFrame.Random,
        UnitPrice = 12.50m,
        Currency = "USD",
        Limits = new SortedDictionary<Severity, SeverityLimit> { [Severity.Critical] = SeverityLimit.NotAllowed, [Severity.Major] = new(2.5m), [Severity.Minor] = SeverityLimit.NotAllowed },
    };

    /// <summary>Reference: golden stratified_verification.csv, row d003 (298 of 5,000), and the worked example of the statistics page, section 6.</summary>
    [Fact]
    public void The_worked_example_comes_out_whole()
    {
        var claim = Claim(Make.Drawn(Reviewed(5000, 200, confirmed: 18)));
        Assert.Equal((298L, 'G'), (claim.AtLeast!.Items, claim.AtLeast.Class));
        var test = Assert.Single(claim.Comparisons);
        Assert.Equal((125L, 10L, 8L, true), (test.PermittedInLot, test.CriticalCount, test.OverturnMargin, test.IsShown));
        Assert.Equal(("3725.00", "USD", 'G'), (claim.Amount!.Printed, claim.Amount.Currency, claim.Amount.Class));
    }

    [Fact]
    public void What_the_model_flags_and_nobody_confirmed_makes_no_claim()
    {
        var claim = Claim(Make.Lot(5000, 200, stains: 18));
        Assert.Null(claim.Review);
        Assert.Null(claim.AtLeast);
        Assert.Empty(claim.Comparisons);
        Assert.Null(claim.Claimed);
        Assert.Null(claim.Amount);
        Assert.NotNull(claim.Correction!.Estimate);
    }

    [Fact]
    public void A_missed_or_disputed_defect_only_makes_the_claim_smaller()
    {
        var all = Claim(Reviewed(5000, 200, confirmed: 18)).AtLeast!.Items;
        var fewer = Claim(Reviewed(5000, 200, confirmed: 15, disputed: 3)).AtLeast!.Items;
        Assert.True(fewer < all, $"found {fewer} with three disputed, {all} with all confirmed");
    }

    [Theory]
    [InlineData(null)]
    [InlineData(SamplingFrame.Random)]
    [InlineData(SamplingFrame.Systematic)]
    [InlineData(SamplingFrame.InspectorsChoice)]
    [InlineData(SamplingFrame.All)]
    public void A_sample_that_does_not_speak_for_the_lot_gives_numbers_without_a_class_and_says_what_is_wanted(SamplingFrame? frame)
    {
        var claim = Claim(Reviewed(5000, 200, confirmed: 18), Agreed with { Sampling = frame });
        Assert.Null(claim.AtLeast!.Class);
        Assert.All(claim.Comparisons, comparison => Assert.Null(comparison.Class));
        Assert.Null(claim.Amount!.Class);
        Assert.NotEmpty(claim.Sample.Wanted);
        Assert.Equal((298L, "3725.00"), (claim.AtLeast.Items, claim.Amount.Printed));
        Assert.Equal(frame == SamplingFrame.Random, claim.Sample.Condition is not null);
    }

    [Fact]
    public void A_draw_list_makes_the_sample_random_and_a_photo_for_two_items_undoes_it()
    {
        var drawn = Make.Drawn(Reviewed(5000, 200, confirmed: 18));
        Assert.Equal('G', Claim(drawn, Agreed with { Sampling = null }).AtLeast!.Class);
        Assert.Null(Claim(drawn with { SharedPhotos = ["lot/photo.jpg"] }, Agreed with { Sampling = null }).AtLeast!.Class);
    }

    /// <summary>Source: Bonferroni; each of m bounds at 1 - 0.05/m holds together with the others at 0.95.</summary>
    [Fact]
    public void Bounds_of_several_lots_are_taken_at_the_level_that_makes_them_hold_together()
    {
        var one = Claim(Reviewed(5000, 200, confirmed: 18), lots: ["lot"]).AtLeast!;
        var three = Claim(Reviewed(5000, 200, confirmed: 18), lots: ["lot", "b", "c"]).AtLeast!;
        Assert.Equal(1 - (0.05 / 3), three.Confidence, 12);
        Assert.True(three.Items < one.Items);
    }

    [Fact]
    public void An_item_confirmed_beside_the_draw_is_listed_and_not_counted_for_the_lot()
    {
        var lot = Reviewed(5000, 200, confirmed: 18);
        var extra = Confirmed("extra");
        var drawn = Make.Drawn(lot) with { NotDrawn = [extra] };
        Assert.Equal(19, Make.Judge(drawn, Agreed).Nonconforming.Count);
        Assert.Equal(new Tally(18, 200), Claim(drawn).AtLeast!.Found);
    }

    [Fact]
    public void A_confirmed_item_that_may_be_another_once_more_is_in_no_lower_bound()
    {
        var lot = Make.Drawn(Reviewed(5000, 200, confirmed: 18));
        var suspected = lot with { Items = [lot.Items[0] with { IsSuspectedDuplicate = true }, .. lot.Items.Skip(1)] };
        Assert.Equal(new Tally(17, 200), Claim(suspected).AtLeast!.Found);
        Assert.Equal(new SeverityCount(17, 18), Make.Reading(Make.Judge(suspected), Severity.Major).Count);
    }

    [Fact]
    public void Errors_counted_per_photo_correct_no_items_of_several_photos()
    {
        var lot = Make.Lot(5000, 50, stains: 3);
        var two = lot.Items[0] with { Photos = [Make.Photo(Standing.Clear), Make.Photo(Standing.Flagged, "stain", 1)] };
        var correction = Claim(lot with { Items = [two, .. lot.Items.Skip(1)] }).Correction!;
        Assert.Null(correction.Estimate);

        // The bound that knows only the false alarms counts each photo as one chance of one, and stands.
        Assert.Equal(Model(new Tally(90, 100), new Tally(99, 100)).AtLeastDefective(correction.Flagged, 2, ConfidenceLevel.P95)!.Lower.Value, correction.AtLeast);
        Assert.Contains("several photos", correction.Refused!.InEnglish(), StringComparison.Ordinal);
    }

    [Fact]
    public void Fewer_flags_than_false_alarms_explain_are_not_corrected_to_nothing()
    {
        var correction = Claim(Make.Lot(5000, 200, stains: 0), model: Model(new Tally(90, 100), new Tally(80, 100))).Correction!;
        Assert.Null(correction.Estimate);
        Assert.Null(correction.AtLeast);
        Assert.NotNull(correction.Refused);
    }

    [Fact]
    public void Once_a_person_looked_confirmed_items_decide_and_not_flags()
    {
        var lot = Make.Lot(500, 50, stains: 8);
        Assert.Equal(Verdict.Reject, Make.Judge(lot).Verdict);
        var overruled = lot with { Items = [.. lot.Items.Select(item => item.Standing == ItemStanding.Flagged ? item with { Review = Review(false) } : item)] };
        Assert.Equal(Verdict.Accept, Make.Judge(overruled).Verdict);
    }

    [Fact]
    public void A_flag_that_waits_for_a_person_can_still_turn_the_verdict()
    {
        var lot = Make.Lot(500, 50, stains: 6);
        var half = lot with { Items = [.. lot.Items.Select((item, at) => item.Standing == ItemStanding.Flagged && at < 3 ? item with { Review = Review(true) } : item)] };
        var judged = Make.Judge(half);
        Assert.Equal(new SeverityCount(3, 6) { Flagged = 3 }, Make.Reading(judged, Severity.Major).Count);
        Assert.Equal(Verdict.Hold, judged.Verdict);
    }

    [Fact]
    public void A_disputed_item_may_be_defective_at_the_severity_that_its_readers_see_and_at_no_other()
    {
        var lot = Make.Lot(500, 50);
        var disputed = ItemJudge.Judge("x", [Make.Photo(Standing.Clear)], Make.Terms, ItemReview.Of([
            new Confirmation("lot", "x", ReaderWord.Defective, "reader 1", Noon, "thread", null), new Confirmation("lot", "x", ReaderWord.Good, "reader 2", Noon, null, null)]));
        var judged = Make.Judge(lot with { Items = [disputed, .. lot.Items.Skip(1)] });
        Assert.Equal(new SeverityCount(0, 1), Make.Reading(judged, Severity.Minor).Count);
        Assert.Equal(new SeverityCount(0, 0), Make.Reading(judged, Severity.Critical).Count);
    }

    [Fact]
    public void The_plan_is_the_same_text_for_the_same_terms_and_another_for_others()
    {
        var plan = Plan(Agreed, ["b", "a"]);
        Assert.Equal(plan.Sha256, Plan(Agreed, ["a", "b"]).Sha256);
        Assert.NotEqual(plan.Sha256, Plan(Agreed, ["a", "b", "c"]).Sha256);
        Assert.NotEqual(plan.Sha256, Plan(Agreed with { Sampling = null }, ["a", "b"]).Sha256);
        Assert.Equal((2, 2), (plan.Lots, plan.Tests));
    }

    private static ItemReview Review(bool isDefective) => ItemReview.Of([new Confirmation("lot", "item", isDefective ? ReaderWord.Defective : ReaderWord.Good, "reader 1", Noon, null, null)])!;

    private static Item Confirmed(string name) => ItemJudge.Judge(name, [Make.Photo(Standing.Flagged, "stain", 1)], Make.Terms, Review(true));

    private static Lot Reviewed(long size, int items, int confirmed, int disputed = 0) => new("lot", size, ItemSource.Manifest, [
        .. Enumerable.Range(0, confirmed).Select(number => Confirmed($"c{number:000}")),
        .. Enumerable.Range(0, disputed).Select(number => Confirmed($"d{number:000}") with
        {
            Review = ItemReview.Of([
                new Confirmation("lot", "item", ReaderWord.Defective, "reader 1", Noon, null, null), new Confirmation("lot", "item", ReaderWord.Good, "reader 2", Noon, null, null)]),
        }),
        .. Enumerable.Range(0, items - confirmed - disputed).Select(Make.Clear),
    ]);

    private static LotClaim Claim(Lot lot, Agreement? agreement = null, IReadOnlyList<string>? lots = null, ModelUsed? model = null)
    {
        var terms = new AgreedTerms(agreement ?? Agreed);
        return new ClaimChain(terms, Plan(agreement ?? Agreed, lots ?? ["lot"]), model ?? Model(new Tally(90, 100), new Tally(99, 100))).Of(LotJudge.Judge(lot, terms, model, GivenEvidence.None));
    }

    private static AnalysisPlan Plan(Agreement agreement, IReadOnlyList<string> lots) =>
        AnalysisPlan.Of("shipment", new AgreedTerms(agreement), Model(new Tally(90, 100), new Tally(99, 100)), null, lots);

    private static ModelUsed Model(Tally sensitivity, Tally specificity) => Make.Measured(specificity, sensitivity);
}
