using System.Globalization;
using DefectVision.Claims.Amounts;
using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Imported;
using DefectVision.Inspection.Languages;
using DefectVision.Inspection.Reviewing;

namespace DefectVision.Claims.Tests;

/// <summary>Rules of statistics.md, section 6: one bound in every line, lower ends round down, alternatives are not added, nothing without a guaranteed item.</summary>
public sealed class AmountTests
{
    [Fact]
    public void The_worked_example_is_298_items_at_12_50() => Assert.Equal(("3725.00", "298 x 12.50", 'G'), Of(Make.Claim(Make.Agreement), AmountKind.Refund));

    [Fact]
    public void Every_line_rests_on_the_same_bound_and_rounds_down()
    {
        var claim = Make.Claim(Make.Agreement);
        // 298 x 0.333 = 99.234; 5000 x 0.08 + 250 = 650; 1000 x 298 / 5000 = 59.6.
        Assert.Equal(("99.23", "298 x 0.333", 'G'), Of(claim, AmountKind.Rework));
        Assert.Equal(("650.00", "5000 x 0.08 + 250", 'G'), Of(claim, AmountKind.Sorting));
        Assert.Equal(("59.60", "1000 x 298 / 5000", 'G'), Of(claim, AmountKind.Freight));
        Assert.Equal(("225.00", "18 x 12.50", (char?)null), Of(claim, AmountKind.ConfirmedItems));
        Assert.Equal(("3.60", "1000 x 18 / 5000", (char?)null), Of(claim, AmountKind.ConfirmedFreight));
    }

    [Fact]
    public void Refund_rework_and_sorting_are_alternatives_and_freight_stands_beside_each()
    {
        var totals = Make.Claim(Make.Agreement).Amounts.Totals.ToDictionary(total => total.Kind, total => total.Printed);
        Assert.Equal(("3784.60", "158.83", "709.60"), (totals[AmountKind.Refund], totals[AmountKind.Rework], totals[AmountKind.Sorting]));

        // The price of 18 items had the freight of 298 beside it.
        Assert.Equal("228.60", totals[AmountKind.ConfirmedItems]);
    }

    [Fact]
    public void The_fee_for_inspecting_again_stands_beside_rework_and_sorting_alone()
    {
        var claim = Make.Claim(Inspecting(Make.Agreement));
        Assert.Equal(("300.00", "1 x 300", (char?)null), Of(claim, AmountKind.Reinspection));
        var totals = claim.Amounts.Totals.ToDictionary(total => total.Kind, total => total.Printed);
        Assert.Equal(("3784.60", "458.83", "1009.60"), (totals[AmountKind.Refund], totals[AmountKind.Rework], totals[AmountKind.Sorting]));
    }

    [Fact]
    public void The_fee_is_in_no_total_where_nothing_of_the_lot_is_to_be_reworked_or_sorted_and_in_no_line_of_a_held_lot()
    {
        var tolerated = Make.Claim(Inspecting(Tolerating("5.96", ToleranceKind.Deduction)));
        Assert.Equal("0.00", tolerated.Amounts.Totals.Single(total => total.Kind == AmountKind.Rework).Printed);
        Assert.DoesNotContain(Make.Claim(Inspecting(Make.Agreement), items: 100, confirmed: 5).Amounts.Lines, line => line.Kind == AmountKind.Reinspection);
    }

    [Fact]
    public void Without_a_random_sample_only_the_confirmed_items_have_an_amount()
    {
        var claim = Make.Claim(Make.Agreement with { Sampling = SamplingFrame.InspectorsChoice });
        Assert.Equal("225.00", Of(claim, AmountKind.ConfirmedItems).Amount);
        Assert.All(claim.Amounts.Lines.Where(line => line.Kind is not (AmountKind.ConfirmedItems or AmountKind.ConfirmedFreight)), line => Assert.Contains("guaranteed bound", line.Missing));
    }

