using DefectVision.Cases.Inspecting;
using DefectVision.Fixtures;
using DefectVision.Pipeline.Intake;

namespace DefectVision.Cases.Tests;

/// <summary>
/// Rule: a list is read as named now, else as the case remembers, else from the shipment's folder; none that the case was given is dropped
/// without a word.
/// </summary>
public sealed class ChosenInputsTests : IDisposable
{
    private readonly TempFolder _temp = new();
    private readonly string _usual;
    private readonly string _other;

    public ChosenInputsTests()
    {
        _usual = _temp.Put("shipment/confirmed.csv", "usual");
        _other = _temp.Put("office/answers.csv", "other");
    }

    public void Dispose() => _temp.Dispose();

    private InspectRequest Asked => new(_temp.At("shipment"), _temp.At("case"));

    [Fact]
    public void A_list_in_the_shipment_is_found_by_its_usual_name()
    {
        var chosen = ChosenInputs.Of(Asked, null, null);
        Assert.Equal(_usual, chosen.Sources[ListKind.Confirmed]);
        var input = Assert.Single(chosen.Inputs);
        Assert.Equal(
            (ListKind.Confirmed, "confirmed.csv", StoredJson.Sha256("usual"u8.ToArray()), true),
            (input.Kind, input.Name, input.Sha256, input.IsInShipment));
        Assert.Empty(chosen.Named);
        Assert.Empty(chosen.Remarks);
    }

    [Fact]
    public void A_list_that_is_named_is_read_before_any_other()
    {
        var chosen = ChosenInputs.Of(Name(ListKind.Confirmed, _other), null, null);
        Assert.Equal(_other, chosen.Sources[ListKind.Confirmed]);
        Assert.False(Assert.Single(chosen.Inputs).IsInShipment);
        Assert.Equal(_other, chosen.Named[ListKind.Confirmed]);
        Assert.Empty(chosen.Remarks);
    }

    [Fact]
    public void A_list_of_the_shipment_may_be_named_and_is_still_the_shipments()
    {
        Assert.True(Assert.Single(ChosenInputs.Of(Name(ListKind.Confirmed, _usual), null, null).Inputs).IsInShipment);
    }

    [Fact]
    public void A_list_that_the_case_remembers_is_read_before_that_of_the_shipment_which_is_named()
    {
        var chosen = ChosenInputs.Of(Asked, Before(Given(_other)), Places(_other));
        Assert.Equal(_other, chosen.Sources[ListKind.Confirmed]);
        Assert.Equal(
            ["confirmed.csv in the shipment is not read: this case was given answers.csv (name the other with --confirmed to change that)"],
            chosen.Remarks);
    }

