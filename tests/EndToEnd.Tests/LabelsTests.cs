using DefectVision.Fixtures;

namespace EndToEnd.Tests;

/// <summary>Rule: a set is learned from and measured in the layout it was labelled in, and the doctor has its say before.</summary>
public sealed class LabelsTests : IDisposable
{
    private const int Photographed = 8;
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task A_COCO_set_is_learned_from_and_measured_once_its_contradiction_is_accepted()
    {
        for (var number = 0; number < Photographed; number++)
        {
            _desk.Put($"set/images/good{number}.jpg", Photos.Cloth(number, defective: false));
            _desk.Put($"set/images/hole{number}.jpg", Photos.Cloth(100 + number, defective: true));
        }

        PutCoco("images/good0.jpg");
        var told = (await Train("set", "--labels", "coco")).Gave(0);
        Assert.Contains("'good': found 8 photos, wanted at least 30", told.Error, StringComparison.Ordinal);
        Assert.Contains("read as coco", File.ReadAllText(_desk.At("cloth.md")), StringComparison.Ordinal);
        var measured = (await _desk.Run("model", "evaluate", "cloth.onnx", "set", "--labels", "coco", "--format", "json")).Gave(0).Json;
        Assert.Equal(Photographed, measured.GetProperty("dataset").GetProperty("photos").GetProperty("hole").GetInt32());

        File.Delete(_desk.At("cloth.onnx"));
        _desk.Put("set/images/copy.jpg", File.ReadAllBytes(_desk.At("set/images/hole0.jpg")));
        PutCoco("images/copy.jpg");
        var refused = (await Train("set")).Gave(65);
        Assert.Contains("labels: error: images/copy.jpg (good), images/hole0.jpg (hole): found the same bytes under 2 labels", refused.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_desk.At("cloth.onnx")));
        (await Train("set", "--accept-findings")).Gave(0);
        Assert.Contains("found the same bytes under 2 labels", File.ReadAllText(_desk.At("cloth.md")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_MVTec_set_is_learned_from_its_train_part_and_measured_on_its_test_part()
    {
        for (var number = 0; number < Photographed; number++)
        {
            _desk.Put($"set/train/good/{number}.jpg", Photos.Cloth(number, defective: false));
            _desk.Put($"set/test/good/{number}.jpg", Photos.Cloth(200 + number, defective: false));
            _desk.Put($"set/test/hole/{number}.jpg", Photos.Cloth(300 + number, defective: true));
            _desk.Put($"set/ground_truth/hole/{number}_mask.png", "a mask");
        }

        Assert.Contains("good 8", (await Train("set")).Gave(0).Out, StringComparison.Ordinal);
        var measured = (await _desk.Run("model", "evaluate", "cloth.onnx", "set", "--labels", "mvtec", "--format", "json")).Gave(0).Json;
        Assert.Equal(
            (Photographed, Photographed),
            (measured.GetProperty("dataset").GetProperty("photos").GetProperty("good").GetInt32(), measured.GetProperty("dataset").GetProperty("photos").GetProperty("hole").GetInt32()));
    }

    [Fact]
    public async Task A_layout_that_nobody_knows_is_wrong_usage_and_one_that_is_not_there_is_unusable()
    {
        _desk.Put("set/good/1.jpg", Photos.Good(1));
        Assert.Contains("label-studio", (await Train("set", "--labels", "labelme")).Gave(64).Error, StringComparison.Ordinal);
        Assert.Contains("found no JSON file (good/), wanted one JSON file", (await Train("set", "--labels", "coco")).Gave(65).Error, StringComparison.Ordinal);
    }

    private Task<Answer> Train(string set, params string[] more) => _desk.Run(["train", set, "--out", "cloth.onnx", "--working-area", "9216", .. more]);

    private void PutCoco(params string[] good)
    {
        var holes = Enumerable.Range(0, Photographed).ToList();
        var names = holes.Select(number => $"images/hole{number}.jpg").Concat(holes.Select(number => $"images/good{number}.jpg")).Concat(good).Distinct();
        var images = names.Select((name, at) => $$"""{"id":{{at}},"file_name":"{{name}}"}""");
        var annotations = holes.Select(number => $$"""{"id":{{number}},"image_id":{{number}},"category_id":1,"bbox":[30,30,16,16]}""");
        _desk.Put("set/labels.json", $$"""{"images":[{{string.Join(",", images)}}],"annotations":[{{string.Join(",", annotations)}}],"categories":[{"id":1,"name":"hole"}]}""");
    }
}