    [Fact]
    public void What_rests_on_the_agreements_word_that_the_draw_was_random_has_neither_amount_nor_letter()
    {
        var record = Make.Record(Make.Agreement, GivenEvidence.None, new MadeLot("LOT-A") { IsProved = false });
        Assert.Equal(("3725.00", null), (record.Lots[0].Claim!.Amount!.Printed, record.Lots[0].Claim!.Amount!.Class));
        var lines = ClaimAmounts.Of(record).Lines.Where(line => line.Kind is not (AmountKind.ConfirmedItems or AmountKind.ConfirmedFreight)).ToList();
        Assert.Equal(4, lines.Count);
        Assert.All(lines, line =>
        {
            Assert.Null(line.Amount);
            Assert.Null(line.Class);
            Assert.Contains("guaranteed bound", line.Missing);
        });
    }

    [Fact]
    public void What_nobody_reviewed_has_no_amount() => Assert.Empty(Make.Claim(Make.Agreement, reviewed: false).Amounts.Lines);

    [Fact]
    public void A_currency_without_decimals_gets_none() => Assert.Equal("3725", Of(Make.Claim(Make.Agreement with { Currency = "JPY" }), AmountKind.Refund).Amount);

    // 5.96 % of 5000 are 298 items, the whole bound; 5.95 % are 297.5, of which 297 are tolerated; 5.979 % are 298.95.
    [Theory]
    [InlineData("1", ToleranceKind.Deduction, "3100.00", "(298 - 50 tolerated) x 12.50")]
    [InlineData("5.95", ToleranceKind.Deduction, "12.50", "(298 - 297 tolerated) x 12.50")]
    [InlineData("5.96", ToleranceKind.Deduction, "0.00", "0 (298 <= 298 tolerated) x 12.50")]
    [InlineData("5.979", ToleranceKind.Deduction, "0.00", "0 (298 <= 298 tolerated) x 12.50")]
    [InlineData("7", ToleranceKind.Deduction, "0.00", "0 (298 <= 350 tolerated) x 12.50")]
    [InlineData("0.019", ToleranceKind.Deduction, "3725.00", "298 x 12.50")]
    [InlineData("5.95", ToleranceKind.Threshold, "3725.00", "298 (> 297 tolerated) x 12.50")]
    [InlineData("5.96", ToleranceKind.Threshold, "0.00", "0 (298 <= 298 tolerated) x 12.50")]
    public void An_agreed_tolerance_reduces_the_amount_and_nothing_else(string percent, ToleranceKind kind, string amount, string basis)
    {
        var claim = Make.Claim(Tolerating(percent, kind));
        Assert.Equal((amount, basis, 'G'), Of(claim, AmountKind.Refund));
        Assert.Equal(("225.00", "18 x 12.50", (char?)null), Of(claim, AmountKind.ConfirmedItems));
        Assert.Equal((298, Verdict.Reject), (claim.Record.Lots[0].Claim!.AtLeast!.Items, claim.Record.Lots[0].Verdict));
    }

    [Theory]
    [InlineData("5.95", "650.00", "0.33", "0.20")]
    [InlineData("5.96", "0.00", "0.00", "0.00")]
    public void Sorting_is_asked_only_where_an_item_is_claimed_and_rework_and_freight_are_of_the_items_claimed(string percent, string sorting, string rework, string freight)
    {
        var claim = Make.Claim(Tolerating(percent, ToleranceKind.Deduction));
        Assert.Equal((sorting, rework, freight), (Of(claim, AmountKind.Sorting).Amount, Of(claim, AmountKind.Rework).Amount, Of(claim, AmountKind.Freight).Amount));
    }

    [Fact]
    public void The_refund_is_the_price_that_the_record_states()
    {
        var record = Make.Record(Make.Agreement);
        var lot = record.Lots[0];
        var stated = record with { Lots = [lot with { Claim = lot.Claim! with { Amount = lot.Claim.Amount! with { AtLeast = 99.5m } } }] };
        Assert.Equal("99.50", Of(Make.Of(stated), AmountKind.Refund).Amount);
    }

