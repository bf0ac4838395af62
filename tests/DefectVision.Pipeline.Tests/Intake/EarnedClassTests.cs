using System.Globalization;
using System.Text;
using System.Text.Json;
using DefectVision.Fixtures;
using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Judging;
using DefectVision.Pipeline.Intake;

namespace DefectVision.Pipeline.Tests.Intake;

/// <summary>
/// Rule (statistics page, section 0): a bound is guaranteed for all items of the lot, or for a draw that follows from its own seed, lot size and item list, from a lot of the
/// agreed size, with items that are told apart and no photo under two of them.
/// </summary>
public sealed class EarnedClassTests : IDisposable
{
    private const int Size = 280;
    private readonly Shipment _shipment = new();

    public void Dispose() => _shipment.Dispose();

    private string List => Path.Combine(_shipment.Folder, "draw.csv");

    [Fact]
    public void A_draw_that_follows_from_its_facts_earns_it()
    {
        Draw();
        var lot = Inspect();
        Assert.Equal("a random draw, by the draw list", lot.Sample.How.ToString(CultureInfo.InvariantCulture));
        Assert.True(lot.Sample.SpeaksForLot);
        Assert.Equal('G', lot.Sample.Class);
    }

    [Fact]
    public void A_list_edited_by_hand_does_not_and_the_item_is_named()
    {
        var drawn = Draw();
        var other = Enumerable.Range(1, Size).Select(number => $"{number:000}").First(number => !drawn.Contains(number));
        Refused(text => text.Replace($"lot,{drawn[3]}\n", $"lot,{other}\n", StringComparison.Ordinal), $"on the list and not drawn: {other}; drawn and not on the list: {drawn[3]}");
        Refused(text => text.Replace($"lot,{drawn[3]}\n", string.Empty, StringComparison.Ordinal), $"on the list and not drawn: none; drawn and not on the list: {drawn[3]}");
        Refused(text => text + $"lot,{other}\n", $"on the list and not drawn: {other}; drawn and not on the list: none");
        Refused(text => text.Replace("seed: 7", "seed: 8", StringComparison.Ordinal), "its seed 8 draws");
        Refused(text => text.Replace("sample size: 8", "sample size: 9", StringComparison.Ordinal), "draws (9 of 280)");
        Refused(text => text.Replace("280", "281", StringComparison.Ordinal), "draws (8 of 281)");
        Refused(text => text.Replace("seed: 7; ", string.Empty, StringComparison.Ordinal), "it gives no seed");
        Refused(text => text.Replace("PCG32", "PCG64", StringComparison.Ordinal), "PCG64");
        Refused(text => text.Replace("1 to 280", "1 to 28", StringComparison.Ordinal), "numbers the items 1 to 28");
    }

