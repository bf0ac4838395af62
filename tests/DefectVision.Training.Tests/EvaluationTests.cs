using DefectVision.Fixtures;
using DefectVision.Inference;
using DefectVision.Training.Labels;

namespace DefectVision.Training.Tests;

/// <summary>Rule: a model is measured per photo; everything but good counts as defective, learned or not.</summary>
public sealed class EvaluationTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    // The tiny model flags dark photos, threshold 0 at half brightness; so the counts are known beforehand.
    [Fact]
    public void Photos_on_the_wrong_side_of_the_threshold_are_counted_as_such()
    {
        for (var number = 0; number < 6; number++)
            _temp.Put($"set/good/{number}.jpg", Photos.Plain(number == 0 ? Photos.Dark : Photos.Bright, number));
        for (var number = 0; number < 5; number++)
            _temp.Put($"set/never learned/{number}.jpg", Photos.Plain(number < 2 ? Photos.Bright : (byte)20, 50 + number));
        _temp.Put("set/good/broken.jpg", "not a photo");
        _temp.Put("set/masks/1.jpg", Photos.Hole(1));

        var evaluation = Evaluate();

        Assert.Equal((5, 6), (evaluation.Specificity.Count, evaluation.Specificity.Total));
        Assert.Equal((3, 5), (evaluation.Sensitivity.Count, evaluation.Sensitivity.Total));
        Assert.Equal("broken.jpg", Path.GetFileName(Assert.Single(evaluation.LeftOut).Path));

        // The three darkest beat all 6 good photos; each of the two bright ones beats or loses to 5 equals by noise and loses to the dark one.
        Assert.InRange(evaluation.Area.Value.Value, 18 / 30.0, 28 / 30.0);
    }

    [Fact]
    public void The_test_part_is_measured_and_not_the_training_part()
    {
        _temp.Put("set/train/good/1.jpg", Photos.Good(1));
        _temp.Put("set/train/hole/1.jpg", Photos.Hole(1));
        _temp.Put("set/test/good/1.jpg", Photos.Good(2));
        _temp.Put("set/test/good/2.jpg", Photos.Good(3));
        _temp.Put("set/test/hole/1.jpg", Photos.Hole(2));
        var evaluation = Evaluate();
        Assert.Equal((2, 1, 1.0), (evaluation.Specificity.Total, evaluation.Sensitivity.Total, evaluation.Area.Value.Value));
    }

    [Theory]
    [InlineData("good")]
    [InlineData("hole")]
    public void One_side_alone_cannot_be_measured(string unreadable)
    {
        _temp.Put("set/good/1.jpg", unreadable == "good" ? [1, 2, 3] : Photos.Good(1));
        _temp.Put("set/hole/1.jpg", unreadable == "hole" ? [1, 2, 3] : Photos.Hole(1));
        Assert.Throws<DatasetException>(Evaluate);
    }

    private Evaluation Evaluate()
    {
        using var model = Model.Load(TinyModel.Write(_temp.At("tiny.onnx")));
        return Evaluation.Of(model, _temp.At("set"), null, CancellationToken.None);
    }
}