    // 10 of 200 are accepted at AQL 2.5 (Ac 10), 11 rejected.
    [Fact]
    public void An_accepted_lot_is_in_no_amount_and_a_rejected_one_in_all()
    {
        Assert.Empty(Make.Claim(Make.Agreement, confirmed: 10).Amounts.Lines);
        Assert.Null(Make.Claim(Make.Agreement, confirmed: 10).Amounts.Contingency);
        Assert.Equal(6, Make.Claim(Make.Agreement, confirmed: 11).Amounts.Lines.Count);
    }

    [Fact]
    public void Single_items_of_an_accepted_lot_are_claimed_where_the_contract_says_so_and_only_they()
    {
        var agreement = Make.Agreement with { Contract = new Contract { ClaimsSingleItems = true } };
        Assert.Equal([(AmountKind.ConfirmedItems, "10 x 12.50")], Make.Claim(agreement, confirmed: 10).Amounts.Lines.Select(line => (line.Kind, line.Basis)));
        Assert.Empty(Make.Claim(agreement, confirmed: 0).Amounts.Lines);
    }

    [Fact]
    public void The_lateness_of_an_accepted_lot_stays_and_is_the_only_way_to_be_paid()
    {
        var claim = Make.Claim(Late(14, LateWeeks.Completed), confirmed: 10);
        Assert.Equal([(AmountKind.LateDelivery, "1250.00")], claim.Amounts.Lines.Select(line => (line.Kind, line.Printed)));
        Assert.Equal((AmountKind.LateDelivery, "1250.00"), claim.Amounts.Totals.Where(total => total.Total is not null).Select(total => (total.Kind, total.Printed)).Single());
    }

    [Fact]
    public void A_held_lot_has_the_amounts_of_what_is_shown()
    {
        var claim = Make.Claim(Make.Agreement, items: 100, confirmed: 5);
        Assert.Equal(Verdict.Hold, claim.Record.Lots[0].Verdict);
        Assert.Equal("62.50", Of(claim, AmountKind.ConfirmedItems).Amount);
        Assert.Equal($"{claim.Record.Lots[0].Claim!.AtLeast!.Items} x 12.50", Of(claim, AmountKind.Refund).Basis);
    }

    [Fact]
    public void Items_out_of_tolerance_and_items_that_failed_a_test_are_shown_defective_like_those_that_persons_confirmed()
    {
        var given = Make.Measured(Make.TooLong("LOT-A", "i0017", null), Make.TooLong("LOT-A", "i0018", null)) with
        {
            Tests = Make.Tests(Make.Failed("LOT-A", TestKind.Functional, null, "i0019")).Tests,
        };
        var claim = Make.Of(Make.Record(Make.Agreement, given, new MadeLot("LOT-A")));
        Assert.Equal("20 x 12.50", Of(claim, AmountKind.ConfirmedItems).Basis);
        Assert.Equal(20, claim.Record.Lots[0].Claim!.AtLeast!.Found.Count);
    }

    [Fact]
    public void Measurements_alone_are_evidence_and_flags_alone_are_none()
    {
        var measured = Make.Measured([.. Enumerable.Range(0, 13).Select(at => Make.TooLong("LOT-A", $"i{at:0000}", null))]);
        Assert.Equal("13 x 12.50", Of(Make.Of(Make.Record(Make.Agreement, measured, new MadeLot("LOT-A", Reviewed: false))), AmountKind.ConfirmedItems).Basis);
        Assert.Empty(Make.Of(Make.Record(Make.Agreement, GivenEvidence.None, new MadeLot("LOT-A", Reviewed: false) { Flagged = 60 })).Amounts.Lines);
    }

