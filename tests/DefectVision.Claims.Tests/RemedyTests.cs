using DefectVision.Claims.Deadlines;
using DefectVision.Claims.Remedies;
using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Imported;

namespace DefectVision.Claims.Tests;

/// <summary>Rule (issue 5): for each remedy what is there and what is missing; nothing is called present that is not.</summary>
public sealed class RemedyTests
{
    [Fact]
    public void Without_confirmation_no_remedy_has_its_ground()
    {
        Assert.All(Make.Claim(Make.Agreement, reviewed: false).Remedies, check => Assert.Contains(Evidence.ConfirmedItems, check.Missing));
        Assert.All(Make.Claim(Make.Agreement).Remedies, check => Assert.Contains(Evidence.ConfirmedItems, check.Present));
    }

    [Fact]
    public void A_bound_of_a_sample_that_was_not_drawn_is_missing_evidence() =>
        Assert.Contains(Evidence.GuaranteedBound, Of(Make.Claim(Make.Agreement with { Sampling = null }), Recourse.Refund).Missing);

    [Fact]
    public void Signature_and_timestamp_that_come_later_are_neither_present_nor_missing()
    {
        var claim = Claim.Of(Make.Record(Make.Agreement), ClaimFacts.None with { HasPacket = true, IsSigned = null, IsTimestamped = null }, Holidays.Shipped());
        Assert.Equal([Evidence.Signature, Evidence.Timestamp], Of(claim, Recourse.Arbitration).Unknown);
        Assert.Contains(Evidence.Packet, Of(claim, Recourse.Arbitration).Present);
    }

    [Fact]
    public void Laboratory_results_stand_for_measurements()
    {
        var claim = Claim.Of(Make.Record(Make.Agreement) with { Tests = new TestList("tests.csv", new string('a', 64), []) }, ClaimFacts.None, Holidays.Shipped());
        Assert.Contains(Evidence.Measurements, Of(claim, Recourse.LegalAction).Present);
    }

    [Fact]
    public void What_the_contract_says_is_present()
    {
        var agreement = Make.Agreement with { Contract = new Contract { Number = "C-9", Arbitration = "CIETAC" } };
        Assert.DoesNotContain(Evidence.ArbitrationClause, Of(Make.Claim(agreement), Recourse.Arbitration).Missing);
        Assert.Contains(Evidence.ArbitrationClause, Of(Make.Claim(Make.Agreement), Recourse.Arbitration).Missing);
    }

    private static RemedyCheck Of(Claim claim, Recourse recourse) => claim.Remedies.Single(check => check.Recourse == recourse);
}
