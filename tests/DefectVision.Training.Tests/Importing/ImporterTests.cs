using DefectVision.Fixtures;
using DefectVision.Inference;
using DefectVision.Inference.Foreign;
using DefectVision.Training.Importing;
using DefectVision.Training.Labels;

namespace DefectVision.Training.Tests.Importing;

/// <summary>
/// Rules of an import: what was taken for true is written down with who said so; what nobody said and cannot be told is refused by name;
/// the operating point is that of the labelled photos, and nothing claims to know what the model learned from.
/// </summary>
public sealed class ImporterTests : IDisposable
{
    private const int Each = 12;
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void A_foreign_classifier_becomes_a_model_that_passes_its_self_test_and_is_measured_like_ours()
    {
        var result = Import(ForeignFiles.MeanColour("OK", "hole", "stain"));
        using var model = Model.Load(_temp.At("m.onnx"));
        Assert.Equal(["hole", "stain"], model.Contract.DefectClasses);
        Assert.Equal((224, 224), (model.Contract.Input.Width, model.Contract.Input.Height));
        Assert.Null(model.HeatMap);
        Assert.Null(model.Contract.Calibration);
        Assert.Equal((2 * Each, Each), (model.Contract.OperatingPoint.Sensitivity.Count, model.Contract.OperatingPoint.Specificity.Count));
        Assert.Equal("hole 12 of 12, stain 12 of 12", string.Join(", ", result.ClassesTold.Select(entry => $"{entry.Key} {entry.Value}")));
        Assert.True(model.Contract.Training.IsForeign);
        Assert.Null(model.Contract.Familiar);
        Assert.Contains("It cannot tell whether it knows the goods that it is shown: its flags alone reject no lot.", model.Contract.Limits);
        Assert.Contains("- It cannot tell whether it knows the goods that it is shown", File.ReadAllText(_temp.At("m.md")), StringComparison.Ordinal);
        Assert.Equal(3 * Each, model.Contract.Training.Digests!.Count);
        Assert.All(result.Set.Photos, photo => Assert.True(model.Contract.Training.Digests.Contains(photo.Sha256)));
        Assert.Equal((result.ForeignSha256, result.Set.Sha256), (model.Contract.Training.BackboneSha256, model.Contract.Training.DatasetSha256));

        var evaluation = Evaluation.Of(model, new HoldOut(_temp.At("set")), null, null, CancellationToken.None);
        Assert.Equal((2 * Each, Each), (evaluation.Sensitivity.Count, evaluation.Specificity.Count));
    }

    [Fact]
    public void The_same_files_give_the_same_bytes()
    {
        Import(ForeignFiles.MeanColour("good", "hole", "stain"));
        var (model, card) = (File.ReadAllBytes(_temp.At("m.onnx")), File.ReadAllText(_temp.At("m.md")));
        Import(ForeignFiles.MeanColour("good", "hole", "stain"));
        Assert.Equal(model, File.ReadAllBytes(_temp.At("m.onnx")));
        Assert.Equal(card, File.ReadAllText(_temp.At("m.md")));
    }