    [Theory]
    [InlineData(6, LateWeeks.Completed, "0.00", "0 completed weeks")]
    [InlineData(7, LateWeeks.Completed, "625.00", "1 completed week")]
    [InlineData(13, LateWeeks.Completed, "625.00", "1 completed week")]
    [InlineData(14, LateWeeks.Completed, "1250.00", "2 completed weeks")]
    [InlineData(15, LateWeeks.Completed, "1250.00", "2 completed weeks")]
    [InlineData(1, LateWeeks.Begun, "625.00", "1 week begun")]
    [InlineData(13, LateWeeks.Begun, "1250.00", "2 weeks begun")]
    [InlineData(14, LateWeeks.Begun, "1250.00", "2 weeks begun")]
    [InlineData(15, LateWeeks.Begun, "1875.00", "3 weeks begun")]
    [InlineData(41, LateWeeks.Completed, "3125.00", "5 completed weeks")]
    [InlineData(42, LateWeeks.Completed, "3125.00", "6 completed weeks, at the agreed cap")]
    public void A_late_lot_pays_for_completed_weeks_unless_the_contract_says_begun_up_to_the_cap(int days, LateWeeks weeks, string amount, string counted)
    {
        var line = Make.Claim(Late(days, weeks)).Amounts.Lines.Single(line => line.Kind == AmountKind.LateDelivery);
        Assert.Equal(amount, line.Printed);
        Assert.EndsWith($" % ({counted})", line.Basis, StringComparison.Ordinal);
        Assert.DoesNotContain("week", ClaimPaper.Basis(line, LanguagePack.Find("zh")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_lot_that_is_not_late_pays_nothing() =>
        Assert.DoesNotContain(Make.Claim(Late(0, LateWeeks.Begun)).Amounts.Lines, line => line.Kind == AmountKind.LateDelivery);

    [Theory]
    [InlineData(null)]
    [InlineData("1")]
    public void The_contingency_range_is_two_sided_and_holds_the_claim(string? tolerance)
    {
        var claim = Make.Claim(tolerance is null ? Make.Agreement : Tolerating(tolerance, ToleranceKind.Deduction));
        var (range, refund) = (claim.Amounts.Contingency!, claim.Amounts.Lines.Single(line => line.Kind == AmountKind.Refund).Amount!.Value);
        Assert.True(range.Low < refund && range.High > refund + 1900m, $"{range.Low} to {range.High}");
    }

    [Fact]
    public void What_is_not_decided_widens_the_contingency_upward_once_for_each_item()
    {
        var decided = Make.Of(Make.Record(Make.Agreement, GivenEvidence.None, new MadeLot("LOT-A", Confirmed: 20))).Amounts.Contingency!;
        var readings = Enumerable.Range(0, 198).Select(at => new Confirmation("LOT-A", $"i{at:0000}", at < 18 ? ReaderWord.Defective : ReaderWord.Good, "A. Reader", Make.AsOf, null, null)).ToList();
        var given = GivenEvidence.None with { Confirmed = new ConfirmedList("confirmed.csv", new string('a', 64), readings) };
        var open = Make.Of(Make.Record(Make.Agreement, given, new MadeLot("LOT-A") { Unreadable = 2 })).Amounts.Contingency!;
        Assert.Equal(decided.High, open.High);
        Assert.True(open.Low < decided.Low);
    }

    private static Agreement Tolerating(string percent, ToleranceKind kind) =>
        Make.Agreement with { Contract = new Contract { TolerancePercent = decimal.Parse(percent, CultureInfo.InvariantCulture), ToleranceKind = kind } };

    private static Agreement Inspecting(Agreement agreement) => agreement with { Costs = agreement.Costs with { ReinspectionFee = 300m } };

    private static Agreement Late(int days, LateWeeks weeks) => Make.Agreement with
    {
        Contract = new Contract { LatePercentPerWeek = 1, LateCapPercent = 5, LateWeeks = weeks },
        Lots = new SortedDictionary<string, AgreedLot> { ["LOT-A"] = new(5000) { DueDate = Make.Day("2026-08-03"), ShipmentDate = Make.Day("2026-08-03").AddDays(days) } },
    };

    private static (string Amount, string Basis, char? Class) Of(Claim claim, AmountKind kind) =>
        claim.Amounts.Lines.Single(line => line.Kind == kind) is var line ? (line.Printed, line.Basis, line.Class) : default;
}