    [Fact]
    public void A_list_that_is_named_and_not_there_is_a_fault() =>
        Assert.Contains(
            "nowhere.csv",
            Assert.Throws<FileNotFoundException>(() => ChosenInputs.Of(Name(ListKind.Draw, _temp.At("nowhere.csv")), null, null)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_list_that_was_named_once_and_is_gone_stops_the_run()
    {
        var before = Before(Given(_other));
        File.Delete(_other);
        var fault = Assert.Throws<CaseException>(() => ChosenInputs.Of(Asked, before, Places(_other)));
        Assert.Equal(
            $"answers.csv: this inspection was given it, and it is no longer at {_other}; "
            + "put it back, name it with --confirmed, or leave it out with --without confirmed",
            fault.Message);
    }

    [Theory]
    [InlineData(ListKind.Agreement, "agreement")]
    [InlineData(ListKind.Manifest, "manifest")]
    [InlineData(ListKind.Confirmed, "confirmed")]
    [InlineData(ListKind.Draw, "draw")]
    [InlineData(ListKind.Measurements, "measurements")]
    [InlineData(ListKind.Tests, "tests")]
    [InlineData(ListKind.ThirdParty, "third-party")]
    [InlineData(ListKind.Holidays, "holidays")]
    public void A_list_that_was_in_the_shipment_and_is_gone_stops_the_run_unless_it_is_left_out(ListKind kind, string word)
    {
        File.Delete(_usual);
        var before = Before(new CaseInput(kind, Lists.UsualName(kind), "before", true, new Dictionary<string, string>()));
        var fault = Assert.Throws<CaseException>(() => ChosenInputs.Of(Asked, before, Places()));
        Assert.StartsWith($"{Lists.UsualName(kind)}: this inspection was given it", fault.Message, StringComparison.Ordinal);
        Assert.EndsWith($"--without {word}", fault.Message, StringComparison.Ordinal);

        var chosen = ChosenInputs.Of(Asked with { Without = new HashSet<ListKind> { kind } }, before, Places());
        Assert.Empty(chosen.Inputs);
        Assert.Equal([$"left out, as told: {Lists.UsualName(kind)} ({word})"], chosen.Remarks);
    }

    [Fact]
    public void What_is_left_out_is_not_read_although_it_is_there_and_stays_left_out_until_it_is_named()
    {
        Assert.Empty(ChosenInputs.Of(Asked with { Without = new HashSet<ListKind> { ListKind.Confirmed } }, null, null).Inputs);

        var before = Before() with { LeftOut = [ListKind.Confirmed] };
        var chosen = ChosenInputs.Of(Asked, before, Places());
        Assert.Empty(chosen.Inputs);
        Assert.Equal([ListKind.Confirmed], chosen.LeftOut);
        Assert.Equal(["left out, as told: confirmed.csv in the shipment (name it with --confirmed to take it up)"], chosen.Remarks);
        Assert.Single(ChosenInputs.Of(Name(ListKind.Confirmed, _usual), before, Places()).Inputs);
    }

    [Fact]
    public void What_is_new_changed_or_replaced_is_said()
    {
        Assert.Equal(["new since the last run: confirmed.csv (confirmed)"], ChosenInputs.Of(Asked, Before(), Places()).Remarks);
        Assert.Equal(
            ["changed since the last run: confirmed.csv (confirmed)"],
            ChosenInputs.Of(Asked, Before(Given(_usual) with { Sha256 = "before" }), Places()).Remarks);
        Assert.Equal(
            ["replaced: answers.csv is read instead of confirmed.csv (confirmed)"],
            ChosenInputs.Of(Name(ListKind.Confirmed, _other), Before(Given(_usual)), Places()).Remarks);
        Assert.Empty(ChosenInputs.Of(Asked, Before(Given(_usual)), Places()).Remarks);
    }

    [Fact]
    public void Nothing_is_new_to_a_case_whose_first_run_was_interrupted() =>
        Assert.Empty(ChosenInputs.Of(Asked, Before() with { RecordSha256 = null }, Places()).Remarks);

    // An empty file and a pipe have nothing to read, a link may lead to anything: the run goes on without them, and says so.
    [Fact]
    public void A_list_in_the_shipment_that_holds_nothing_of_its_own_is_named()
    {
        using var bench = new Bench();
        bench.Put("shipment/agreement.yaml", "");
        File.CreateSymbolicLink(bench.At("shipment/confirmed.csv"), bench.Put("elsewhere.csv", Bench.Confirmed));
        bench.Begin();
        Assert.Contains("agreement.yaml in the shipment says nothing: it is empty, a pipe or a device (name another with --agreement)", bench.Said);
        Assert.Contains("confirmed.csv in the shipment says nothing: it is a link (name another with --confirmed)", bench.Said);
    }

    [Fact]
    public void Documents_that_a_list_names_belong_to_it_and_a_changed_one_is_said()
    {
        File.Delete(_usual);
        var list = _temp.Put(
            "office/lab/tests.csv",
            "test,kind,result,document\na,safety,fail,reports/1.pdf\nb,safety,pass,\nc,safety,pass,reports/1.pdf\n");
        _temp.Put("office/lab/reports/1.pdf", [1, 2, 3]);
        var request = Name(ListKind.Tests, list);
        var input = Assert.Single(ChosenInputs.Of(request, null, null).Inputs);
        Assert.Equal([new("reports/1.pdf", StoredJson.Sha256([1, 2, 3]))], input.Documents);
        Assert.Empty(ChosenInputs.Of(request, Before(input), Places()).Remarks);

        _temp.Put("office/lab/reports/1.pdf", [1, 2, 4]);
        Assert.Equal(
            ["changed since the last run: reports/1.pdf, named by tests.csv (tests)"],
            ChosenInputs.Of(request, Before(input), Places()).Remarks);
    }

    private InspectRequest Name(ListKind kind, string path) => Asked with { Lists = Bench.Named((kind, path)) };

    private CaseInput Given(string path) =>
        new(ListKind.Confirmed, Path.GetFileName(path), StoredJson.Sha256OfFile(path), path == _usual, new Dictionary<string, string>());

    private LocalPlaces Places(string? confirmed = null) => new(
        _temp.At("shipment"),
        null,
        confirmed is null ? Bench.Named() : Bench.Named((ListKind.Confirmed, confirmed)));

    private static CaseFile Before(params CaseInput[] inputs) => new(CaseFile.CurrentSchema, "shipment", new CaseSettings(), null, inputs, [])
    {
        RecordSha256 = "record",
        SummarySha256 = "summary",
    };
}
