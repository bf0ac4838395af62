using System.Text.RegularExpressions;
using DefectVision.Fixtures;
using DefectVision.Inference;
using DefectVision.Inference.Graph;
using DefectVision.Statistics;
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
        Assert.Throws<DatasetException>(() => Evaluate());
    }

    // Items 1 to 3: both photos of 1 are clear, 2 has one flagged photo, 3 is a hole whose front alone shows it.
    [Fact]
    public void An_item_is_defective_and_flagged_when_any_of_its_photos_is()
    {
        _temp.Put("set/good/1_front.jpg", Photos.Good(1));
        _temp.Put("set/good/1_back.jpg", Photos.Good(2));
        _temp.Put("set/good/2_front.jpg", Photos.Good(3));
        _temp.Put("set/good/2_back.jpg", Photos.Plain(Photos.Dark, 4));
        _temp.Put("set/good/3_back.jpg", Photos.Good(5));
        _temp.Put("set/hole/3_front.jpg", Photos.Hole(6));
        var evaluation = Evaluate("^([0-9]+)_");
        Assert.Equal(((1L, 1L), (1L, 2L)), (Pair(evaluation.Items.Sensitivity), Pair(evaluation.Items.Specificity)));
        Assert.Equal((3, false), (evaluation.Items.Items, evaluation.Items.OnePhotoEach));
        Assert.Equal(((1L, 1L), (4L, 5L)), (Pair(evaluation.Sensitivity), Pair(evaluation.Specificity)));
        Assert.Equal((1 + (4 / 5.0)) / 2, evaluation.BalancedAccuracy!.Value, 12);
    }

    [Fact]
    public void Where_nothing_tells_the_items_each_photo_is_taken_for_one_and_the_answer_says_so()
    {
        _temp.Put("set/good/1_front.jpg", Photos.Good(1));
        _temp.Put("set/hole/1_back.jpg", Photos.Hole(2));
        var evaluation = Evaluate();
        Assert.Equal((2, true), (evaluation.Items.Items, evaluation.Items.OnePhotoEach));
        Assert.Contains("each photo is taken for one item", evaluation.Items.ToldBy, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_photo_is_stands_against_what_the_model_calls_it_at_its_operating_point()
    {
        _temp.Put("set/good/1.jpg", Photos.Good(1));
        _temp.Put("set/hole/1.jpg", Photos.Hole(2));
        _temp.Put("set/hole/2.jpg", Photos.Stain(3));
        _temp.Put("set/hole/3.jpg", Photos.Good(4));
        _temp.Put("set/tear/1.jpg", Photos.Stain(5));
        var evaluation = Evaluate();
        Assert.Equal(
            (1L, 1L, 1L, 1L, 1L),
            (evaluation.Confusion["good", "good"], evaluation.Confusion["hole", "hole"], evaluation.Confusion["hole", "stain"], evaluation.Confusion["hole", "good"], evaluation.Confusion["tear", "stain"]));

        // To find a hole and call it a stain is to have found it.
        Assert.Equal(((2L, 3L), (1L, 3L)), (Pair(evaluation.FlaggedOfClass["hole"]), Pair(evaluation.Confusion.Recall("hole"))));
        Assert.Equal((1L, 1L), Pair(evaluation.FlaggedOfClass["tear"]));
    }

    [Fact]
    public void A_heat_map_is_measured_where_photos_have_masks_and_the_model_gives_one()
    {
        PutMasked(markedX: 0);
        var evaluation = Evaluate(graph: TinyModel.GraphWithHeatMap());
        Assert.Equal((1.0, 2, 2, 3, 1), (evaluation.Pixels!.Overlap.Value, evaluation.Pixels.Regions, evaluation.Pixels.MarkedPhotos, evaluation.Pixels.GoodPhotos, evaluation.Pixels.UnmarkedPhotos));
        Assert.Null(evaluation.WhyNoPixels);
    }

    // The same photos with masks on the other side: the dark block is now a false alarm, and the marked places are like all bright ones.
    [Fact]
    public void A_heat_map_that_is_hot_elsewhere_overlaps_little()
    {
        PutMasked(markedX: 3);
        Assert.InRange(Evaluate(graph: TinyModel.GraphWithHeatMap()).Pixels!.Overlap.Value, 0, 0.5);
    }

    [Fact]
    public void What_is_not_marked_or_not_mapped_is_not_measured_and_says_why()
    {
        PutMasked(markedX: 0);
        var unmapped = Evaluate();
        Assert.Null(unmapped.Pixels);
        Assert.Equal("the model gives no heat map", unmapped.WhyNoPixels);

        Directory.Delete(_temp.At("set/ground_truth"), recursive: true);
        Assert.Contains("no defective photo", Evaluate(graph: TinyModel.GraphWithHeatMap()).WhyNoPixels, StringComparison.Ordinal);
    }

    // No class is ever sure enough: what is flagged is unknown, and still stands in the table of what was called what.
    [Fact]
    public void Photos_called_unknown_are_counted_among_the_answers()
    {
        _temp.Put("set/good/1.jpg", Photos.Good(1));
        _temp.Put("set/hole/1.jpg", Photos.Hole(1));
        _temp.Put("set/hole/2.jpg", Photos.Hole(2));
        var evaluation = Evaluate(graph: TinyModel.GraphWithHeatMap(), contract: TinyModel.Contract with { Anomaly = new AnomalyScale(-1, 1, 1) });
        Assert.Equal(["good", "hole", "stain", "unknown"], evaluation.Answers);
        Assert.Equal(2, evaluation.Confusion["hole", "unknown"]);
        Assert.Equal(3, evaluation.Labels.Sum(label => evaluation.Answers.Sum(answer => evaluation.Confusion[label, answer])));
    }

    [Fact]
    public void Probabilities_are_measured_where_the_model_has_a_calibration_and_only_there()
    {
        _temp.Put("set/good/1.jpg", Photos.Good(1));
        _temp.Put("set/hole/1.jpg", Photos.Hole(1));
        Assert.Equal(2, Evaluate().Calibration!.Measures.Items);
        Assert.Null(Evaluate(contract: TinyModel.Contract with { Calibration = null }).Calibration);
    }

    [Fact]
    public void The_set_that_the_model_learned_from_is_told_by_its_digest()
    {
        _temp.Put("set/good/1.jpg", Photos.Good(1));
        _temp.Put("set/hole/1.jpg", Photos.Hole(1));
        var facts = TinyModel.Contract.Training;
        Assert.False(Evaluate().IsTrainingSet);
        Assert.True(Evaluate(contract: TinyModel.Contract with { Training = facts with { DatasetSha256 = LabelledSet.Read(_temp.At("set"), "test", null).Sha256 } }).IsTrainingSet);
    }

    // The same bytes under good and under a defect contradict each other, in a hold-out as in what is learned from.
    [Fact]
    public void An_error_in_the_labels_is_told_and_measured_only_when_a_person_accepts_it()
    {
        _temp.Put("set/a.jpg", Photos.Good(1));
        _temp.Put("set/b.jpg", Photos.Hole(1));
        _temp.Put("set/labels.csv", "path,label\na.jpg,good\nb.jpg,hole\ngone.jpg,hole\n");
        var refused = Assert.Throws<DatasetException>(() => Evaluate()).Message;
        Assert.Contains("found an error in its labels: labels.csv(4): found no photo 'gone.jpg'", refused, StringComparison.Ordinal);
        Assert.EndsWith("it is left out; mend the labels, or measure all the same with --accept-findings", refused, StringComparison.Ordinal);
        var evaluation = Evaluate(accept: true);
        Assert.Equal((1L, 1L), (evaluation.Sensitivity.Total, evaluation.Specificity.Total));
        Assert.StartsWith("labels.csv(4)", Assert.Single(evaluation.Findings).Text, StringComparison.Ordinal);
        _temp.Put("set/gone.jpg", Photos.Good(1));
        Assert.Contains("found the same bytes under 2 labels", Assert.Throws<DatasetException>(() => Evaluate()).Message, StringComparison.Ordinal);
    }

    private static (long Count, long Total) Pair(Tally tally) => (tally.Count, tally.Total);

    private void PutMasked(int markedX)
    {
        for (var number = 1; number <= 3; number++)
        {
            _temp.Put($"set/train/good/{number}.jpg", Photos.Plain(Photos.Bright, number, 64));
            _temp.Put($"set/test/good/{number}.jpg", Photos.Plain(Photos.Bright, 10 + number, 64));
            _temp.Put($"set/test/hole/{number}.jpg", Photos.DarkBlock(20 + number, 0, number));
            if (number < 3)
                _temp.Put($"set/ground_truth/hole/{number}_mask.png", Photos.Mask(markedX, number));
        }
    }

    private Evaluation Evaluate(string? itemPattern = null, OnnxGraph? graph = null, ModelContract? contract = null, bool accept = false)
    {
        File.WriteAllBytes(_temp.At("tiny.onnx"), ModelWriter.Bind(graph ?? TinyModel.Graph(), contract ?? TinyModel.Contract));
        using var model = Model.Load(_temp.At("tiny.onnx"));
        var photos = new HoldOut(_temp.At("set")) { ItemPattern = itemPattern is null ? null : new Regex(itemPattern, RegexOptions.CultureInvariant), AcceptFindings = accept };
        return Evaluation.Of(model, photos, null, null, CancellationToken.None);
    }
}
