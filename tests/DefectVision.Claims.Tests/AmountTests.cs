using DefectVision.Claims.Amounts;
using DefectVision.Inspection.Agreements;

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
    }

    [Fact]
    public void Refund_rework_and_sorting_are_alternatives_and_freight_stands_beside_each()
    {
        var totals = Make.Claim(Make.Agreement).Amounts.Totals.ToDictionary(total => total.Kind, total => total.Printed);
        Assert.Equal(("3784.60", "158.83", "709.60"), (totals[AmountKind.Refund], totals[AmountKind.Rework], totals[AmountKind.Sorting]));
    }

    [Fact]
    public void With_no_confirmed_item_every_amount_is_nought_and_the_sorting_too()
    {
        var lines = Make.Claim(Make.Agreement, confirmed: 0).Amounts.Lines;
        Assert.All(lines, line => Assert.Equal("0.00", line.Printed));
    }

    [Fact]
    public void Without_a_random_sample_only_the_confirmed_items_have_an_amount()
    {
        var claim = Make.Claim(Make.Agreement with { Sampling = SamplingFrame.InspectorsChoice });
        Assert.Equal("225.00", Of(claim, AmountKind.ConfirmedItems).Amount);
        Assert.All(claim.Amounts.Lines.Where(line => line.Kind != AmountKind.ConfirmedItems), line => Assert.Contains("guaranteed bound", line.Missing));
    }

    [Fact]
    public void What_nobody_reviewed_has_no_amount() => Assert.Empty(Make.Claim(Make.Agreement, reviewed: false).Amounts.Lines);

    [Fact]
    public void A_currency_without_decimals_gets_none() => Assert.Equal("3725", Of(Make.Claim(Make.Agreement with { Currency = "JPY" }), AmountKind.Refund).Amount);

    [Theory]
    [InlineData(1, "625.00")]
    [InlineData(7, "625.00")]
    [InlineData(8, "1250.00")]
    [InlineData(60, "3125.00")]
    public void A_late_lot_pays_for_each_week_begun_up_to_the_cap(int days, string amount)
    {
        var due = new DateOnly(2026, 8, 3);
        var late = Make.Agreement with
        {
            Contract = new Contract { LatePercentPerWeek = 1, LateCapPercent = 5 },
            Lots = new SortedDictionary<string, AgreedLot> { ["LOT-A"] = new(5000) { DueDate = due, ShipmentDate = due.AddDays(days) } },
        };
        Assert.Equal(amount, Of(Make.Claim(late), AmountKind.LateDelivery).Amount);
    }

    [Fact]
    public void The_contingency_range_is_two_sided_and_holds_the_claim()
    {
        var range = Make.Claim(Make.Agreement).Amounts.Contingency!;
        Assert.True(range.Low < 3725m && range.High > 5625m, $"{range.Low} to {range.High}");
    }

    private static (string Amount, string Basis, char? Class) Of(Claim claim, AmountKind kind) =>
        claim.Amounts.Lines.Single(line => line.Kind == kind) is var line ? (line.Printed, line.Basis, line.Class) : default;
}