    [Fact]
    public void The_card_says_whose_it_is_what_was_taken_from_where_and_what_was_guessed()
    {
        var result = Import(ForeignFiles.MeanColour("good", "hole", "stain"), options => options with { Mean = [0.25f, 0, 0] });
        var card = File.ReadAllText(_temp.At("m.md"));
        foreach (var words in new[]
        {
            $"| foreign file | foreign.onnx, SHA-256 {result.ForeignSha256} |",
            "| learned from | not known |",
            "| colours | BGR | its metadata, Image.BitmapPixelFormat = Bgr8 |",
            "| white is | 1 | its metadata, Image.NominalPixelRange = Normalized_0_1 |",
            "| mean of red, green, blue | 0.25, 0, 0 | --mean |",
            "| size | 224 x 224 px | default: nothing says otherwise |",
            "| numbers | 'loss', the logits before its softmax | its operators, and three test inputs |",
            "| good | good | the names of its labels |",
            "which also chose the threshold: somewhat optimistic (class A); what the model learned from is not known",
            "Neither its file nor a person said how it wants its photos in this: size 224 x 224 px; deviation of red, green, blue none.",
        })
        {
            Assert.Contains(words, card, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(29, false)]
    [InlineData(30, true)]
    public void Fewer_than_30_photos_of_a_side_calibrate_nothing(int good, bool calibrates)
    {
        for (var number = 0; number < good; number++)
            _temp.Put($"set/good/{number}.jpg", Photos.Good(number));
        for (var number = 0; number < 30; number++)
            _temp.Put($"set/hole/{number}.jpg", Photos.Hole(100 + number));
        Assert.Equal(calibrates, Import(ForeignFiles.MeanColour("good", "hole", "stain")).Contract.Calibration is not null);
    }

    [Fact]
    public void The_labels_named_good_are_good_and_the_others_are_defects()
    {
        var result = Import(ForeignFiles.MeanColour("fine", "hole", "stain"), options => options with { Good = ["Fine", "stain"] });
        Assert.Equal(["hole"], result.Contract.DefectClasses);
        Assert.Equal("fine, stain", result.Facts.Single(fact => fact.What == "good").Value);
        Assert.Contains("found no label named good, ok, normal, pass among fine, hole, stain", Refused(ForeignFiles.MeanColour("fine", "hole", "stain")), StringComparison.Ordinal);
        Assert.Contains("found no label tear", Refused(ForeignFiles.MeanColour("good", "hole", "stain"), options => options with { Good = ["tear"] }), StringComparison.Ordinal);
        Assert.Contains("no label left that is a defect", Refused(ForeignFiles.MeanColour("good", "hole", "stain"), options => options with { Good = ["good", "hole", "stain"] }), StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_come_from_a_file_and_there_is_one_for_each_class()
    {
        var file = _temp.Put("labels.txt", "good\nhole\nstain\n");
        Assert.Equal(["hole", "stain"], Import(ForeignFiles.MeanColour(null), options => options with { LabelsFile = file }).Contract.DefectClasses);
        Assert.Contains("found 0 labels () for 3 classes", Refused(ForeignFiles.MeanColour(null)), StringComparison.Ordinal);
        _temp.Put("labels.txt", "good\nhole");
        Assert.Contains("found 2 labels (good, hole) for 3 classes", Refused(ForeignFiles.MeanColour(null), options => options with { LabelsFile = file }), StringComparison.Ordinal);
        Assert.Throws<FileNotFoundException>(() => Import(ForeignFiles.MeanColour(null), options => options with { LabelsFile = _temp.At("none.txt") }));
    }

    // A number for both sides is that of the second label, as of a sigmoid trained on 0 and 1.
    [Theory]
    [InlineData("ok,scratch", null, 1, "scratch")]
    [InlineData("scratch,ok", null, 0, "scratch")]
    [InlineData("scratch", null, 1, "scratch")]
    [InlineData("ok", null, 0, "defective")]
    [InlineData(null, true, 1, "defective")]
    [InlineData(null, false, 0, "defective")]
    [InlineData("ok,scratch", false, 0, "scratch")]
    public void One_number_is_read_towards_its_side(string? labels, bool? defectIsHigh, double area, string name)
    {
        var file = labels is null ? null : _temp.Put("labels.txt", labels.Replace(',', '\n'));
        var result = Import(ForeignFiles.Darkness(), options => options with { LabelsFile = file, DefectIsHigh = defectIsHigh });
        Assert.Equal([name], result.Contract.DefectClasses);
        Assert.Equal(area, result.Scored.Where(entry => entry.Defective).Min(entry => entry.Score) > result.Scored.Where(entry => !entry.Defective).Max(entry => entry.Score) ? 1 : 0);
        Assert.Equal("NHWC", result.Facts.Single(fact => fact.What == "layout").Value);
    }

    [Fact]
    public void One_number_that_nobody_explains_is_refused()
    {
        Assert.Contains("--defect-output high or low", Unframed(ForeignFiles.Darkness()), StringComparison.Ordinal);
        Assert.Contains("found 3 numbers", Unframed(ForeignFiles.MeanColour("good", "hole", "stain"), options => options with { DefectIsHigh = true }), StringComparison.Ordinal);
    }

    [Fact]
    public void An_input_that_does_not_fit_what_was_said_is_refused()
    {
        Assert.Contains("1 x 32 x 32 x 3, wanted one that takes 64 x 64 px as --size says", Unframed(ForeignFiles.Darkness(), options => options with { Size = (64, 64) }), StringComparison.Ordinal);
        Assert.Contains("1 x 32 x 32 x 3, wanted one that --layout fits", Unframed(ForeignFiles.Darkness(), options => options with { Layout = PixelLayout.ChannelsFirst }), StringComparison.Ordinal);
        Assert.Contains("31 x 64 px, wanted 32 to 4096 a side", Unframed(ForeignFiles.MeanColour("good", "a", "b"), options => options with { Size = (31, 64) }), StringComparison.Ordinal);
        Assert.Contains("whole numbers, wanted no --mean", Unframed(ForeignFiles.Bytes(), options => options with { Mean = [1, 1, 1] }), StringComparison.Ordinal);
        var grey = new OnnxFile().Input("data", OnnxFile.Single, 1, 1, 64, 64).Node("Identity", ["data"], ["same"]).Output("same", OnnxFile.Single, 1, 2).ToBytes();
        Assert.Contains("wanted three colours", Unframed(grey), StringComparison.Ordinal);
        var open = new OnnxFile().Input("data", OnnxFile.Single, 0, 0, 0, 0).Node("Identity", ["data"], ["same"]).Output("same", OnnxFile.Single, 1, 2).ToBytes();
        Assert.Contains("? x ? x ? x ?, which does not tell where its colours are, wanted --layout", Unframed(open), StringComparison.Ordinal);
    }

    [Fact]
    public void A_false_alarm_level_that_the_photos_do_not_support_is_refused_and_nothing_is_written()
    {
        Assert.Contains("found 12 good photos, wanted at least 49", Refused(ForeignFiles.MeanColour("good", "a", "b"), options => options with { FalseAlarmLevel = 0.02 }), StringComparison.Ordinal);
        Assert.False(File.Exists(_temp.At("m.onnx")));
    }

    [Fact]
    public void From_good_photos_alone_the_sensitivity_is_not_measured()
    {
        for (var number = 0; number < Each; number++)
            _temp.Put($"set/good/{number}.jpg", Photos.Good(number));
        var result = Import(ForeignFiles.MeanColour("good", "hole", "stain"));
        Assert.Equal(0, result.Contract.OperatingPoint.Sensitivity.Total);
        Assert.Contains("| sensitivity | not measured |", File.ReadAllText(_temp.At("m.md")), StringComparison.Ordinal);
    }

    private string Refused(byte[] foreign, Func<ImportOptions, ImportOptions>? said = null) => Assert.Throws<DatasetException>(() => Import(foreign, said)).Message;

    private string Unframed(byte[] foreign, Func<ImportOptions, ImportOptions>? said = null) => Assert.Throws<ModelException>(() => Import(foreign, said)).Message;

    private ImportResult Import(byte[] foreign, Func<ImportOptions, ImportOptions>? said = null)
    {
        if (!Directory.Exists(_temp.At("set")))
        {
            for (var number = 0; number < Each; number++)
            {
                _temp.Put($"set/good/{number}.jpg", Photos.Good(number));
                _temp.Put($"set/hole/{number}.jpg", Photos.Hole(100 + number));
                _temp.Put($"set/stain/{number}.jpg", Photos.Stain(200 + number));
            }
        }

        var options = new ImportOptions(_temp.Put("foreign.onnx", foreign), _temp.At("set"), _temp.At("m.onnx"));
        return Importer.Import(said?.Invoke(options) ?? options, null, null, CancellationToken.None);
    }
}
