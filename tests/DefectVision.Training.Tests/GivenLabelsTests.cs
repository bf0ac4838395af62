using System.Security.Cryptography;
using DefectVision.Fixtures;
using DefectVision.Training.Labels;
using DefectVision.Training.Labels.Doctor;

namespace DefectVision.Training.Tests;

/// <summary>
/// Rules of labels that are given photo by photo: they are learned as those of a folder are, alone or beside one; a photo that is not the one that was labelled is an error in
/// the labels, by name.
/// </summary>
public sealed class GivenLabelsTests : IDisposable
{
    private const int Good = 12;
    private const int Defective = 12;
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void They_are_learned_without_a_set_and_the_card_says_where_they_come_from()
    {
        var result = Train(Given(PutGood(), PutDefective("hole")));
        Assert.Equal([("good", Good), ("hole", Defective)], result.Set.Counts.Select(entry => (entry.Key, entry.Value)));
        Assert.Equal("PO-1", result.Contract.Training.Dataset);
        Assert.Contains("| labels | answers of A\\|B; the doctor found ", File.ReadAllText(_temp.At("model.md")), StringComparison.Ordinal);
        Assert.Equal((Defective / 2, Good / 2), (result.Contract.OperatingPoint.Items!.Sensitivity.Total, result.Contract.OperatingPoint.Items.Specificity.Total));
    }

    [Fact]
    public void Beside_a_set_both_are_learned_and_a_photo_in_both_counts_once()
    {
        var good = PutGood();
        for (var number = 0; number < Defective; number++)
        {
            _temp.Put($"set/Hole/{number}.jpg", Photos.Cloth(300 + number, defective: true));
        }

        var twice = Label(_temp.At("set/Hole/0.jpg"), "hole");
        var result = Train(new TrainingOptions(_temp.At("set"), _temp.At("model.onnx"), null, null, 64 * 64, 1, Backbone) { Given = [Given(good, [twice]), Given(good, [])] });
        Assert.Equal([("good", Good), ("Hole", Defective)], result.Set.Counts.Select(entry => (entry.Key, entry.Value)));
        Assert.Equal("set + PO-1", result.Set.Name);
        Assert.Equal("read as folders; and answers of A|B", result.Set.LabelledHow);
    }

    [Fact]
    public void A_photo_that_is_gone_or_changed_is_left_out_by_name_once_that_is_accepted()
    {
        var labels = Given(PutGood(), PutDefective("hole"));
        File.Delete(_temp.At("photos/good0.jpg"));
        _temp.Put("photos/good1.jpg", Photos.Cloth(999, defective: false));
        var refused = Assert.Throws<DatasetException>(() => Train(labels)).Message;
        Assert.StartsWith("PO-1: found 2 errors in its labels, the first: PO-1/good0.jpg: found no such file, wanted the photo that was labelled; it is left out", refused, StringComparison.Ordinal);

        var result = Train(new TrainingOptions(null, _temp.At("model.onnx"), null, null, 64 * 64, 1, Backbone) { Given = [labels], AcceptFindings = true });
        Assert.Equal(Good - 2, result.Set.Counts["good"]);
        Assert.Contains(result.Findings, finding => finding.Kind == FindingKind.Unusable && finding.Text.StartsWith("PO-1/good1.jpg: found a file of SHA-256 ", StringComparison.Ordinal));
    }

    [Fact]
    public void Good_ones_alone_are_learned_and_defective_ones_alone_only_by_a_model_that_knows_good_ones()
    {
        Assert.Equal(0, Train(Given(PutGood(), [])).Contract.OperatingPoint.Sensitivity.Total);
        var defective = Given([], PutDefective("hole"));
        Assert.Equal("PO-1: found no photo labelled 'good' among 12, wanted good photos", Assert.Throws<DatasetException>(() => Train(defective)).Message);
        var added = Train(new TrainingOptions(null, _temp.At("next.onnx"), null, null, 64 * 64, 1, Backbone) { Given = [defective], From = _temp.At("model.onnx") });
        Assert.Equal([("good", Good), ("hole", Defective)], added.Set.Counts.Select(entry => (entry.Key, entry.Value)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Where_no_photo_is_left_that_is_said_and_why(bool isGood)
    {
        var gone = new GivenLabel(_temp.At("gone.jpg"), "PO-1/gone.jpg", new string('a', 64), isGood, null, "1");
        Assert.Equal(
            "PO-1: found no photo labelled 'good' among 0, wanted good photos (1 label cannot be used, the first: PO-1/gone.jpg: found no such file, wanted the photo that was labelled)",
            Assert.Throws<DatasetException>(() => Train(Given([gone], []))).Message);
    }

    [Theory]
    [InlineData("hole", "Hole|hole|hole ", "hole hole hole")]
    [InlineData("HOLE", "Hole|hole|hole ", "HOLE HOLE HOLE")]
    [InlineData("stain", "Hole|hole|hole ", "hole hole hole")]
    [InlineData("stain", "Hole|hole|cut", "Hole Hole cut")]
    public void A_class_has_one_spelling_that_of_the_set_or_the_one_most_written(string known, string written, string expected)
    {
        var names = written.Split('|');
        var spelling = new ClassSpelling([known], names);
        Assert.Equal(expected, string.Join(' ', names.Select(spelling.Of)));
    }

    [Theory]
    [InlineData(null, "defect")]
    [InlineData("hole", "hole")]
    [InlineData("OK", null)]
    [InlineData("合格", null)]
    public void A_defect_that_nobody_named_is_one_of_the_class_defect_and_a_word_for_good_is_no_class(string? written, string? label)
    {
        var set = LabelledSet.Of(Given([], [Label(_temp.Put("photos/1.jpg", Photos.Cloth(1, defective: true)), written)]), new ClassSpelling([], written is null ? [] : [written]));
        Assert.Equal(label is null ? [] : new[] { label }, set.Photos.Select(photo => photo.Label));
        Assert.Equal(label is null ? [$"PO-1/1.jpg: found the defect class '{written}' for a photo that shows a defect, wanted the name of the defect"] : Array.Empty<string>(), set.Faults);
    }

    private static string Backbone => Path.Combine(AppContext.BaseDirectory, "backbone.onnx");

    private static GivenLabels Given(IEnumerable<GivenLabel> good, IEnumerable<GivenLabel> defective) => new("PO-1", "answers of A|B", [.. good, .. defective]);

    // Two photos an item.
    private List<GivenLabel> PutGood() => [.. Enumerable.Range(0, Good).Select(number =>
        Label(_temp.Put($"photos/good{number}.jpg", Photos.Cloth(number, defective: false)), null, isGood: true) with { Group = $"good {number / 2}" })];

    private List<GivenLabel> PutDefective(string name) => [.. Enumerable.Range(0, Defective).Select(number =>
        Label(_temp.Put($"photos/bad{number}.jpg", Photos.Cloth(100 + number, defective: true)), name) with { Group = $"bad {number / 2}" })];

    private static GivenLabel Label(string path, string? defectClass, bool isGood = false) =>
        new(path, $"PO-1/{Path.GetFileName(path)}", Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))), isGood, defectClass, path);

    private TrainingResult Train(GivenLabels given) => Train(new TrainingOptions(null, _temp.At("model.onnx"), null, null, 64 * 64, 1, Backbone) { Given = [given] });

    private static TrainingResult Train(TrainingOptions options) => Trainer.Train(options, null, CancellationToken.None);
}
