using DefectVision.Claims.Remedies;
using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Languages;

namespace DefectVision.Claims.Tests;

/// <summary>
/// Rules: the agreement's own clauses come first; articles are cited only where the agreement names the law, and by the CISG (1980): 37, 71 and 72 before delivery, 35, 38, 39,
/// 45 to 52 and 74 to 77 after it; what depends on a delivery that is not known is not said.
/// </summary>
public sealed class GroundTests
{
    private const string Inspected = "2026-09-10";

    [Fact]
    public void A_clause_goes_before_the_law_and_the_law_before_negotiation()
    {
        var contract = new Contract { Law = ContractLaw.Cisg, Remedies = [Remedy.Rework], Clauses = new SortedDictionary<string, string> { ["remedies"] = "10.1" } };
        var claim = Make.Claim(Arrived(contract, "2026-09-01"));
        Assert.Equal(new RemedyGround(GroundKind.Agreement, "remedies", "10.1", null), Of(claim, Recourse.Rework));
        Assert.Equal(new RemedyGround(GroundKind.Law, null, null, "refund.after"), Of(claim, Recourse.Refund));
        Assert.Equal(GroundKind.Negotiation, Of(claim, Recourse.Credit).Kind);
        var text = Text(claim, "remedy-request");
        Assert.Contains("reworkagreed: clause 10.1 of the contract", text, StringComparison.Ordinal);
        Assert.Contains("refundthe law: CISG, articles 45, 49 and 51", text, StringComparison.Ordinal);
        Assert.Contains("creditnegotiation", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_wording_of_the_governing_law_alone_makes_no_article_citable()
    {
        var claim = Make.Claim(Arrived(new Contract { GoverningLaw = "CISG and the law of Germany" }, "2026-09-01"));
        Assert.All(claim.Remedies, check => Assert.Null(check.Ground.Law));
        Assert.All((string[])["first-notice", "remedy-request", "internal/remedies"], name => Assert.DoesNotContain("article", Text(claim, name).Replace("Articles of law are cited only", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));
    }

    // Inspected on 10 September.
    [Theory]
    [InlineData(null, "2026-09-10", DeliveryState.After)]
    [InlineData(null, "2026-09-11", DeliveryState.Before)]
    [InlineData("2026-09-10", "2026-10-20", DeliveryState.After)]
    [InlineData("2026-09-11", "2026-10-20", DeliveryState.Before)]
    [InlineData(null, null, null)]
    public void Shipment_else_arrival_against_the_inspection_tells_whether_the_goods_are_delivered(string? shipped, string? arrived, DeliveryState? state) =>
        Assert.Equal(state, Delivery.Of(Make.Record(Dated(Cisg, shipped, arrived))));

    [Fact]
    public void Without_the_day_of_the_inspection_or_where_lots_differ_delivery_is_not_known()
    {
        Assert.Null(Delivery.Of(Make.Record(Dated(Cisg, "2026-09-01", null) with { Visit = InspectionVisit.None })));
        var mixed = Dated(Cisg, null, null) with
        {
            Lots = new SortedDictionary<string, AgreedLot> { ["LOT-A"] = new(5000) { ShipmentDate = Make.Day("2026-09-10") }, ["LOT-B"] = new(5000) { ShipmentDate = Make.Day("2026-09-11") } },
        };
        Assert.Null(Delivery.Of(Make.Record(mixed, Inspection.GivenEvidence.None, new MadeLot("LOT-A"), new MadeLot("LOT-B"))));
    }

    [Theory]
    [InlineData("en", "article 39 CISG", "articles 45 to 52 and 74 to 77 CISG", "article 71 CISG")]
    [InlineData("zh", "第 39 条", "第 45 至 52 条及第 74 至 77 条", "第 72 条")]
    public void The_notice_cites_the_articles_of_its_side_of_the_delivery_and_no_others(string language, string notice, string after, string before)
    {
        var delivered = Printed.Text(Printed.One(Make.Claim(Arrived(Cisg, "2026-09-01")), "first-notice", language));
        Assert.Contains(notice, delivered, StringComparison.Ordinal);
        Assert.Contains(after, delivered, StringComparison.Ordinal);
        Assert.DoesNotContain(before, delivered, StringComparison.Ordinal);
        var undelivered = Printed.Text(Printed.One(Make.Claim(Dated(Cisg, "2026-09-20", null)), "first-notice", language));
        Assert.Contains(before, undelivered, StringComparison.Ordinal);
        Assert.DoesNotContain(notice, undelivered, StringComparison.Ordinal);
        Assert.DoesNotContain(after, undelivered, StringComparison.Ordinal);
        var unknown = Printed.Text(Printed.One(Make.Claim(Dated(Cisg, null, null)), "first-notice", language));
        Assert.All((string[])[notice, after, before], article => Assert.DoesNotContain(article, unknown, StringComparison.Ordinal));
    }

    // Not shipped at the inspection on 10 September.
    [Theory]
    [InlineData("2026-09-09", false)]
    [InlineData("2026-09-10", true)]
    [InlineData(null, true)]
    public void The_seller_may_cure_until_the_date_for_delivery(string? due, bool may)
    {
        var agreement = Dated(Cisg, "2026-09-20", null);
        agreement = agreement with { Lots = new SortedDictionary<string, AgreedLot> { ["LOT-A"] = agreement.Lots["LOT-A"] with { DueDate = due is null ? null : Make.Day(due) } } };
        var claim = Make.Claim(agreement);
        Assert.Equal(may, Text(claim, "first-notice").Contains("article 37 CISG", StringComparison.Ordinal));
        Assert.Equal(may ? GroundKind.Law : GroundKind.Negotiation, Of(claim, Recourse.Rework).Kind);
    }

    [Theory]
    [InlineData(Recourse.WithheldPayment, "withholding_payment")]
    [InlineData(Recourse.HeldShipments, "holding_shipments")]
    public void Withholding_payment_and_holding_shipments_rest_on_a_clause_else_on_article_71_else_on_nothing(Recourse recourse, string topic)
    {
        var clause = new Contract { Law = ContractLaw.Cisg, Clauses = new SortedDictionary<string, string> { [topic] = "10.4" } };
        Assert.Equal(new RemedyGround(GroundKind.Agreement, topic, "10.4", null), Of(Make.Claim(Dated(clause, null, null)), recourse));
        var law = Make.Claim(Dated(Cisg, null, null));
        Assert.Contains("CISG, article 71", ClaimPaper.Word("law." + Of(law, recourse).Law), StringComparison.Ordinal);
        var none = Make.Claim(Make.Agreement);
        Assert.Equal(GroundKind.NotAgreed, Of(none, recourse).Kind);
        var name = ClaimPaper.Word("remedy." + ClaimPaper.Code(recourse));
        Assert.Contains(name + "not agreed", Text(none, "internal/remedies"), StringComparison.Ordinal);
        Assert.DoesNotContain(name, Text(none, "remedy-request"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_remedy_that_the_agreement_grants_without_a_number_has_a_blank_for_its_clause()
    {
        var claim = Make.Claim(Make.Agreement with { Costs = Make.Agreement.Costs with { ReinspectionFee = 300 } });
        Assert.Equal(new RemedyGround(GroundKind.Agreement, "reinspection", null, null), Of(claim, Recourse.Reinspection));
        Assert.Equal("agreed: clause [clause on re-inspection] of the contract", ClaimPaper.Ground(Of(claim, Recourse.Reinspection)));
        Assert.Contains("clause on re-inspection", Printed.One(claim, "remedy-request", "en").Blanks);
    }

    // The report is of 17 September.
    [Theory]
    [InlineData(null, null, "Do not ship, move or rework the goods")]
    [InlineData("2026-09-18", null, "Do not ship, move or rework the goods")]
    [InlineData("2026-09-17", null, "Do not move or rework the goods")]
    [InlineData(null, "2026-09-17", "Do not move or rework the goods")]
    public void Goods_that_have_left_are_not_asked_not_to_be_shipped(string? shipped, string? arrived, string asked) =>
        Assert.Contains(asked, Text(Make.Claim(Dated(Contract.None, shipped, arrived)), "first-notice"), StringComparison.Ordinal);

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public void Every_article_and_every_remedy_has_its_words(string language)
    {
        string[] articles =
        [
            "withheld_payment", "held_shipments", "rework.before", "replacement.before", "refund.before", "legal_action.before", "rework.after", "replacement.after",
            "price_reduction.after", "refund.after", "reinspection.after", "legal_action.after",
        ];
        Assert.All(articles, article => Assert.NotEmpty(ClaimPaper.Word("law." + article, LanguagePack.Find(language))));
        Assert.All(Enum.GetValues<Recourse>(), recourse => Assert.All(
            (string[])["", ".what", ".cost", ".time", ".ease", ".risk", ".fits"],
            part => Assert.NotEmpty(ClaimPaper.Word($"remedy.{ClaimPaper.Code(recourse)}{part}", LanguagePack.Find(language)))));
        Assert.All(Enum.GetValues<Evidence>(), piece => Assert.NotEmpty(ClaimPaper.Word("evidence." + ClaimPaper.Code(piece), LanguagePack.Find(language))));
    }

    private static Contract Cisg { get; } = new() { Law = ContractLaw.Cisg };

    private static Agreement Arrived(Contract contract, string day) => Dated(contract, null, day);

    private static Agreement Dated(Contract contract, string? shipped, string? arrived) => Make.Agreement with
    {
        Contract = contract,
        Visit = new InspectionVisit { Date = Make.Day(Inspected) },
        Lots = new SortedDictionary<string, AgreedLot>
        {
            ["LOT-A"] = new(5000) { ShipmentDate = shipped is null ? null : Make.Day(shipped), ArrivalDate = arrived is null ? null : Make.Day(arrived) },
        },
    };

    private static RemedyGround Of(Claim claim, Recourse recourse) => claim.Remedies.Single(check => check.Recourse == recourse).Ground;

    private static string Text(Claim claim, string name) => Printed.Text(Printed.One(claim, name, "en"));
}
