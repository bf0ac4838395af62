using System.Text.RegularExpressions;
using DefectVision.Fixtures;
using DefectVision.Inference;
using DefectVision.Training.Labels;
using DefectVision.Training.Labels.Doctor;

namespace DefectVision.Training.Tests;

/// <summary>Rules of learning: the same photos give the same bytes; nothing is promised that the photos do not support; nothing is left out in silence.</summary>
public sealed class TrainerTests : IDisposable
{
    private const int Good = 12;
    private const int Defective = 12;
    private const int Area = 64 * 64;
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void The_same_photos_give_the_same_bytes_and_a_model_that_passes_its_self_test()
    {
        PutSet();
        var first = Train("first/cloth.onnx");
        Train("second/cloth.onnx");
        Assert.Equal(Bytes("first/cloth.onnx"), Bytes("second/cloth.onnx"));
        Assert.Equal(Bytes("first/cloth.md"), Bytes("second/cloth.md"));

        using var model = Model.Load(_temp.At("first/cloth.onnx"));
        Assert.Equal("cloth", model.Contract.Name);
        Assert.Equal(["hole", "spot"], model.Contract.DefectClasses);
        Assert.Equal(Good + Defective, first.CrossFitted.Count);
        Assert.Equal((64, 64), (model.Contract.Input.Width, model.Contract.Input.Height));
        Assert.Equal((Defective, Good), (model.Contract.OperatingPoint.Sensitivity.Total, model.Contract.OperatingPoint.Specificity.Total));
    }

    [Fact]
    public void The_model_names_the_set_that_it_learned_from_by_its_hash()
    {
        PutSet();
        var before = LabelledSet.Read(_temp.At("set"), "train", null).Sha256;
        Assert.Equal(before, Train("cloth.onnx").Contract.Training.DatasetSha256);
    }

