using DefectVision.Claims.Deadlines;
using DefectVision.Claims.Remedies;
using DefectVision.Inspection;
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

    [Theory]
    [InlineData(18)]
    [InlineData(0)]
    public void Everything_that_the_agreement_says_is_present_whether_or_not_an_item_is_shown_defective(int confirmed)
    {
        var agreement = Make.Agreement with
        {
            PurchaseOrder = "PO-7",
            Invoice = new Invoice("INV-3", null),
            Buyer = new Party("Shop"),
            Standard = "ISO 2859-1:1999",
            Limits = new SortedDictionary<Severity, SeverityLimit> { [Severity.Major] = new(2.5m) },
            Contract = new Contract { Number = "C-9", InspectionDays = 30, GoverningLaw = "CISG", Arbitration = "CIETAC", Remedies = [Remedy.Refund] },
            Lots = new SortedDictionary<string, AgreedLot> { ["LOT-A"] = new(5000) { ArrivalDate = Make.Day("2026-09-10") } },
        };
        var claim = Make.Claim(agreement, confirmed: confirmed);
        Evidence[] said =
        [
            Evidence.Order, Evidence.Parties, Evidence.LotSize, Evidence.Invoice, Evidence.Price, Evidence.Currency, Evidence.AcceptanceCriteria, Evidence.RemedyClause,
            Evidence.InspectionPeriod, Evidence.Contract, Evidence.ArbitrationClause, Evidence.GoverningLaw, Evidence.RandomSample,
        ];
        Assert.Empty(claim.Remedies.SelectMany(check => check.Missing).Intersect(said));
        Assert.Equal(said.Order(), claim.Remedies.SelectMany(check => check.Present).Distinct().Intersect(said).Order());
        Assert.Equal(confirmed > 0, Of(claim, Recourse.Refund).Present.Contains(Evidence.GuaranteedBound));
    }

    [Fact]
    public void What_the_agreement_does_not_say_is_missing() =>
        Assert.Superset(
            new HashSet<Evidence> { Evidence.Order, Evidence.Parties, Evidence.Invoice, Evidence.InspectionPeriod, Evidence.Contract, Evidence.GoverningLaw },
            Of(Make.Claim(Make.Agreement), Recourse.LegalAction).Missing.ToHashSet());

    [Fact]
    public void A_numbered_arbitration_clause_is_one_whoever_the_tribunal_is()
    {
        var agreement = Make.Agreement with { Contract = new Contract { Clauses = new SortedDictionary<string, string> { ["arbitration"] = "15" } } };
        Assert.Contains(Evidence.ArbitrationClause, Of(Make.Claim(agreement), Recourse.Arbitration).Present);
    }

    [Fact]
    public void An_accepted_lot_is_no_ground_for_a_remedy_and_its_single_items_are_where_the_contract_says_so()
    {
        Assert.Contains(Evidence.ConfirmedItems, Of(Make.Claim(Make.Agreement, confirmed: 10), Recourse.Refund).Missing);
        var single = Of(Make.Claim(Make.Agreement with { Contract = new Contract { ClaimsSingleItems = true } }, confirmed: 10), Recourse.Refund);
        Assert.Contains(Evidence.ConfirmedItems, single.Present);
        Assert.Contains(Evidence.GuaranteedBound, single.Missing);
    }

    [Fact]
    public void Items_out_of_tolerance_are_shown_defective_without_a_persons_word()
    {
        var measured = Make.Measured([.. Enumerable.Range(0, 13).Select(at => Make.TooLong("LOT-A", $"i{at:0000}", null))]);
        var claim = Make.Of(Make.Record(Make.Agreement, measured, new MadeLot("LOT-A", Reviewed: false)));
        Assert.All(claim.Remedies, check => Assert.Contains(Evidence.ConfirmedItems, check.Present));
    }

    private static RemedyCheck Of(Claim claim, Recourse recourse) => claim.Remedies.Single(check => check.Recourse == recourse);
}
