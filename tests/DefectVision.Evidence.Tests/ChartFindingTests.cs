using DefectVision.Evidence.Charts;
using DefectVision.Inspection;
using DefectVision.Inspection.Judging;

namespace DefectVision.Evidence.Tests;

/// <summary>What a caption concludes is true of the picture above it.</summary>
public sealed class ChartFindingTests
{
    private static readonly ModelUsed Model = Shipments.Rich().Record().Model!;

    [Theory]
    [InlineData(2, 3, 0, 0, "No item reaches the line, and none comes within one bar of it.")]
    [InlineData(2, 3, 1, 0, "No item reaches the line; within one bar of it: 1 of 6.")]
    [InlineData(0, 0, 0, 0, "No item is within one bar of the line: none of these calls was close.", 4)]
    [InlineData(0, 0, 0, 2, "Every item is on the right of the line; within one bar of it, where a call is closest: 2 of 6.", 4)]
    [InlineData(2, 0, 1, 3, "Within one bar of the line, where a call is closest: 3 of 7 items on its right and 1 of 3 on its left.", 4)]
    public void The_histogram_tells_whether_flags_were_close_calls(int first, int second, int justBelow, int justAbove, string sentence, int last = 0) =>
        Assert.Equal(sentence, FormattableString.Invariant(ScoreFinding.Of(new ScoreSpread([first, second, justBelow, justAbove, last], 0, 1, 3, 5, Model))));

    [Theory]
    [InlineData(0.2, 0.05, "Of lots with 20.0\u00A0% Major defective items, as counted here, the plan accepts 5.0\u00A0%: a lot like this one seldom passes.")]
    [InlineData(0.1, 0.5, "Of lots with 10.0\u00A0% Major defective items, as counted here, the plan accepts 50.0\u00A0%: whether a lot like this one passes is left to the draw.")]
    [InlineData(0.01, 0.95, "Of lots with 1.0\u00A0% Major defective items, as counted here, the plan accepts 95.0\u00A0%: a lot like this one nearly always passes.")]
    [InlineData(0, 1, "No Major defective item was counted; the plan still accepts up to one in ten lots with 8.0\u00A0% of them: none counted does not mean none there.")]
    public void The_OC_curve_tells_how_a_lot_like_this_one_fares(double observed, double accepts, string sentence)
    {
        var reading = Cases.Everything().Record().Lots.SelectMany(lot => lot.Readings).First(reading => reading.Severity == Severity.Major);
        var known = reading with { Protection = new PlanProtection(observed, accepts, 0.1, 40, 0.08) };
        Assert.Equal(sentence, FormattableString.Invariant(OcFinding.Of(known)), ignoreCase: true);
    }

    [Theory]
    [InlineData(new[] { 1 }, "One item: a (major).")]
    [InlineData(new[] { 4 }, "One class alone: a (major), all of the items.")]
    [InlineData(new[] { 2, 2, 1 }, "No class stands out: 2 of 3 are equally frequent, with 2 items each of the items.")]
    [InlineData(new[] { 3, 2 }, "More than half is one class: a (major), 3 of the items.")]
    [InlineData(new[] { 3, 2, 1 }, "Most often: a (major), 3 of the items; no class makes up more than half.")]
    public void The_Pareto_chart_tells_whether_one_class_stands_out(int[] counts, string sentence) => Assert.Equal(
        sentence,
        FormattableString.Invariant(ClassFinding.Of([.. counts.Select((count, at) => new ClassCount(((char)('a' + at)).ToString(), Severity.Major, count))], $"items")));

    [Theory]
    [InlineData(1, new[] { 0, 1 })]
    [InlineData(5, new[] { 0, 1, 2, 3, 4, 5 })]
    [InlineData(7, new[] { 0, 2, 4, 6 })]
    [InlineData(24, new[] { 0, 5, 10, 15, 20 })]
    [InlineData(60, new[] { 0, 20, 40, 60 })]
    public void An_axis_of_counts_has_round_marks(int greatest, int[] marks) => Assert.Equal(marks, CountTicks.To(greatest));
}
