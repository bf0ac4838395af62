using DefectVision.Evidence.Languages;
using DefectVision.Fixtures;
using DefectVision.Pipeline.Intake;

namespace DefectVision.Cases.Tests;

/// <summary>
/// Rule: options that inspect is given replace what the case remembers and are named; options that it is not given keep it; nothing is
/// dropped without a word.
/// </summary>
public sealed class RememberedTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Nothing_but_shipment_and_case_repeats_an_inspection_with_every_option()
    {
        var list = _bench.Put("office/answers.csv", Bench.Confirmed);
        _bench.Inspect(request => request with
        {
            Model = _bench.Model,
            Lists = Bench.Named((ListKind.Confirmed, list)),
            Settings = new CaseSettings
            {
                ItemPattern = "^(?<item>[0-9]+)_(?<view>.*)$",
                LotLevel = 1,
                MaxPixels = 1_000_000,
                Language = Language.Parse("en+zh"),
                HasPdf = false,
            },
            AsOf = Bench.Wednesday,
        });
        var before = Bench.Files(_bench.Case);
        _bench.Inspect(at: Bench.Tuesday);
        Assert.Empty(_bench.ChangedSince(before));
        Assert.DoesNotContain(_bench.Said, said => said.Contains("replaced", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_replaced_is_named()
    {
        _bench.Begin();
        _bench.Put("tools/other.onnx", TinyModel.Bytes(TinyModel.Contract with { Name = "other" }));
        _bench.Inspect(request => request with
        {
            Model = _bench.At("tools/other.onnx"),
            Settings = new CaseSettings { LotLevel = 1, Language = Language.Parse("zh") },
        });
        Assert.Single(
            _bench.Said,
            said => said.StartsWith("replaced: the model other (SHA-256 ", StringComparison.Ordinal)
                && said.Contains("instead of tiny.onnx", StringComparison.Ordinal));
        Assert.Contains("replaced: lot level 1, before not said", _bench.Said);
        Assert.Contains("replaced: language zh, before not said", _bench.Said);
        Assert.Equal(("other.onnx", 1), (_bench.File.Model!.Name, _bench.File.Settings.LotLevel));
    }

    // The journal is the new model's, the case that of the run before: whoever says nothing is asked, and either word leads on.
    [Fact]
    public void A_first_run_with_a_model_that_was_broken_off_goes_on_with_it_or_without()
    {
        _bench.Inspect(request => request with { Settings = new CaseSettings { HasPdf = false } });
        using var stop = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => _bench.Inspect(request => request with { Model = _bench.Model }, progress: new StopAt(2, stop), cancel: stop.Token));
        Assert.Null(_bench.Open().Record.Model);

        var fault = Assert.Throws<IntakeException>(() => _bench.Inspect());
        Assert.Contains("name the model with --model, leave it out with --without model", fault.Message, StringComparison.Ordinal);
        Assert.Null(_bench.Inspect(request => request with { WithoutModel = true }).Record.Model);
        Assert.NotNull(_bench.Inspect(request => request with { Model = _bench.Model }).Record.Model);
    }

    [Fact]
    public void A_model_that_is_gone_or_another_stops_the_run()
    {
        _bench.Begin();
        _bench.Put("tools/tiny.onnx", TinyModel.Bytes(TinyModel.Contract with { Name = "other" }));
        Refused();
        File.Delete(_bench.Model);
        Refused();

        void Refused()
        {
            var before = Bench.Files(_bench.Case);
            var fault = Assert.Throws<CaseException>(() => _bench.Inspect());
            Assert.StartsWith("tiny.onnx: this inspection was made with it", fault.Message, StringComparison.Ordinal);
            Assert.EndsWith("name it with --model, or leave it out with --without model", fault.Message, StringComparison.Ordinal);
            Assert.Empty(_bench.ChangedSince(before));
        }
    }

    [Fact]
    public void A_model_that_was_left_out_stays_out()
    {
        _bench.Begin();
        File.Delete(_bench.Model);
        Assert.Null(_bench.Inspect(request => request with { WithoutModel = true }).Record.Model);
        Assert.Null(_bench.Inspect().Record.Model);
        Assert.Null(_bench.File.Model);
    }

    [Fact]
    public void A_list_that_was_left_out_stays_out_until_it_is_named()
    {
        var list = _bench.Put("shipment/confirmed.csv", Bench.Confirmed);
        _bench.Begin(request => request with { Without = new HashSet<ListKind> { ListKind.Confirmed } });
        Assert.Null(_bench.Inspect().Record.Confirmed);
        Assert.Equal([ListKind.Confirmed], _bench.File.LeftOut);
        Assert.NotNull(_bench.Inspect(request => request with { Lists = Bench.Named((ListKind.Confirmed, list)) }).Record.Confirmed);
        Assert.Empty(_bench.File.LeftOut);
        Assert.NotNull(_bench.Inspect().Record.Confirmed);
    }

    [Fact]
    public void A_run_that_would_drop_evidence_changes_nothing()
    {
        var list = _bench.Put("office/answers.csv", Bench.Confirmed);
        _bench.Begin(request => request with { Lists = Bench.Named((ListKind.Confirmed, list)) });
        File.Delete(list);
        var before = Bench.Files(_bench.Case);
        Assert.Contains("--without confirmed", Assert.Throws<CaseException>(() => _bench.Inspect()).Message, StringComparison.Ordinal);
        Assert.Empty(_bench.ChangedSince(before));
        Assert.NotNull(_bench.Open().Record.Confirmed);
    }

    [Theory]
    [InlineData("case.json", "{ \"schema\"")]
    [InlineData("case.json", "{ \"schema\": \"defectvision/case/2\", \"shipment\": \"s\" }")]
    [InlineData("local.json", "[")]
    public void What_another_version_wrote_is_refused_unless_all_begins_anew(string name, string text)
    {
        _bench.Begin();
        _bench.Put($"case/{name}", text);
        Assert.Contains("--fresh", Assert.Throws<CaseException>(() => _bench.Begin()).Message, StringComparison.Ordinal);
        _bench.Begin(request => request with { Fresh = true });
        Assert.Equal("shipment", _bench.Open().File.Shipment);
    }
}
