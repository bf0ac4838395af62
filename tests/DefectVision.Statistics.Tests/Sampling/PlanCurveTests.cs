using DefectVision.Statistics.Sampling;

namespace DefectVision.Statistics.Tests.Sampling;

public sealed class PlanCurveTests
{
    /// <summary>n = 59 with nothing allowed catches 5 % with 95 %, n = 299 catches 1 %: ln 0.05 / ln(1 − p), in every textbook on discovery sampling.</summary>
    [Theory]
    [InlineData(0.05, 59)]
    [InlineData(0.01, 299)]
    public void The_zero_acceptance_sample_has_a_closed_form(double bad, long wanted) =>
        Assert.Equal(wanted, ConsumerRisk.SampleSizeForProcess(new Rate(bad), 0, ConfidenceLevel.P95));

    [Fact]
    public void The_sample_for_a_lot_is_the_smallest_that_meets_the_risk()
    {
        for (var bad = 1; bad <= 60; bad += 3)
        {
            for (var acceptance = 0; acceptance < Math.Min(4, bad); acceptance++)
            {
                var n = ConsumerRisk.SampleSizeForLot(300, bad, acceptance, ConfidenceLevel.P90)!.Value;
                Assert.True(AtMost(n) <= 0.1 + 1e-12);
                Assert.True(n == acceptance + 1 || AtMost(n - 1) > 0.1);

                double AtMost(long size) => new OperatingCharacteristic(size, acceptance).AcceptanceOfLot(300, bad).Value;
            }
        }
    }

    [Fact]
    public void An_acceptance_number_that_lets_the_bad_lot_pass_has_no_sample() =>
        Assert.Null(ConsumerRisk.SampleSizeForLot(300, 2, 2, ConfidenceLevel.P90));

    [Fact]
    public void Acceptance_falls_with_the_quality_and_the_risk_points_lie_on_the_curve()
    {
        foreach (var plan in new[] { new OperatingCharacteristic(80, 5), new OperatingCharacteristic(20, 0), new OperatingCharacteristic(315, 21) })
        {
            var before = 1.0;
            for (var bad = 0; bad <= 1000; bad += 10)
            {
                var now = plan.AcceptanceOfLot(1000, bad).Value;
                Assert.True(now <= before);
                before = now;
            }
            foreach (var acceptance in new[] { 0.95, 0.5, 0.1, 0.05 })
            {
                Assert.Equal(acceptance, plan.AcceptanceOfProcess(plan.QualityAcceptedWith(new Probability(acceptance))).Value, 12);
                Assert.Equal(acceptance, plan.AcceptanceOfNonconformities(plan.NonconformitiesPerItemAcceptedWith(new Probability(acceptance))).Value, 12);
            }
        }
    }

    [Fact]
    public void A_plan_that_accepts_whatever_it_finds_has_no_consumer_protection()
    {
        var plan = new OperatingCharacteristic(2, 2);
        Assert.Equal(1, plan.QualityAcceptedWith(new Probability(0.1)).Value);
        Assert.Equal(1, plan.AcceptanceOfLot(100, 100).Value);
        Assert.Throws<ArgumentOutOfRangeException>(() => plan.NonconformitiesPerItemAcceptedWith(new Probability(0)));
    }

    /// <summary>MIL-STD-105E, Table III-A: letter J (80) at AQL 2.5 is twice 50 with 2/5 and 6/7; letter K at 1.0 twice 80 with 1/4 and 4/5.</summary>
    [Theory]
    [InlineData(SampleSizeCodeLetter.J, "2.5", 50, 2, 5, 6, 7)]
    [InlineData(SampleSizeCodeLetter.K, "1.0", 80, 1, 4, 4, 5)]
    public void The_double_plan_follows_from_the_single_one(SampleSizeCodeLetter letter, string aql, int n, int ac1, int re1, int ac2, int re2)
    {
        var single = MilStd105E.PlanAtLetter(letter, Aql.Parse(aql), InspectionSeverity.Normal);
        var plan = DoubleSamplingPlan.MatchingMilStd105E(single)!;
        Assert.Equal(new DoubleSamplingPlan(n, n, ac1, re1, ac2, re2), plan);
    }

    [Fact]
    public void Every_double_plan_accepts_about_what_its_single_plan_does_and_draws_less_where_it_decides()
    {
        foreach (var severity in new[] { InspectionSeverity.Normal, InspectionSeverity.Tightened })
        {
            foreach (var letter in Enum.GetValues<SampleSizeCodeLetter>().Where(letter => letter != SampleSizeCodeLetter.S))
            {
                foreach (var aql in Aql.Series.Where(aql => aql.CountsNonconformingItems))
                {
                    var single = MilStd105E.PlanAtLetter(letter, aql, severity);
                    if (DoubleSamplingPlan.MatchingMilStd105E(single) is not { } plan)
                        continue;
                    foreach (var factor in new[] { 0.2, 0.5, 1, 2, 3, 4 })
                    {
                        var quality = new Rate(Math.Min(1, factor * (double)aql.Percent / 100));
                        var difference = plan.AcceptanceOfProcess(quality).Value - single.OperatingCharacteristic.AcceptanceOfProcess(quality).Value;
                        Assert.True(Math.Abs(difference) <= 0.087, $"{severity} {letter} {aql}: {difference}");
                    }
                    Assert.True(plan.AverageSampleNumber(Rate.Zero) <= single.SampleSize);
                }
            }
        }
    }