    [Fact]
    public void A_list_without_facts_proves_nothing()
    {
        var drawn = Draw();
        File.WriteAllText(List, "lot,item\n" + string.Concat(drawn.Select(item => $"lot,{item}\n")));
        Assert.Contains("does not say from how many items", Wanted(Inspect()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2800L, "The draw list was made for a lot of 280 items, and the agreed lot size is 2800.")]
    [InlineData(279L, "The draw list was made for a lot of 280 items, and the agreed lot size is 279.")]
    [InlineData(null, "The draw list was made for a lot of 280 items, and no lot size is agreed.")]
    public void A_list_for_another_lot_size_does_not(long? agreed, string wanted)
    {
        Draw();
        var lot = Inspect(size: agreed);
        Assert.Null(lot.Sample.Class);
        Assert.StartsWith(wanted, Wanted(lot), StringComparison.Ordinal);
        Assert.Contains(wanted, lot.Remarks.Select(remark => remark.ToString(CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Items_by_name_need_the_list_of_names_that_was_hashed()
    {
        var names = Enumerable.Range(1, Size).Select(number => $"SN-{(number * 7919) % 10_007:00000}").ToList();
        _shipment.Put("names.txt", string.Join('\n', names) + "\n");
        var file = Path.Combine(_shipment.Folder, "names.txt");
        Draw(ItemList.Read(file));
        Assert.True(Inspect().Sample.SpeaksForLot);
        Refused(text => text.Replace("names.txt, ", string.Empty, StringComparison.Ordinal), "not the name of its file");
        File.WriteAllText(file, string.Join('\n', names.Order(StringComparer.Ordinal)) + "\n");
        Assert.Contains("the item list names.txt beside it is not the one that it names", Wanted(Inspect()), StringComparison.Ordinal);
        File.Delete(file);
        Assert.Contains("the item list names.txt that it names does not lie beside it", Wanted(Inspect()), StringComparison.Ordinal);
    }

    [Fact]
    public void The_item_list_is_no_stray_file()
    {
        _shipment.Put("names.txt", string.Concat(Enumerable.Range(1, Size).Select(number => $"SN-{number}\n")));
        Draw(ItemList.Read(Path.Combine(_shipment.Folder, "names.txt")));
        var record = _shipment.Inspect(agreement: Agreed(Size));
        Assert.Equal("a list of items that the draw list names", record.Files.Single(entry => entry.Path == "names.txt").Reason);
    }

    // A photo that is named as a drawn item shows it; photos that are numbered one by one meet drawn numbers by chance.
    [Fact]
    public void Photos_named_as_drawn_items_tell_the_items_and_photos_numbered_one_by_one_do_not()
    {
        var drawn = Draw(view: string.Empty);
        var lot = Inspect();
        Assert.Equal(ItemSource.DrawList, lot.Lot.ItemSource);
        Assert.True(lot.Sample.SpeaksForLot);
        var other = Enumerable.Range(1, Size).Select(number => $"{number:000}").First(number => !drawn.Contains(number));
        _shipment.Put($"lot/{other}.jpg", Photos.Good(99));
        lot = Inspect();
        Assert.Equal(ItemSource.EachPhoto, lot.Lot.ItemSource);
        Assert.StartsWith("Each photo was taken for an item of its own", Wanted(lot), StringComparison.Ordinal);
        Assert.Null(lot.Sample.Condition);
    }

    [Fact]
    public void A_photo_of_the_carton_beside_named_items_takes_nothing_away()
    {
        Draw();
        _shipment.Put("lot/carton.jpg", Photos.Good(99));
        Assert.True(Inspect().Sample.SpeaksForLot);
    }

    [Fact]
    public void A_photo_under_two_items_refuses_it_in_both_lots_until_persons_answered_for_both()
    {
        _shipment.Put("a/1_front.jpg", Photos.Good(1));
        _shipment.Put("b/7_front.jpg", Photos.Good(1));
        _shipment.Put("b/7_back.jpg", Photos.Good(2));
        _shipment.Put("c/1_front.jpg", Photos.Good(3));
        Assert.Equal([false, false, true], Speak());
        _shipment.Put("confirmed.csv", "lot,item,confirmed,reader,time\na,1,no,Li,2026-11-24T09:00:00Z\n");
        Assert.Equal([false, false, true], Speak());
        _shipment.Put("confirmed.csv", "lot,item,confirmed,reader,time\na,1,no,Li,2026-11-24T09:00:00Z\nb,7,no,Li,2026-11-24T09:00:00Z\n");
        Assert.Equal([true, true, true], Speak());

        IEnumerable<bool> Speak() => _shipment.Inspect(agreement: new() { Lots = new[] { "a", "b", "c" }.ToDictionary(lot => lot, _ => new AgreedLot(1)) })
            .Lots.Select(lot => lot.Sample.SpeaksForLot);
    }

    [Fact]
    public void The_agreements_word_gives_the_same_number_with_its_condition_and_without_a_class()
    {
        const string condition = "if the items were drawn at random, as the agreement says; no draw list shows it";
        var drawn = Draw();
        _shipment.Put("confirmed.csv", "item,confirmed,reader,time\n" + string.Concat(drawn.Select((item, at) => $"{item},{(at < 4 ? "yes" : "no")},Li,2026-11-24T09:00:00Z\n")));
        var agreed = Agreed(Size) with { Sampling = SamplingFrame.Random, UnitPrice = 12.50m, Currency = "USD" };
        var proved = Shipment.LotOf(_shipment.Inspect(agreement: agreed), "lot").Claim!;
        File.Delete(List);
        var record = _shipment.Inspect(agreement: agreed);
        var word = Shipment.LotOf(record, "lot").Claim!;
        Assert.Equal((proved.AtLeast!.Items, proved.Amount!.Printed, 'G'), (word.AtLeast!.Items, word.Amount!.Printed, proved.AtLeast.Class));
        Assert.True(word.AtLeast.Items > 4, $"found {word.AtLeast.Items}");
        Assert.Equal((null, null, condition), (word.AtLeast.Class, word.Amount.Class, word.Sample.Condition!.ToString(CultureInfo.InvariantCulture)));

        var outputs = _shipment.Outputs(record, "out");
        var lot = JsonDocument.Parse(outputs["summary.json"]).RootElement.GetProperty("lots")[0];
        Assert.Equal(condition, lot.GetProperty("sample").GetProperty("condition").GetString());
        Assert.Single(lot.GetProperty("claim").GetProperty("statements").EnumerateArray());
        Assert.All(lot.GetProperty("claim").GetProperty("under_assumption_of_a_random_draw").EnumerateArray(), statement =>
        {
            Assert.EndsWith($"This holds {condition}.", statement.GetProperty("words").GetString(), StringComparison.Ordinal);
            Assert.Equal("none", statement.GetProperty("class").GetString());
        });
        var report = Encoding.UTF8.GetString(outputs["report.html"]);
        Assert.Contains($"{word.Amount.Printed} USD *", report, StringComparison.Ordinal);
        Assert.Contains($"* Not guaranteed: {condition}.", report, StringComparison.Ordinal);
    }

    private void Refused(Func<string, string> edit, string reason)
    {
        var whole = File.ReadAllText(List);
        Assert.NotEqual(whole, edit(whole));
        File.WriteAllText(List, edit(whole));
        var lot = Inspect();
        File.WriteAllText(List, whole);
        Assert.Null(lot.Sample.Class);
        Assert.Contains(reason, Wanted(lot), StringComparison.Ordinal);
        Assert.StartsWith("The draw list does not prove a random draw from this lot", Wanted(lot), StringComparison.Ordinal);
    }

    // Eight of 280, each photographed.
    private IReadOnlyList<string> Draw(ItemList? names = null, string view = "_front")
    {
        DrawListFile.Write(new DrawOrder("lot", names, Size, 8, 7, null), List);
        var drawn = Draws.Read(List).Lots[0].Items;
        foreach (var (item, number) in drawn.Select((item, number) => (item, number)))
        {
            _shipment.Put($"lot/{item}{view}.jpg", Photos.Good(number));
        }

        return drawn;
    }

    private LotJudgement Inspect(long? size = Size) => Shipment.LotOf(_shipment.Inspect(agreement: Agreed(size)), "lot");

    private static Agreement Agreed(long? size) => new() { Lots = new Dictionary<string, AgreedLot> { ["lot"] = new(size) } };

    private static string Wanted(LotJudgement lot) => lot.Sample.Wanted.Count == 0 ? "nothing" : lot.Sample.Wanted[0].ToString(CultureInfo.InvariantCulture);
}
