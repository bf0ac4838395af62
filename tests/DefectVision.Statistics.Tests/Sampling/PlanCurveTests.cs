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
                        var difference = plan.Acceptance(quality).Value - single.OperatingCharacteristic.AcceptanceOfProcess(quality).Value;
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
}