    [Fact]
    public void Acceptance_number_zero_and_other_editions_have_no_double_plan()
    {
        Assert.Null(DoubleSamplingPlan.MatchingMilStd105E(MilStd105E.PlanAtLetter(SampleSizeCodeLetter.E, Aql.Parse("1.0"), InspectionSeverity.Normal)));
        Assert.Throws<ArgumentException>(() => DoubleSamplingPlan.MatchingMilStd105E(Iso2859.PlanAtLetter(SampleSizeCodeLetter.J, Aql.Parse("2.5"), InspectionSeverity.Normal)));
        Assert.Throws<ArgumentException>(() => DoubleSamplingPlan.MatchingMilStd105E(MilStd105E.PlanAtLetter(SampleSizeCodeLetter.J, Aql.Parse("2.5"), InspectionSeverity.Reduced)));
    }

    /// <summary>Reference: exact rational arithmetic over all outcomes of both samples (Python's fractions).</summary>
    [Theory]
    [InlineData(1200, 60, 50, 2, 5, 50, 6, 0.787327795221, 0.637251414637, 68.1374292681)]
    [InlineData(1200, 84, 50, 2, 5, 50, 6, 0.485644918389, 0.573566508774, 71.3216745613)]
    [InlineData(100, 7, 50, 2, 5, 50, 6, 0.218015751657, 0.436031503313, 78.1984248343)]
    [InlineData(100, 6, 50, 2, 5, 50, 6, 0.897799207485, 0.441066936319, 77.946653184)]
    [InlineData(60, 5, 20, 0, 2, 20, 1, 0.138223261251, 0.66533077287, 26.6933845426)]
    [InlineData(280, 0, 32, 1, 4, 32, 4, 1, 1, 32)]
    public void A_double_plan_judges_a_lot_of_known_size_exactly(int lot, int bad, int n1, int ac1, int re1, int n2, int ac2, double accepts, double decides, double drawn)
    {
        var plan = new DoubleSamplingPlan(n1, n2, ac1, re1, ac2, ac2 + 1);
        Assert.Equal(accepts, plan.AcceptanceOfLot(lot, bad).Value, 1e-10);
        Assert.Equal(decides, plan.DecisionOnFirstOfLot(lot, bad).Value, 1e-10);
        Assert.Equal(drawn, plan.AverageSampleNumberOfLot(lot, bad), 1e-8);
    }

    [Fact]
    public void A_lot_wholly_in_both_samples_is_accepted_up_to_Ac2_and_not_beyond_and_larger_samples_are_cut_to_it()
    {
        var plan = new DoubleSamplingPlan(6, 4, 0, 3, 3, 4);
        Assert.Equal(1, plan.AcceptanceOfLot(6, 0).Value);
        Assert.Equal(0, plan.AcceptanceOfLot(6, 3).Value);
        Assert.Equal(1, plan.AcceptanceOfLot(6, 2).Value, 1e-12);
        Assert.Equal(6, plan.AverageSampleNumberOfLot(6, 1));
        Assert.True(plan.AcceptanceOfLot(10, 4).Value < plan.AcceptanceOfLot(10, 3).Value);
    }

    [Fact]
    public void The_quality_that_a_double_plan_accepts_with_a_chance_is_accepted_with_it()
    {
        var plan = new DoubleSamplingPlan(50, 50, 2, 5, 6, 7);
        foreach (var chance in new[] { 0.95, 0.5, 0.1 })
            Assert.Equal(chance, plan.AcceptanceOfProcess(plan.QualityAcceptedWith(new Probability(chance))).Value, 1e-9);
        var limiting = plan.NonconformingAcceptedWith(1200, new Probability(0.1));
        Assert.True(plan.AcceptanceOfLot(1200, limiting).Value <= 0.1);
        Assert.True(plan.AcceptanceOfLot(1200, limiting - 1).Value > 0.1);
    }

    /// <summary>Each number on both sides of what can be meant.</summary>
    [Theory]
    [InlineData(50, 2, 5, 50, 6, 7, null)]
    [InlineData(0, 2, 5, 50, 6, 7, "n1 0, wanted at least 1")]
    [InlineData(50, 2, 5, 0, 6, 7, "n2 0, wanted at least 1")]
    [InlineData(50, -1, 5, 50, 6, 7, "Ac1 -1, wanted at least 0")]
    [InlineData(50, 2, 3, 50, 6, 7, "Re1 3, wanted at least 4")]
    [InlineData(50, 2, 4, 50, 6, 7, null)]
    [InlineData(4, 2, 5, 50, 6, 7, null)]
    [InlineData(4, 2, 6, 50, 6, 7, "Re1 6, wanted at most 5")]
    [InlineData(50, 2, 4, 50, 2, 3, "Ac2 2, wanted at least 3")]
    [InlineData(50, 2, 4, 50, 3, 4, null)]
    [InlineData(50, 2, 5, 50, 6, 8, "Re2 8, wanted exactly 7")]
    [InlineData(50, 2, 7, 50, 6, 7, null)]
    [InlineData(50, 2, 8, 50, 6, 7, "Re1 8, wanted at most 7")]
    [InlineData(50, 2, 5, 3, 6, 7, null)]
    [InlineData(50, 2, 5, 2, 6, 7, "Re2 7, wanted at most 6")]
    public void Numbers_that_make_no_double_plan_are_named(int n1, int ac1, int re1, int n2, int ac2, int re2, string? fault)
    {
        var found = new DoubleSamplingPlan(n1, n2, ac1, re1, ac2, re2).Fault;
        if (fault is null)
            Assert.Null(found);
        else
            Assert.StartsWith(fault, found, StringComparison.Ordinal);
    }
}
