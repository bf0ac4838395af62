using DefectVision.Statistics.Calibration;

namespace DefectVision.Inference.Tests;

/// <summary>Rule (statistics page, 3.4 b): below the band passes, above it flags, all else, and where both or neither hold, a person looks.</summary>
public sealed class ReviewBandTests
{
    [Theory]
    [InlineData(0.9, Triage.Pass)]
    [InlineData(1.0, Triage.Refer)]
    [InlineData(2.0, Triage.Refer)]
    [InlineData(2.1, Triage.Flag)]
    public void Only_scores_outside_the_band_decide(double score, Triage wanted) => Assert.Equal(wanted, new ReviewBand(1, 2, 0.05, 0.05, 0.95, "made up").Decide(score));

    [Theory]
    [InlineData(-100.0)]
    [InlineData(100.0)]
    public void With_too_few_photos_a_person_looks_at_all(double score) => Assert.Equal(Triage.Refer, new ReviewBand(null, null, 0.05, 0.05, 0.95, "made up").Decide(score));

    [Fact]
    public void Where_both_sides_claim_a_score_a_person_looks() => Assert.Equal(Triage.Refer, new ReviewBand(2, 1, 0.05, 0.05, 0.95, "made up").Decide(1.5));

    [Fact]
    public void It_says_what_could_not_be_promised() =>
        Assert.Contains("too few defective photos", new ReviewBand(null, 2, 0.05, 0.05, 0.95, "made up").ToString(), StringComparison.Ordinal);
}
