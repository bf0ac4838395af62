using System.Security.Cryptography;
using System.Text.Json;
using DefectVision.Fixtures;
using DefectVision.Inference;
using DefectVision.Training.Champions;

namespace DefectVision.Training.Tests.Champions;

/// <summary>Rules: only a candidate that passed takes the place; there is always a model in it; what leaves is kept and can come back; all of it is written down.</summary>
public sealed class SuccessionTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private readonly TempFolder _temp = new();

    public SuccessionTests()
    {
        for (var number = 0; number < 20; number++)
        {
            _temp.Put($"set/good/{number}.jpg", Photos.Good(number));
            _temp.Put($"set/hole/{number}.jpg", number == 0 ? Photos.Good(100) : Photos.Hole(200 + number));
        }

        _temp.Put("use/cloth.onnx", ModelWriter.Bind(TinyModel.Graph(weight: 0), TinyModel.Contract));
        _temp.Put("use/cloth.md", "champion's card");
        TinyModel.Write(_temp.At("new.onnx"));
        _temp.Put("new.md", "candidate's card");
    }

    private string Place => _temp.At("use/cloth.onnx");

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void A_candidate_takes_the_place_with_its_card_and_the_champion_is_kept_with_its_own()
    {
        var (before, after) = (Digest(Place), Digest(_temp.At("new.onnx")));
        var kept = Promote();
        Assert.Equal($"cloth.{before[..12]}.onnx", Path.GetFileName(kept));
        Assert.Equal((after, before), (Digest(Place), Digest(kept)));
        Assert.Equal(("candidate's card", "champion's card"), (Text("use/cloth.md"), File.ReadAllText(Path.ChangeExtension(kept, ".md"))));
        Assert.Equal(after, Digest(_temp.At("new.onnx")));

        var line = JsonDocument.Parse(Assert.Single(File.ReadAllLines(_temp.At("use/cloth.history.jsonl")))).RootElement;
        Assert.Equal(("promoted", after, before), (line.GetProperty("event").GetString(), line.GetProperty("model").GetString(), line.GetProperty("replaced").GetString()));
        Assert.Equal(Noon, line.GetProperty("time").GetDateTimeOffset());
        Assert.Equal(0.5, line.GetProperty("replaced_figures").GetProperty("auroc").GetDouble());
        Assert.Equal([19, 20], line.GetProperty("model_figures").GetProperty("sensitivity").EnumerateArray().Select(number => number.GetInt32()));
        Assert.Equal(64, line.GetProperty("dataset_sha256").GetString()!.Length);
    }

    [Fact]
    public void A_candidate_without_a_card_leaves_no_card_of_another_model()
    {
        File.Delete(_temp.At("new.md"));
        var kept = Promote();
        Assert.False(File.Exists(_temp.At("use/cloth.md")));
        Assert.Equal("champion's card", File.ReadAllText(Path.ChangeExtension(kept, ".md")));
    }

    [Fact]
    public void A_candidate_that_did_not_pass_or_is_another_file_by_now_changes_nothing()
    {
        var comparison = Compare();
        var before = Digest(Place);
        TinyModel.Write(_temp.At("new.onnx"), TinyModel.Contract with { Name = "another" });
        Assert.Contains("new.onnx: found another file", Assert.Throws<ChampionException>(() => Succession.Promote(comparison, Place, _temp.At("new.onnx"), Noon)).Message, StringComparison.Ordinal);

        File.Copy(Place, _temp.At("new.onnx"), overwrite: true);
        Assert.Throws<ChampionException>(Promote);
        Assert.Equal(before, Digest(Place));
        Assert.Equal(["cloth.md", "cloth.onnx"], Names());
    }

    [Fact]
    public void Each_rollback_goes_one_model_further_back_and_then_says_that_there_is_none()
    {
        var first = Digest(Place);
        Promote();
        var second = Digest(Place);
        var (back, left, kept) = Succession.RollBack(Place, Noon.AddHours(1));
        Assert.Equal((first, second, second), (back, left, Digest(kept)));
        Assert.Equal((first, "champion's card"), (Digest(Place), Text("use/cloth.md")));
        Assert.Contains("found no model before it", Assert.Throws<ChampionException>(() => Succession.RollBack(Place, Noon)).Message, StringComparison.Ordinal);

        Promote();
        Assert.Equal(first, Succession.RollBack(Place, Noon.AddHours(2)).Back);
        Assert.Equal(["promoted", "rolled_back", "promoted", "rolled_back"], File.ReadAllLines(_temp.At("use/cloth.history.jsonl"))
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("event").GetString()));
    }

    [Fact]
    public void The_models_before_are_those_replaced_and_not_put_back_the_latest_last()
    {
        HistoryEntry[] entries =
        [
            new(Noon, HistoryEvent.Promoted, "b", "a"), new(Noon, HistoryEvent.Promoted, "c", "b"),
            new(Noon, HistoryEvent.RolledBack, "b", "c"), new(Noon, HistoryEvent.Promoted, "d", "b"),
        ];
        Assert.Equal(["a", "b"], new ModelHistory("x", entries).Predecessors);
        Assert.Equal(["a"], new ModelHistory("x", entries[..3]).Predecessors);
        Assert.Empty(new ModelHistory("x", []).Predecessors);
    }

    [Fact]
    public void A_model_before_that_is_gone_or_changed_is_not_put_back()
    {
        var kept = Promote();
        var now = Digest(Place);
        File.AppendAllText(kept, "x");
        Assert.Contains("as it was kept", Assert.Throws<ChampionException>(() => Succession.RollBack(Place, Noon)).Message, StringComparison.Ordinal);
        File.Delete(kept);
        Assert.Contains("as it was kept", Assert.Throws<ChampionException>(() => Succession.RollBack(Place, Noon)).Message, StringComparison.Ordinal);
        Assert.Equal(now, Digest(Place));
    }

    [Fact]
    public void A_model_that_came_into_the_place_by_other_means_is_not_rolled_back()
    {
        Promote();
        TinyModel.Write(Place, TinyModel.Contract with { Name = "copied by hand" });
        Assert.Contains("by other means", Assert.Throws<ChampionException>(() => Succession.RollBack(Place, Noon)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_history_is_named_with_its_line()
    {
        Promote();
        File.AppendAllText(_temp.At("use/cloth.history.jsonl"), "{}\n");
        Assert.StartsWith("cloth.history.jsonl(2)", Assert.Throws<ChampionException>(() => Succession.RollBack(Place, Noon)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_written_leaves_the_champion_in_its_place()
    {
        var before = Digest(Place);
        Directory.CreateDirectory(_temp.At("use/cloth.history.jsonl.partial/taken"));
        Assert.Throws<UnauthorizedAccessException>(Promote);
        Assert.Equal((before, "champion's card"), (Digest(Place), Text("use/cloth.md")));
        Assert.Equal(["cloth.history.jsonl.partial", "cloth.md", "cloth.onnx"], Names());
    }

    // A reader that looks all the time finds one of the two models, whole, every time.
    [Fact]
    public async Task There_is_never_a_moment_without_a_whole_model_in_the_place()
    {
        string[] known = [Digest(Place), Digest(_temp.At("new.onnx"))];
        var comparison = Compare();
        using var done = new CancellationTokenSource();
        var reader = Task.Run(() =>
        {
            var looks = 0;
            do
            {
                Assert.Contains(Digest(Place), known);
                looks++;
            }
            while (!done.IsCancellationRequested);
            return looks;
        });
        for (var round = 0; round < 10; round++)
        {
            Succession.Promote(comparison, Place, _temp.At("new.onnx"), Noon);
            Succession.RollBack(Place, Noon);
        }

        await done.CancelAsync();
        Assert.True(await reader > 0);
    }

    private string Promote() => Succession.Promote(Compare(), Place, _temp.At("new.onnx"), Noon);

    private ModelComparison Compare()
    {
        using var champion = Model.Load(Place);
        using var candidate = Model.Load(_temp.At("new.onnx"));
        return ModelComparison.Of(champion, candidate, new HoldOut(_temp.At("set")), null, null, CancellationToken.None);
    }

    private string[] Names() => [.. Directory.GetFileSystemEntries(_temp.At("use")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    private string Text(string name) => File.ReadAllText(_temp.At(name));

    private static string Digest(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
}
