using DefectVision.Inference;
using DefectVision.Training.Heads;
using DefectVision.Training.Labels;

namespace DefectVision.Training.Tests;

/// <summary>Rules: the threshold is an order statistic of good photos (Vovk 2012); the probability is Platt's with his smoothed targets (Platt 1999).</summary>
public sealed class CalibrationTests
{
    // n good photos support 1 in n + 1, and the default is never stricter than 1 %.
    [Theory]
    [InlineData(9, 0.1)]
    [InlineData(49, 0.02)]
    [InlineData(99, 0.01)]
    [InlineData(1000, 0.01)]
    public void The_strictest_level_is_one_in_one_more_than_the_good_photos(int good, double level) => Assert.Equal(level, OperatingPointChoice.Supported(good), 12);

    [Theory]
    [InlineData(48, false)]
    [InlineData(49, true)]
    public void Two_percent_of_false_alarms_want_49_good_photos(int good, bool supported)
    {
        var scored = Scored(good);
        if (supported)
            Assert.Equal(0.02, OperatingPointChoice.Choose(scored, 0.02).FalseAlarmLevel);
        else
            Assert.Contains("wanted at least 49", Assert.Throws<DatasetException>(() => OperatingPointChoice.Choose(scored, 0.02)).Message, StringComparison.Ordinal);
    }

    // 9 good photos at 1..9, level 0.2: rank ceil(10 * 0.8) = 8, so that the 8th lies just below and the 9th is flagged.
    [Fact]
    public void The_threshold_lies_just_above_the_good_photo_of_its_rank()
    {
        var point = OperatingPointChoice.Choose(Scored(9), 0.2);
        Assert.Equal(8 + (2 * OperatingPoint.Margin), point.Threshold, 9);
        Assert.Equal(Decision.Pass, point.Decide(8));
        Assert.Equal(Decision.Flag, point.Decide(9));
        Assert.Equal((8, 9), (point.Specificity.Count, point.Specificity.Total));
        Assert.Equal((1, 2), (point.Sensitivity.Count, point.Sensitivity.Total));
    }

    [Fact]
    public void The_default_flags_none_of_few_good_photos() => Assert.Equal(9, OperatingPointChoice.Choose(Scored(9), null).Specificity.Count);

    [Theory]
    [InlineData(29, 30)]
    [InlineData(30, 29)]
    public void With_fewer_than_30_photos_of_a_side_a_score_stays_a_score(int good, int defective) => Assert.Null(PlattFit.Fit(Overlapping(good, defective)));

    [Fact]
    public void Higher_scores_are_more_probable_defects()
    {
        var platt = PlattFit.Fit(Overlapping(200, 100))!;
        Assert.True(platt.A < 0);
        Assert.Equal((200, 100), (platt.GoodPhotos, platt.DefectivePhotos));
    }

    // At the optimum the mean probability equals the mean of Platt's targets, since the derivative by B is zero.
    [Fact]
    public void The_mean_probability_is_that_of_the_smoothed_targets()
    {
        var scored = Overlapping(200, 100);
        var platt = PlattFit.Fit(scored)!;
        var targets = ((100 * (101.0 / 102)) + (200 * (1.0 / 202))) / 300;
        Assert.Equal(targets, scored.Average(entry => platt.At(entry.Score).Value), 6);
    }

    // Sides that do not overlap have no finite slope without the smoothed targets.
    [Fact]
    public void Sides_that_do_not_overlap_still_have_a_finite_fit()
    {
        var platt = PlattFit.Fit([.. Enumerable.Range(0, 40).Select(at => (at - 100.0, false)), .. Enumerable.Range(0, 40).Select(at => (at + 100.0, true))])!;
        Assert.True(double.IsFinite(platt.A) && double.IsFinite(platt.B) && platt.A < 0);
        Assert.InRange(platt.At(120).Value, 0.9, 1);
    }

    private static List<(double Score, bool Defective)> Scored(int good) =>
        [.. Enumerable.Range(1, good).Select(at => ((double)at, false)), (0.5, true), (good + 5.0, true)];

    private static List<(double Score, bool Defective)> Overlapping(int good, int defective) =>
        [.. Enumerable.Range(0, good).Select(at => ((3.0 * at / good) - 2, false)), .. Enumerable.Range(0, defective).Select(at => (3.0 * at / defective, true))];
}
