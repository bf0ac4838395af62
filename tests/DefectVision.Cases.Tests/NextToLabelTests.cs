using DefectVision.Cases.Teaching;
using DefectVision.Fixtures;
using DefectVision.Inspection;

namespace DefectVision.Cases.Tests;

/// <summary>
/// Rule: what is asked for next is in turn what the model is least sure of and what is most unlike anything it knows; an item once, none that was answered, and of those that show one
/// shot a single one.
/// </summary>
public sealed class NextToLabelTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    // Item 1: sure. 2: answered. 3: the least sure. 4: unlike what is known. 5: sure, too, and the least unlike.
    [Fact]
    public void The_two_orders_are_taken_in_turn_and_answered_items_are_left_alone()
    {
        _bench.Put("shipment/A/5_front.jpg", Scenes.Piece(5).ToJpeg(90));
        Answered("A,2,yes,Li,2026-11-20");
        var next = Next(10, new() { ["1"] = (0.9, 0.1), ["3"] = (0.6, 0.05), ["4"] = (0.99, 0.7), ["5"] = (0.2, 0.0) });
        Assert.Equal(["3", "4", "5", "1"], next.Items.Select(item => item.Item));
        Assert.Equal(["the model is unsure of it: probability 0.60", "unlike what the model knows: 70 % of its places"], next.Items.Take(2).Select(item => item.Why));
        Assert.Equal(4, next.Unanswered);
    }

    [Theory]
    [InlineData(1, "3")]
    [InlineData(2, "3 4")]
    public void No_more_are_asked_for_than_are_wanted(int count, string asked)
    {
        Answered("A,2,yes,Li,2026-11-20");
        Assert.Equal(asked, string.Join(' ', Next(count, new() { ["1"] = (0.9, 0.1), ["3"] = (0.6, 0.05), ["4"] = (0.99, 0.7) }).Items.Select(item => item.Item)));
    }

    [Fact]
    public void Without_probabilities_the_score_nearest_to_the_threshold_is_the_least_sure_and_without_a_threshold_the_highest()
    {
        Answered("A,2,yes,Li,2026-11-20");
        Dictionary<string, double> scores = new() { ["1"] = 9, ["3"] = 2.5, ["4"] = 1 };
        Assert.Equal("3 4 1", Asked(2));
        Assert.Equal("1 3 4", Asked(null));

        string Asked(double? threshold) => string.Join(' ', Casework.Next(Request(3) with
        {
            Look = photos => new NewLook(photos.ToDictionary(photo => photo.Path, photo => new Finding(scores[Item(photo.Path)], Standing.Clear, null, null)), threshold),
        }, Context()).Items.Select(item => item.Item));
    }

    // Item 5 is item 1 once more, item 6 is item 2 once more, which was answered.
    [Fact]
    public void Of_items_that_show_one_shot_a_single_one_is_asked_for_and_none_whose_shot_was_answered()
    {
        for (var number = 1; number <= 4; number++)
        {
            _bench.Put($"shipment/A/{number}_front.jpg", Scenes.Piece(number).ToJpeg(90));
        }

        _bench.Put("shipment/A/5_front.jpg", Scenes.Brighter(Scenes.Half(Scenes.Piece(1))).ToJpeg(80));
        _bench.Put("shipment/A/6_front.jpg", Scenes.Brighter(Scenes.Half(Scenes.Piece(2))).ToJpeg(80));
        Answered("A,2,no,Li,2026-11-20");
        var next = Next(10, new() { ["1"] = (0.5, 0.1), ["3"] = (0.9, 0), ["4"] = (0.8, 0), ["5"] = (0.5, 0.9), ["6"] = (0.5, 0) });
        Assert.Equal(["1", "4", "3"], next.Items.Select(item => item.Item));
        Assert.Equal((5, 2), (next.Unanswered, next.Repeated));
    }

    [Fact]
    public void The_list_can_be_filled_in_and_given_back_and_the_case_stays_as_it_is()
    {
        Answered("A,2,yes,Li,2026-11-20");
        var record = File.ReadAllBytes(_bench.InCase("record.json"));
        var next = Next(1, new() { ["1"] = (0.9, 0.1), ["3"] = (0.6, 0.05), ["4"] = (0.99, 0.7) });
        var lines = File.ReadAllLines(next.List);
        Assert.Equal("lot,item,confirmed,reader,time,defect_class,severity,cause,photo,score,unlike_others,why", lines[0]);
        Assert.StartsWith("A,\"=\"\"3\"\"\",,,,,,,A/3_front.jpg,1,,", lines[1], StringComparison.Ordinal);
        Assert.Equal(record, File.ReadAllBytes(_bench.InCase("record.json")));

        File.WriteAllText(_bench.At("given.csv"), $"{lines[0]}\n{lines[1].Replace(",,,,,,,", ",no,Mo,2026-11-21,,,,", StringComparison.Ordinal)}\n");
        _bench.Inspect(request => request with { Lists = new Dictionary<Pipeline.Intake.ListKind, string> { [Pipeline.Intake.ListKind.Confirmed] = _bench.At("given.csv") } });
        Assert.Equal("3", Assert.Single(Casework.Answers(_bench.Case, Context()).Photos).Item);
    }

    [Fact]
    public void Where_every_item_was_answered_or_nothing_orders_them_that_is_said()
    {
        Answered("A,2,yes,Li,2026-11-20");
        Assert.Contains("found nothing that orders its photos", Assert.Throws<CaseException>(() => Casework.Next(Request(1), Context())).Message, StringComparison.Ordinal);
        Answered("A,1,no,Li,2026-11-20\nA,2,yes,Li,2026-11-20\nA,3,no,Li,2026-11-20\nA,4,no,Li,2026-11-20");
        Assert.Contains("there is nothing to label next", Assert.Throws<CaseException>(() => Casework.Next(Request(1), Context())).Message, StringComparison.Ordinal);
    }

    private void Answered(string lines)
    {
        _bench.Put("shipment/confirmed.csv", $"lot,item,confirmed,reader,time\n{lines}\n");
        _bench.Begin(request => request with { Model = null });
    }

    private NextPhotos Next(int count, Dictionary<string, (double Probability, double Strangeness)> looks) => Casework.Next(Request(count) with
    {
        Look = photos => new NewLook(
            photos.ToDictionary(photo => photo.Path, photo => new Finding(1, Standing.Clear, looks[Item(photo.Path)].Probability, null) { Strangeness = looks[Item(photo.Path)].Strangeness }), 2),
    }, Context());

    private NextRequest Request(int count) => new(_bench.Case, count, _bench.At("next.csv"));

    private static string Item(string path) => Path.GetFileName(path).Split('_')[0];

    private static CaseContext Context() => new(new Clock(Bench.Monday), _ => { }, null, CancellationToken.None);
}
