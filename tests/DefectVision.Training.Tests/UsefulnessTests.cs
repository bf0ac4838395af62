using DefectVision.Inference;
using DefectVision.Training.Labels;

namespace DefectVision.Training.Tests;

/// <summary>Rule: a model no better than a coin, or one of no numbers, is an error with a reason.</summary>
public sealed class UsefulnessTests
{
    [Fact]
    public void A_model_that_ranks_like_a_coin_is_refused() =>
        Assert.Contains("coin (area under the ROC curve 0.5)", Assert.Throws<DatasetException>(() => Usefulness.Check("m", [(1, true), (1, false)])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_model_a_little_better_is_taken() => Usefulness.Check("m", [(1, true), (2, true), (1, false)]);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Scores_that_are_no_numbers_are_refused(double score) => Assert.Throws<ModelException>(() => Usefulness.Check("m", [(score, false), (1, false)]));

    [Fact]
    public void From_good_photos_alone_nothing_can_be_ranked_and_nothing_is_refused() => Usefulness.Check("m", [(1, false), (1, false)]);
}
