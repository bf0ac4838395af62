using DefectVision.Fixtures;

namespace EndToEnd.Tests;

/// <summary>Rule: from labelled photos to a model, its measure and an inspection, by the commands alone.</summary>
public sealed class LearningTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task A_model_that_was_trained_is_measured_and_inspects()
    {
        for (var number = 0; number < 14; number++)
        {
            _desk.Put($"set/good/{number}.jpg", Photos.Cloth(number, defective: false));
            _desk.Put($"set/hole/{number}.jpg", Photos.Cloth(100 + number, defective: true));
            _desk.Put($"shipment/lot/{number}_front.jpg", Photos.Cloth(200 + number, defective: number == 3));
        }

        _desk.Put("set/good/broken.jpg", "not a photo");

        // Where a comma is the decimal point, 0.2 is still a fifth.
        var trained = (await Command.Run(
            _desk.Root,
            ["train", "set", "--out", "models/cloth.onnx", "--working-area", "9216", "--false-alarms", "0.2"],
            new Dictionary<string, string?> { ["LC_ALL"] = "de_DE.UTF-8" })).Gave(0);
        Assert.Contains("at most 20.0 % of good photos", trained.Out, StringComparison.Ordinal);
        Assert.Contains("broken.jpg", trained.Error, StringComparison.Ordinal);
        Assert.Contains("models/cloth.onnx", trained.Out, StringComparison.Ordinal);
        Assert.Equal(["cloth.md", "cloth.onnx"], Directory.GetFiles(_desk.At("models")).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));

        var measured = (await _desk.Run("model", "evaluate", "models/cloth.onnx", "set", "--format", "json")).Gave(0).Json;
        Assert.InRange(measured.GetProperty("image").GetProperty("auroc").GetDouble(), 0.9, 1);
        Assert.Equal(14, measured.GetProperty("operating_point").GetProperty("specificity").GetProperty("total").GetInt32());
        Assert.Equal(14, measured.GetProperty("operating_point").GetProperty("sensitivity").GetProperty("total").GetInt32());
        Assert.Equal(1, measured.GetProperty("dataset").GetProperty("left_out").GetInt32());

        var inspected = await _desk.Run("inspect", "shipment", "--model", "models/cloth.onnx", "--format", "json");
        Assert.InRange(inspected.ExitCode, 0, 2);
        Assert.Equal(14, inspected.Json.GetProperty("accounting").GetProperty("found").GetInt32());
    }
}
