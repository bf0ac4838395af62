using System.Security.Cryptography;
using DefectVision.Fixtures;
using DefectVision.Inference;

namespace EndToEnd.Tests;

/// <summary>Rules of the commands about models: what a model is, what it is worth, and which one is used.</summary>
public sealed class ModelTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task A_model_shows_its_contract_with_counts_and_intervals()
    {
        var facts = (await _desk.Run("model", "show", Desk.Model, "--format", "json")).Gave(0).Json;
        Assert.Equal("tiny", facts.GetProperty("name").GetString());
        Assert.Equal(TinyModel.Contract.Training.DatasetSha256, facts.GetProperty("learned_from").GetProperty("sha256").GetString());
        Assert.True(facts.GetProperty("self_test").GetProperty("passed").GetBoolean());

        // Clopper and Pearson 1934 for 28 of 30, scipy 1.10.1: binomtest(28, 30).proportion_ci(method="exact").
        var sensitivity = facts.GetProperty("operating_point").GetProperty("sensitivity");
        Assert.Equal(0.7792647, sensitivity.GetProperty("lower").GetDouble(), 6);
        Assert.Equal(0.9918219, sensitivity.GetProperty("upper").GetDouble(), 6);

        var text = (await _desk.Run("model", "show", Desk.Model)).Gave(0).Out;
        foreach (var words in new[] { "hole, stain", "28 of 30", "77.9 to 99.2 %", "dv-input/2, 32 x 32 px", "It knows nothing but brightness.", "passed:" })
        {
            Assert.Contains(words, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_was_never_measured_is_shown_as_such()
    {
        TinyModel.Write(_desk.At(Desk.Model), TinyModel.Contract with
        {
            Calibration = null,
            OperatingPoint = TinyModel.Contract.OperatingPoint with { Sensitivity = default },
        });
        var facts = (await _desk.Run("model", "show", Desk.Model, "--format", "json")).Gave(0).Json;
        Assert.Equal(System.Text.Json.JsonValueKind.Null, facts.GetProperty("calibration").ValueKind);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, facts.GetProperty("operating_point").GetProperty("sensitivity").ValueKind);
        Assert.Contains("not measured", (await _desk.Run("model", "show", Desk.Model)).Gave(0).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_only_orders_says_so_and_only_its_ranking_is_measured()
    {
        const string TooFew = "14 good photos are too few for a threshold";
        PutSet("set", 5);
        TinyModel.Write(_desk.At(Desk.Model), TinyModel.Contract with
        {
            OperatingPoint = new OperatingPoint(0, 0, default, default, TooFew) { OrdersOnly = true },
        });
        var point = (await _desk.Run("model", "show", Desk.Model, "--format", "json")).Gave(0).Json.GetProperty("operating_point");
        Assert.True(point.GetProperty("orders_only").GetBoolean());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, point.GetProperty("threshold").ValueKind);
        Assert.Contains(TooFew, (await _desk.Run("model", "show", Desk.Model)).Gave(0).Out, StringComparison.Ordinal);

        var json = (await _desk.Run("model", "evaluate", Desk.Model, "set", "--format", "json")).Gave(0).Json;
        Assert.Equal(1, json.GetProperty("image").GetProperty("auroc").GetDouble());
        foreach (var figure in new[] { "threshold", "sensitivity", "specificity", "balanced_accuracy" })
        {
            Assert.Equal(System.Text.Json.JsonValueKind.Null, json.GetProperty("operating_point").GetProperty(figure).ValueKind);
        }

        Assert.Equal(System.Text.Json.JsonValueKind.Null, json.GetProperty("confusion").ValueKind);
        var text = (await _desk.Run("model", "evaluate", Desk.Model, "set")).Gave(0).Out;
        Assert.Contains("The model only orders", text, StringComparison.Ordinal);
        Assert.DoesNotContain("sensitivity: defective photos flagged", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_measure_names_photos_items_classes_and_calibration_and_draws_its_diagram()
    {
        PutSet("set", 5);
        _desk.Put("set/good/1_back.jpg", Photos.Plain(Photos.Dark, 99));
        string[] call = ["model", "evaluate", Desk.Model, "set", "--item-pattern", "^([a-z]*[0-9]+)_", "--svg", "reliability.svg"];
        var json = (await _desk.Run([.. call, "--format", "json"])).Gave(0).Json;
        Assert.Equal((5, 6), (Number(json, "operating_point", "specificity", "count"), Number(json, "operating_point", "specificity", "total")));
        Assert.Equal((4, 5), (Number(json, "items", "specificity", "count"), Number(json, "items", "specificity", "total")));
        Assert.Equal(16, json.GetProperty("calibration").GetProperty("photos").GetInt32());
        Assert.Equal(["good", "hole", "stain"], json.GetProperty("confusion").GetProperty("answers").EnumerateArray().Select(answer => answer.GetString()));
        Assert.Equal(1, json.GetProperty("confusion").GetProperty("photos").EnumerateArray().First().EnumerateArray().Skip(1).Sum(cell => cell.GetInt32()));
        Assert.StartsWith("<svg xmlns=", File.ReadAllText(_desk.At("reliability.svg")), StringComparison.Ordinal);

        // Clopper and Pearson 1934 for 5 of 6, scipy 1.10.1: 0.3588 to 0.9958; for 4 of 5: 0.2836 to 0.9949. Printed outward.
        var text = (await _desk.Run(call)).Gave(0).Out;
        foreach (var words in new[] { "5 of 6", "35.8 to 99.6 %", "4 of 5", "28.3 to 99.5 %", "image AUROC", "macro-F1", "Brier", "pixel AUPRO" })
        {
            Assert.Contains(words, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_diagram_of_a_model_without_calibration_is_wrong_usage()
    {
        PutSet("set", 2);
        TinyModel.Write(_desk.At(Desk.Model), TinyModel.Contract with { Calibration = null });
        Assert.Contains("--svg", (await _desk.Run("model", "evaluate", Desk.Model, "set", "--svg", "reliability.svg")).Gave(64).Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_desk.At("reliability.svg")));
    }

    // The champion gives every photo one score and flags all; the candidate tells bright from dark and misses two of forty.
    [Fact]
    public async Task A_candidate_that_passes_takes_the_place_and_the_champion_can_be_used_and_put_back()
    {
        PutSet("set", 20, missed: 1);
        var before = PutConstant("boards.onnx");
        _desk.Put("boards.md", "# the champion");
        var kept = $"boards.{before[..12]}.onnx";
        var after = (await _desk.Run("model", "show", Desk.Model, "--format", "json")).Gave(0).Json.GetProperty("sha256").GetString();

        var looked = (await _desk.Run("model", "compare", "boards.onnx", Desk.Model, "set", "--format", "json")).Gave(0).Json;
        Assert.Equal(("better", false), (looked.GetProperty("gate").GetString(), looked.GetProperty("promoted").GetBoolean()));
        Assert.False(File.Exists(_desk.At(kept)));

        var promoted = (await _desk.Run("model", "compare", "boards.onnx", Desk.Model, "set", "--promote")).Gave(0);
        Assert.Contains("The candidate is better", promoted.Out, StringComparison.Ordinal);
        Assert.Contains(kept, promoted.Out, StringComparison.Ordinal);
        Assert.Equal(after, Digest("boards.onnx"));
        Assert.Equal("# the champion", File.ReadAllText(_desk.At(Path.ChangeExtension(kept, ".md"))));

        _desk.PutLot("a");
        var old = await _desk.Run("inspect", "shipment", "--model", kept, "--format", "json");
        Assert.InRange(old.ExitCode, 0, 2);
        Assert.Equal(before, old.Json.GetProperty("model").GetProperty("sha256").GetString());

        Assert.Contains(before, (await _desk.Run("model", "rollback", "boards.onnx")).Gave(0).Out, StringComparison.Ordinal);
        Assert.Equal(before, Digest("boards.onnx"));
        Assert.Equal(2, File.ReadAllLines(_desk.At("boards.history.jsonl")).Length);
        Assert.Contains("no model before it", (await _desk.Run("model", "rollback", "boards.onnx")).Gave(65).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_candidate_that_does_not_pass_is_1_and_changes_nothing()
    {
        PutSet("set", 20, missed: 5);
        var before = PutConstant("boards.onnx");
        var answer = (await _desk.Run("model", "compare", "boards.onnx", Desk.Model, "set", "--promote")).Gave(1);
        Assert.Contains("falls behind in hole, stain", answer.Out, StringComparison.Ordinal);
        Assert.Contains("not promoted", answer.Out, StringComparison.Ordinal);
        Assert.Equal(before, Digest("boards.onnx"));
        Assert.False(File.Exists(_desk.At("boards.history.jsonl")));
    }

    [Fact]
    public async Task A_hold_out_that_one_of_the_models_learned_from_is_65()
    {
        PutSet("set", 3);
        var digest = (await _desk.Run("model", "evaluate", Desk.Model, "set", "--format", "json")).Gave(0).Json.GetProperty("dataset").GetProperty("sha256").GetString()!;
        TinyModel.Write(_desk.At("learned.onnx"), TinyModel.Contract with { Training = TinyModel.Contract.Training with { DatasetSha256 = digest } });
        Assert.Contains("the candidate (tiny) learned from", (await _desk.Run("model", "compare", Desk.Model, "learned.onnx", "set")).Gave(65).Error, StringComparison.Ordinal);
        Assert.Contains("the champion (tiny) learned from", (await _desk.Run("model", "compare", "learned.onnx", Desk.Model, "set")).Gave(65).Error, StringComparison.Ordinal);
        Assert.Contains("the model learned from", (await _desk.Run("model", "evaluate", "learned.onnx", "set")).Gave(0).Error, StringComparison.Ordinal);
    }

    private string PutConstant(string name)
    {
        _desk.Put(name, ModelWriter.Bind(TinyModel.Graph(weight: 0), TinyModel.Contract with { Name = "constant" }));
        return Digest(name);
    }

    private string Digest(string name) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(_desk.At(name))));

    private static int Number(System.Text.Json.JsonElement json, string group, string share, string number) =>
        json.GetProperty(group).GetProperty(share).GetProperty(number).GetInt32();

    private void PutSet(string folder, int each, int missed = 0)
    {
        for (var number = 1; number <= each; number++)
        {
            _desk.Put($"{folder}/good/{number}_front.jpg", Photos.Good(number));
            _desk.Put($"{folder}/hole/h{number}_front.jpg", number <= missed ? Photos.Good(300 + number) : Photos.Hole(100 + number));
            _desk.Put($"{folder}/stain/s{number}_front.jpg", number <= missed ? Photos.Good(400 + number) : Photos.Stain(200 + number));
        }
    }
}
