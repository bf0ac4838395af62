using DefectVision.Fixtures;
using DefectVision.Inference;
using DefectVision.Training.Labels;
using DefectVision.Training.Labels.Doctor;
using DefectVision.Training.Measuring;

namespace DefectVision.Training.Tests;

/// <summary>
/// Rules of the gate: the candidate must rank better on photos that neither has seen, and no class may fall behind. The champion here gives every photo one score and
/// flags all; the candidate misses defective photos that look like good ones, so the counts are known beforehand.
/// </summary>
public sealed class ModelComparisonTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    // scipy 1.10.1, binomtest(b, b, 0.5, alternative="greater"): 0.0625 for four lost and none won, 0.03125 for five.
    [Theory]
    [InlineData(4, Gate.Better)]
    [InlineData(5, Gate.FallsBehind)]
    public void A_class_falls_behind_when_McNemars_exact_test_rejects_at_5_percent(int missed, Gate gate)
    {
        Put("hole", 30, missed);
        var comparison = Compare();
        Assert.Equal(gate, comparison.Gate);
        Assert.Equal((missed, 0L), (comparison.Labels[1].Test.OnlyFirst, comparison.Labels[1].Test.OnlySecond));
        Assert.Equal(gate == Gate.FallsBehind ? ["hole"] : Array.Empty<string>(), comparison.Behind);
    }

    // With four photos the test could never reject (0.5^4 is 0.0625), so there any loss counts; with five it decides.
    [Theory]
    [InlineData(4, 1, true)]
    [InlineData(4, 0, false)]
    [InlineData(5, 1, false)]
    [InlineData(5, 5, true)]
    public void A_class_of_fewer_than_five_photos_falls_behind_by_any_net_loss(int photos, int missed, bool behind)
    {
        Put("hole", 25, 1);
        Put("tear", photos, missed);
        Assert.Equal(behind ? ["tear"] : Array.Empty<string>(), Compare().Behind);
    }

    [Theory]
    [InlineData(19, Gate.NotShownToBeBetter)]
    [InlineData(20, Gate.Better)]
    public void Fewer_than_twenty_defective_photos_show_nothing(int photos, Gate gate)
    {
        Put("hole", photos, 1);
        var comparison = Compare();
        Assert.Equal(gate, comparison.Gate);
        Assert.Equal(gate == Gate.Better, !comparison.Verdict.Contains("wanted at least 20", StringComparison.Ordinal));
    }

    [Fact]
    public void Good_photos_are_a_class_too()
    {
        Put("hole", 25, 1);
        Assert.Equal(["good"], Compare(reversed: true).Behind.Take(1));
    }

    // A model without a threshold has nothing to compare at one; and whoever has flags does not give them up for a better order.
    [Theory]
    [InlineData(true, false, Gate.Better)]
    [InlineData(true, true, Gate.Better)]
    [InlineData(false, true, Gate.FallsBehind)]
    public void A_model_that_only_orders_is_replaced_by_a_better_ranking_and_replaces_none_that_flags(bool champion, bool candidate, Gate gate)
    {
        Put("hole", 25, 1);
        var comparison = Compare(champion: Contract(champion), candidate: Contract(candidate));
        Assert.Equal(gate, comparison.Gate);
        Assert.Empty(comparison.Labels);
        Assert.Equal((champion, candidate), (comparison.Champion.Specificity.Total == 0, comparison.Candidate.Specificity.Total == 0));
        Assert.Contains("only orders", comparison.Verdict, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_is_not_better_than_itself()
    {
        Put("hole", 25, 1);
        using var model = Model.Load(TinyModel.Write(_temp.At("tiny.onnx")));
        var comparison = ModelComparison.Of(model, model, new HoldOut(_temp.At("set")), null, null, CancellationToken.None);
        Assert.Equal((Gate.NotShownToBeBetter, 0.0), (comparison.Gate, comparison.Areas.Gain));
        Assert.Contains("rank every pair alike", comparison.Verdict, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Photos_that_one_of_them_learned_from_are_refused(bool champion)
    {
        Put("hole", 2, 0);
        var digest = LabelledSet.Read(_temp.At("set"), "test", null).Sha256;
        using var seen = Model.Load(TinyModel.Write(_temp.At("seen.onnx"), TinyModel.Contract with { Training = TinyModel.Contract.Training with { DatasetSha256 = digest } }));
        using var unseen = Model.Load(TinyModel.Write(_temp.At("unseen.onnx")));
        var fault = Assert.Throws<DatasetException>(() => ModelComparison.Of(champion ? seen : unseen, champion ? unseen : seen, new HoldOut(_temp.At("set")), null, null, CancellationToken.None));
        Assert.Contains(champion ? "the champion" : "the candidate", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_photo_that_one_of_them_learned_from_is_left_out_by_name_and_where_none_is_left_that_is_an_error(bool champion)
    {
        Put("hole", 25, 1);
        var photos = LabelledSet.Read(_temp.At("set"), "test", null).Photos;
        using var seen = Model.Load(TinyModel.Write(_temp.At("seen.onnx"), Knowing(photos.Take(3))));
        using var unseen = Model.Load(TinyModel.Write(_temp.At("unseen.onnx")));
        using var all = Model.Load(TinyModel.Write(_temp.At("all.onnx"), Knowing(photos)));
        var comparison = ModelComparison.Of(champion ? seen : unseen, champion ? unseen : seen, new HoldOut(_temp.At("set")), null, null, CancellationToken.None);
        Assert.Equal(photos.Take(3).Select(photo => photo.Path), comparison.Seen);
        Assert.Equal((photos.Count - 3, 25 + 20 - 3), (comparison.Set.Photos.Count, comparison.Champion.Sensitivity.Total + comparison.Champion.Specificity.Total));
        Assert.Contains(
            "found none but photos that one of the models learned from",
            Assert.Throws<DatasetException>(() => ModelComparison.Of(champion ? all : unseen, champion ? unseen : all, new HoldOut(_temp.At("set")), null, null, CancellationToken.None)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_in_the_labels_ends_it_unless_a_person_accepts_it()
    {
        Put("hole", 2, 0);
        _temp.Put("set/hole/again.jpg", Photos.Good(0));
        using var model = Model.Load(TinyModel.Write(_temp.At("tiny.onnx")));
        var photos = new HoldOut(_temp.At("set"));
        Assert.EndsWith("or measure all the same with --accept-findings", Assert.Throws<DatasetException>(() => ModelComparison.Of(model, model, photos, null, null, CancellationToken.None)).Message, StringComparison.Ordinal);
        Assert.Single(ModelComparison.Of(model, model, photos with { AcceptFindings = true }, null, null, CancellationToken.None).Findings, finding => finding.Severity == FindingSeverity.Error);
    }

    // Ten items with a hole that one of their two photos shows: the candidate finds each, and flags no good one.
    [Fact]
    public void Where_the_set_tells_the_items_each_is_one_trial_by_its_highest_score()
    {
        for (var item = 0; item < 20; item++)
        {
            _temp.Put($"set/good/{item:00}_front.jpg", Photos.Good(item));
            _temp.Put($"set/good/{item:00}_back.jpg", Photos.Good(50 + item));
        }

        for (var item = 30; item < 40; item++)
        {
            _temp.Put($"set/hole/{item:00}_front.jpg", Photos.Good(200 + item));
            _temp.Put($"set/hole/{item:00}_back.jpg", Photos.Hole(300 + item));
        }

        var comparison = Compare();
        Assert.Equal(("items", 10L, 20L), (comparison.Trials, (long)comparison.Candidate.Sensitivity.Total, (long)comparison.Candidate.Specificity.Total));
        Assert.Equal((10L, 20L), ((long)comparison.Candidate.Sensitivity.Count, (long)comparison.Candidate.Specificity.Count));
        Assert.Contains("found 10 defective items, wanted at least 20", comparison.Verdict, StringComparison.Ordinal);
    }

    private void Put(string label, int photos, int missed)
    {
        for (var number = 0; number < 20; number++)
            _temp.Put($"set/good/{number}.jpg", Photos.Good(number));
        for (var number = 0; number < photos; number++)
            _temp.Put($"set/{label}/{number}.jpg", number < missed ? Photos.Good(100 + number + label[0]) : Photos.Hole(300 + number + label[0]));
    }

    private static ModelContract Knowing(IEnumerable<LabelledPhoto> photos) =>
        TinyModel.Contract with { Training = TinyModel.Contract.Training with { Digests = PhotoDigests.Of(photos.Select(photo => photo.Sha256)) } };

    private static ModelContract Contract(bool ordersOnly) => !ordersOnly ? TinyModel.Contract
        : TinyModel.Contract with { OperatingPoint = new OperatingPoint(0, 0, default, default, "too few good photos") { OrdersOnly = true } };

    private ModelComparison Compare(bool reversed = false, ModelContract? champion = null, ModelContract? candidate = null)
    {
        File.WriteAllBytes(_temp.At("constant.onnx"), ModelWriter.Bind(TinyModel.Graph(weight: 0), champion ?? TinyModel.Contract));
        using var constant = Model.Load(_temp.At("constant.onnx"));
        using var tiny = Model.Load(TinyModel.Write(_temp.At("tiny.onnx"), candidate));
        return ModelComparison.Of(reversed ? tiny : constant, reversed ? constant : tiny, new HoldOut(_temp.At("set")), null, null, CancellationToken.None);
    }
}