    // See OperatingPointChoiceTests.
    [Fact]
    public void A_false_alarm_level_that_the_photos_do_not_support_is_refused_with_the_number_wanted()
    {
        PutSet();
        var fault = Assert.Throws<DatasetException>(() => Train("cloth.onnx", level: 0.02));
        Assert.Contains("found 12 good photos, wanted at least 49", fault.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_temp.At("cloth.onnx")));
    }

    [Fact]
    public void From_good_photos_alone_it_learns_what_is_good_and_promises_nothing_about_defects()
    {
        for (var number = 0; number < Good; number++)
            _temp.Put($"set/good/{number}.jpg", Photos.Cloth(number, defective: false));
        for (var number = 0; number < Defective; number++)
        {
            _temp.Put($"test/good/{number}.jpg", Photos.Cloth(300 + number, defective: false));
            _temp.Put($"test/hole/{number}.jpg", Photos.Cloth(400 + number, defective: true));
        }

        var result = Train("cloth.onnx");
        Assert.Equal(["unknown"], result.Contract.DefectClasses);
        Assert.Equal(0, result.Contract.OperatingPoint.Sensitivity.Total);
        Assert.Null(result.Contract.Calibration);
        Assert.Contains("not measured", File.ReadAllText(_temp.At("cloth.md")), StringComparison.Ordinal);

        // Twelve good photos are too few for a threshold: the ranking is measured, and nothing is flagged.
        const string TooFew = "12 good photos are too few for a threshold: nothing is flagged; scores give an order to look in; 19 good photos or labelled defects give a threshold";
        Assert.True(result.Contract.OperatingPoint.OrdersOnly);
        Assert.Null(result.Contract.Review);
        Assert.Contains($"| operating point | {TooFew} |", File.ReadAllText(_temp.At("cloth.md")), StringComparison.Ordinal);
        using var model = Model.Load(_temp.At("cloth.onnx"));
        Assert.Contains($"{TooFew}.", model.Contract.Limits);
        Assert.True(model.Contract.OperatingPoint.OrdersOnly);
        var evaluation = Evaluation.Of(model, new HoldOut(_temp.At("test")), null, null, CancellationToken.None);
        Assert.InRange(evaluation.Area.Value.Value, 0.9, 1);
        Assert.Equal((0L, 0L, null), (evaluation.Sensitivity.Total, evaluation.Specificity.Total, evaluation.BalancedAccuracy));
        Assert.Equal((0L, 0L, 0), (evaluation.Items.Sensitivity.Total, evaluation.Items.Specificity.Total, evaluation.FlaggedOfClass.Count));
    }

    // Twelve items of two photos each are 24 good photos, and still twelve items.
    [Fact]
    public void Items_that_the_names_tell_are_counted_as_items()
    {
        for (var number = 0; number < 2 * Good; number++)
            _temp.Put($"set/good/{number / 2:000}_{(number % 2 == 0 ? "front" : "back")}.jpg", Photos.Cloth(number, defective: false));
        Assert.StartsWith("12 good items are too few", Train("cloth.onnx").Contract.OperatingPoint.MeasuredHow, StringComparison.Ordinal);

        for (var number = 0; number < Defective; number++)
            _temp.Put($"set/hole/{100 + number}_front.jpg", Photos.Cloth(100 + number, defective: true));
        var point = Train("cloth.onnx").Contract.OperatingPoint;
        Assert.Equal((true, 1 / 13.0), (point.IsLevelOfItems, point.FalseAlarmLevel));
        Assert.Equal((12L, 12L, 2), (point.Items!.Specificity.Total, point.Items.Sensitivity.Total, point.Items.FewestPhotos!.Value));
        Assert.Contains("items told by the photos' names", File.ReadAllText(_temp.At("cloth.md")), StringComparison.Ordinal);
        Assert.Contains("set to flag at most 7.7 % of good items", File.ReadAllText(_temp.At("cloth.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_network_that_gives_no_maps_is_refused_as_a_backbone()
    {
        PutSet();
        var fault = Assert.Throws<ModelException>(() => Trainer.Train(
            Options("cloth.onnx", null, null) with { BackboneFile = TinyModel.Write(_temp.At("classifier.onnx")) }, null, CancellationToken.None));
        Assert.Contains("classifier.onnx", fault.Message, StringComparison.Ordinal);
        Assert.Contains("wanted", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("^good")]
    [InlineData("^()(?:hole|spot)")]
    public void A_side_that_is_one_group_cannot_be_measured_and_is_refused(string pattern)
    {
        PutSet();
        Assert.Contains("in 1 group, wanted at least 2", Assert.Throws<DatasetException>(() => Train("cloth.onnx", group: new Regex(pattern))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_photo_that_cannot_be_read_is_left_out_by_name()
    {
        PutSet();
        _temp.Put("set/good/broken.jpg", "not a photo");
        _temp.Put("set/spot/torn.jpg", Photos.Truncated(1));
        var result = Train("cloth.onnx");
        Assert.Equal(["broken.jpg", "torn.jpg"], result.LeftOut.Select(left => Path.GetFileName(left.Path)).Order(StringComparer.Ordinal));
        Assert.All(result.LeftOut, left => Assert.NotEmpty(left.Reason));
        Assert.Equal(Good + Defective, result.CrossFitted.Count);
        Assert.Contains("broken.jpg", File.ReadAllText(_temp.At("cloth.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_in_the_labels_ends_it_before_anything_is_learned_unless_a_person_accepts_it()
    {
        PutSet();
        _temp.Put("set/hole/copy.jpg", Photos.Cloth(0, defective: false));
        var told = new List<LabelFinding>();
        var fault = Assert.Throws<DatasetException>(() => Trainer.Train(Options("cloth.onnx", null, null), null, new Listener(told), CancellationToken.None));
        Assert.Contains("found an error in its labels: good/good0.jpg (good), hole/copy.jpg (hole): found the same bytes under 2 labels", fault.Message, StringComparison.Ordinal);
        Assert.Contains("--accept-findings", fault.Message, StringComparison.Ordinal);
        Assert.Equal(FindingKind.ConflictingLabels, told[0].Kind);
        Assert.False(File.Exists(_temp.At("cloth.onnx")));

        var result = Trainer.Train(Options("cloth.onnx", null, null) with { AcceptFindings = true }, null, CancellationToken.None);
        Assert.Equal(told.Select(finding => finding.Text), result.Findings.Select(finding => finding.Text));
        var card = File.ReadAllText(_temp.At("cloth.md"));
        Assert.Contains("| labels | read as folders; the doctor found 1 error, ", card, StringComparison.Ordinal);
        Assert.Contains("- error: good/good0.jpg (good), hole/copy.jpg (hole): found the same bytes under 2 labels", card, StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_of_another_kind_are_learned_from_like_folders()
    {
        PutSet();
        _temp.Put("set/labels.csv", "path,label\n" + string.Concat(LabelledSet.Read(_temp.At("set"), "train", null).Photos.Select(photo =>
            $"{Path.GetRelativePath(_temp.At("set"), photo.Path)},{photo.Label}\n")));
        var folders = Trainer.Train(Options("a.onnx", null, null) with { Labels = LabelLayout.Folders }, null, CancellationToken.None);
        var list = Trainer.Train(Options("b.onnx", null, null) with { Labels = LabelLayout.Csv }, null, CancellationToken.None);
        Assert.Equal(folders.Contract.Training.DatasetSha256, list.Contract.Training.DatasetSha256);
        Assert.Equal(folders.CrossFitted, list.CrossFitted);
    }

    [Fact]
    public void A_set_of_which_nothing_can_be_read_is_refused()
    {
        _temp.Put("set/good/1.jpg", "not a photo");
        _temp.Put("set/hole/1.jpg", "not a photo");
        Assert.Throws<DatasetException>(() => Train("cloth.onnx"));
    }

    [Fact]
    public void A_training_that_is_cancelled_leaves_no_model()
    {
        PutSet();
        Assert.ThrowsAny<OperationCanceledException>(() => Trainer.Train(Options("cloth.onnx", null, null), null, new CancellationToken(canceled: true)));
        Assert.False(File.Exists(_temp.At("cloth.onnx")));
    }

    [Fact]
    public void A_model_that_stands_there_is_replaced_whole()
    {
        PutSet();
        _temp.Put("cloth.onnx", "an older model");
        Train("cloth.onnx");
        Assert.Equal(["cloth.md", "cloth.onnx"], Directory.GetFiles(_temp.Root).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
    }

    private void PutSet()
    {
        for (var number = 0; number < Good; number++)
            _temp.Put($"set/good/good{number}.jpg", Photos.Cloth(number, defective: false));
        for (var number = 0; number < Defective; number++)
        {
            var label = number % 2 == 0 ? "hole" : "spot";
            _temp.Put($"set/{label}/{label}{number}.jpg", Photos.Cloth(100 + number, defective: true));
        }
    }

    private byte[] Bytes(string name) => File.ReadAllBytes(_temp.At(name));

    private TrainingOptions Options(string model, double? level, Regex? group) => new(
        _temp.At("set"), _temp.At(model), level, group, Area, 1, Path.Combine(AppContext.BaseDirectory, "backbone.onnx"));

    private TrainingResult Train(string model, double? level = null, Regex? group = null) => Trainer.Train(Options(model, level, group), null, CancellationToken.None);

    private sealed class Listener(List<LabelFinding> told) : IProgress<IReadOnlyList<LabelFinding>>
    {
        public void Report(IReadOnlyList<LabelFinding> value) => told.AddRange(value);
    }
}
