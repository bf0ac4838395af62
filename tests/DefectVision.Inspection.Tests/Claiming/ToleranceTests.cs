using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Claiming;
using DefectVision.Inspection.Imported;
using DefectVision.Inspection.Judging;
using DefectVision.Statistics;

namespace DefectVision.Inspection.Tests.Claiming;

/// <summary>
/// Rules: a tolerance reduces what is claimed and nothing else: max(0, D_L - floor(tolerance x N)); as a threshold, exceeding it claims all. An accepted lot has no claimed
/// amount by bound. 18 of 200 in a lot of 5,000: at least 298 (golden stratified_verification.csv, row d003).
/// </summary>
public sealed class ToleranceTests
{
    private static readonly Agreement Agreed = new() { Sampling = SamplingFrame.Random, UnitPrice = 12.50m, Currency = "USD", Classes = Make.Agreement.Classes };

    // 5.96 % of 5,000 is 298; 5.9799 % is 298.995 and tolerates no more.
    [Theory]
    [InlineData(null, ToleranceKind.Deduction, 0, 298)]
    [InlineData("2", ToleranceKind.Deduction, 100, 198)]
    [InlineData("0.019", ToleranceKind.Deduction, 0, 298)]
    [InlineData("5.94", ToleranceKind.Deduction, 297, 1)]
    [InlineData("5.96", ToleranceKind.Deduction, 298, 0)]
    [InlineData("5.9799", ToleranceKind.Deduction, 298, 0)]
    [InlineData("50", ToleranceKind.Deduction, 2500, 0)]
    [InlineData("2", ToleranceKind.Threshold, 100, 298)]
    [InlineData("5.94", ToleranceKind.Threshold, 297, 298)]
    [InlineData("5.96", ToleranceKind.Threshold, 298, 0)]
    public void A_tolerance_changes_the_amount_and_neither_bound_nor_comparison_nor_verdict(string? percent, ToleranceKind kind, long tolerated, long claimed)
    {
        var lot = Make.Read(Make.Lot(5000, 200, stains: 18));
        var without = Judge(lot, Agreed);
        var judged = Judge(lot, Agreed with
        {
            Contract = Contract.None with { TolerancePercent = percent is null ? null : decimal.Parse(percent, System.Globalization.CultureInfo.InvariantCulture), ToleranceKind = kind },
        });
        Assert.Equal(new ClaimedItems(298, tolerated, claimed), judged.Claim!.Claimed);
        Assert.Equal((claimed, 12.50m * claimed), (judged.Claim.Amount!.Items, judged.Claim.Amount.AtLeast));
        Assert.Equal(without.Claim!.AtLeast, judged.Claim.AtLeast);
        Assert.Equal(without.Claim.Comparisons.Select(one => (one.Found, one.PValue, one.IsShown)), judged.Claim.Comparisons.Select(one => (one.Found, one.PValue, one.IsShown)));
        Assert.Equal(Verdict.Reject, judged.Verdict);
    }

    [Fact]
    public void An_accepted_lot_has_a_bound_and_no_claimed_amount()
    {
        var accepted = Judge(Make.Read(Make.Lot(280, 32, stains: 2)), Agreed);
        Assert.Equal(Verdict.Accept, accepted.Verdict);
        Assert.Equal(new Tally(2, 32), accepted.Claim!.AtLeast!.Found);
        Assert.Null(accepted.Claim.Claimed);
        Assert.Null(accepted.Claim.Amount);
        var rejected = Judge(Make.Read(Make.Lot(280, 32, stains: 3)), Agreed);
        Assert.Equal(Verdict.Reject, rejected.Verdict);
        Assert.Equal(rejected.Claim!.AtLeast!.Items, rejected.Claim.Claimed!.AtLeast);
        Assert.NotNull(rejected.Claim.Amount);
    }

    // Statistics page, 1.5. 9 of 32 in a lot of 280: at least 46; were the 20 left out, 9 of 12 would make it 134.
    [Fact]
    public void Twenty_good_items_whose_photos_are_damaged_leave_the_bound_where_it_was()
    {
        var lot = Make.Read(Make.Lot(280, 32, stains: 9));
        var damaged = Make.Replace(lot, [.. Enumerable.Range(0, 20).Select(Make.Damaged)]);
        Assert.Equal(46, Judge(lot, Agreed).Claim!.AtLeast!.Items);
        Assert.Equal(46, Judge(damaged, Agreed).Claim!.AtLeast!.Items);
        Assert.Equal(134, Judge(lot with { Items = [.. lot.Items.Take(12)] }, Agreed).Claim!.AtLeast!.Items);
        Assert.Equal(9, Make.Reading(Judge(lot, Agreed), Severity.Major).Count.AtMost);
        Assert.Equal(29, Make.Reading(Judge(damaged, Agreed), Severity.Major).Count.AtMost);
    }

    [Fact]
    public void In_bound_and_comparisons_an_item_counts_once_at_its_worst_severity_over_all_sections()
    {
        var terms = new AgreedTerms(Agreed with { Measurements = AgreedMeasurements.None with { Severity = Severity.Major } });
        var evidence = GivenEvidence.None with
        {
            Confirmed = Make.Answers(Make.Says("clear-0", true, defectClass: "thread"), Make.Says("clear-1", true, defectClass: "thread")).Confirmed,
            Measured = Make.Measurements(Make.Measurement("clear-0", 11), Make.Measurement("clear-2", 11), Make.Measurement("clear-3", 9), Make.Measurement("clear-4", null)).Measured,
            Tests = Make.Tests(Make.Test(TestKind.Functional, false, "clear-0")).Tests,
        };
        var claim = Judge(Make.With(Make.Lot(5000, 200), evidence, terms), terms.Agreement, evidence).Claim!;
        Assert.Equal(new Tally(3, 200), claim.AtLeast!.Found);
        Assert.Equal([(Severity.Major, 2L), (Severity.Minor, 1L)], claim.Comparisons.Select(one => (one.Severity, one.Found.Count)));
    }

    private static LotJudgement Judge(Lot lot, Agreement agreement, GivenEvidence? evidence = null)
    {
        var terms = new AgreedTerms(agreement);
        var judged = LotJudge.Judge(lot, terms, Make.Model, evidence ?? GivenEvidence.None);
        return judged with { Claim = new ClaimChain(terms, AnalysisPlan.Of("shipment", terms, Make.Model, null, ["lot"]), Make.Model).Of(judged) };
    }
}
