using DefectVision.Fixtures;

namespace EndToEnd.Tests;

/// <summary>Rule: somebody else's classifier goes from its file to an inspection by the commands alone; what cannot be used is refused with its exit code.</summary>
public sealed class ImportTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task A_foreign_classifier_is_imported_shown_measured_and_inspects()
    {
        PutSet();
        _desk.Put("set/good/broken.jpg", "not a photo");
        _desk.Put("theirs.onnx", ForeignFiles.MeanColour(null));
        _desk.Put("labels.txt", "fine\nhole\nstain\n");

        // Where a comma is the decimal point, 0.2 is still a fifth.
        var imported = (await Command.Run(
            _desk.Root,
            [
                "model", "import", "theirs.onnx", "set", "--out", "models/goods.onnx", "--labels-file", "labels.txt", "--good", "Fine", "--size", "48,64",
                "--std", "0.8,0.8,0.8", "--bgr", "--false-alarms", "0.2",
            ],
            new Dictionary<string, string?> { ["LC_ALL"] = "de_DE.UTF-8" })).Gave(0);
        foreach (var words in new[] { "theirs.onnx, SHA-256", "48 x 64 px (--size)", "0.8, 0.8, 0.8 (--std)", "BGR (--bgr)", "at most 20.0 % of good photos", "28 of 28 defective photos flagged", "models/goods.onnx" })
        {
            Assert.Contains(words, imported.Out.ReplaceLineEndings(string.Empty), StringComparison.Ordinal);
        }

        Assert.Contains("broken.jpg", imported.Error, StringComparison.Ordinal);
        Assert.Equal(["goods.md", "goods.onnx"], Directory.GetFiles(_desk.At("models")).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));

        var facts = (await _desk.Run("model", "show", "models/goods.onnx", "--format", "json")).Gave(0).Json;
        Assert.True(facts.GetProperty("foreign").GetBoolean());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, facts.GetProperty("learned_from").ValueKind);
        Assert.Equal("set", facts.GetProperty("measured_on").GetProperty("dataset").GetString());
        Assert.Contains("somebody else", (await _desk.Run("model", "show", "models/goods.onnx")).Gave(0).Out, StringComparison.Ordinal);

        var measured = (await _desk.Run("model", "evaluate", "models/goods.onnx", "set", "--format", "json")).Gave(0);
        Assert.Equal(28, measured.Json.GetProperty("operating_point").GetProperty("sensitivity").GetProperty("count").GetInt32());
        Assert.Contains("the model's threshold was set on", measured.Error, StringComparison.Ordinal);

        _desk.PutLot("a", stained: true);
        var inspected = (await _desk.Run("inspect", "shipment", "--model", "models/goods.onnx", "--format", "json")).Gave(1);

        // A person's answer rejects; the flags alone would not.
        Assert.Equal("by confirmed items", inspected.Json.GetProperty("verdict_basis").GetString());
        Assert.Equal("the model cannot tell whether it knows these goods", inspected.Json.GetProperty("lots")[0].GetProperty("claim").GetProperty("flag_correction").GetProperty("refused").GetString());
        Assert.Equal("not known: somebody else made it; its operating point was set on 'set'", inspected.Json.GetProperty("model").GetProperty("learned_from").GetString());
    }

    [Fact]
    public async Task Red_first_is_taken_whatever_the_metadata_says_when_a_person_says_so()
    {
        PutSet();
        _desk.Put("theirs.onnx", ForeignFiles.MeanColour("good", "hole", "stain"));
        Assert.Contains("BGR (its metadata", await Answer(), StringComparison.Ordinal);
        Assert.Contains("RGB (--bgr)", await Answer("--bgr", "false"), StringComparison.Ordinal);

        async Task<string> Answer(params string[] more) => (await _desk.Run(["model", "import", "theirs.onnx", "set", "--out", "m.onnx", .. more])).Gave(0).Out;
    }

    [Fact]
    public async Task What_cannot_be_used_is_refused_with_its_exit_code()
    {
        PutSet();
        _desk.Put("theirs.onnx", ForeignFiles.MeanColour(null));
        _desk.Put("broken.onnx", "no model");
        Assert.Contains("broken.onnx", (await Import("broken.onnx", "set")).Gave(69).Error, StringComparison.Ordinal);
        Assert.Contains("carries its contract already", (await Import(Desk.Model, "set")).Gave(69).Error, StringComparison.Ordinal);
        Assert.Contains("--labels-file", (await Import("theirs.onnx", "set")).Gave(65).Error, StringComparison.Ordinal);
        (await Import("none.onnx", "set")).Gave(66);
        (await Import("theirs.onnx", "none")).Gave(66);
        (await Import("theirs.onnx", "set", "--labels-file", "none.txt")).Gave(66);
        foreach (var wrong in new string[][] { ["--mean", "1,2"], ["--std", "0,1,1"], ["--size", "224"], ["--size", "-1,5"], ["--layout", "hwc"], ["--input-scale", "2"], ["--defect-output", "up"] })
        {
            Assert.Contains(wrong[0] == "--layout" || wrong[0] == "--input-scale" || wrong[0] == "--defect-output" ? wrong[1] : wrong[0], (await Import("theirs.onnx", "set", wrong)).Gave(64).Error, StringComparison.Ordinal);
        }

        Assert.Contains("--out", (await _desk.Run("model", "import", "theirs.onnx", "set", "--out", "theirs.onnx")).Gave(64).Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_desk.At("m.onnx")));

        Task<Answer> Import(string foreign, string set, params string[] more) => _desk.Run(["model", "import", foreign, set, "--out", "m.onnx", .. more]);
    }

    private void PutSet()
    {
        for (var number = 0; number < 14; number++)
        {
            _desk.Put($"set/good/{number}.jpg", Photos.Good(number));
            _desk.Put($"set/hole/{number}.jpg", Photos.Hole(100 + number));
            _desk.Put($"set/stain/{number}.jpg", Photos.Stain(200 + number));
        }
    }
}
