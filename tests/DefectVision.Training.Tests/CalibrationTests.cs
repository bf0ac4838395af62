using DefectVision.Training.Heads;

namespace DefectVision.Training.Tests;

/// <summary>Rule: the probability is Platt's with his smoothed targets (Platt 1999).</summary>
public sealed class CalibrationTests
{
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

    private static List<(double Score, bool Defective)> Overlapping(int good, int defective) =>
        [.. Enumerable.Range(0, good).Select(at => ((3.0 * at / good) - 2, false)), .. Enumerable.Range(0, defective).Select(at => (3.0 * at / defective, true))];
}
