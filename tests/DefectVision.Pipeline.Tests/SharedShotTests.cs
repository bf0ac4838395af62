using DefectVision.Fixtures;
using DefectVision.Inspection;

namespace DefectVision.Pipeline.Tests;

/// <summary>
/// Rules: two items that share a shot, however it was altered, may be one; the second counts as good and the lot has no class G until a person says that they are different.
/// A messenger's copy of a photo is the same shot where nothing says that it shows another item.
/// </summary>
public sealed class SharedShotTests : IDisposable
{
    private const string Answers = "item,confirmed,reader,time\n";

    private readonly Shipment _shipment = new();

    public void Dispose() => _shipment.Dispose();

    [Theory]
    [InlineData("", true)]
    [InlineData("1,yes,Li,2026-11-24T09:00:00Z\n2,yes,Li,2026-11-24T09:00:00Z\n", true)]
    [InlineData("2,different,Li,2026-11-24T09:00:00Z\n", false)]
    [InlineData("1,不同,Li,2026-11-24T09:00:00Z\n", false)]
    [InlineData("3,different,Li,2026-11-24T09:00:00Z\n", true)]
    public void The_second_of_two_items_that_share_a_shot_is_suspected_until_a_person_says_different(string answers, bool isSuspected)
    {
        PutPieces(5);
        _shipment.Put("a/2_front.jpg", Scenes.Mirrored(Scenes.Piece(1)).ToJpeg(70));
        _shipment.Put("confirmed.csv", Answers + answers);
        var lot = Shipment.LotOf(_shipment.Inspect(), "a").Lot;
        var shot = Assert.Single(lot.SharedShots);
        Assert.Equal(("a/1_front.jpg", "a/2_front.jpg", !isSuspected), (shot.First.Path, shot.Second.Path, shot.IsSettled));
        Assert.Equal([false, isSuspected, false, false, false], lot.Items.Select(item => item.IsSuspectedDuplicate));
    }

    [Fact]
    public void A_different_answer_is_no_word_on_defects()
    {
        PutPieces(4);
        _shipment.Put("confirmed.csv", Answers + "2,different,Li,2026-11-24T09:00:00Z\n");
        var record = _shipment.Inspect();
        Assert.Empty(record.Confirmed!.Readings);
        Assert.Equal("2", Assert.Single(record.Confirmed.Different).Item);
        Assert.Null(Shipment.LotOf(record, "a").Tally.Review);
    }

    [Fact]
    public void A_shot_shared_across_lots_is_told_in_both()
    {
        PutPieces(4);
        _shipment.Put("b/9_front.jpg", Scenes.Cropped(Scenes.Piece(3), 0.05).ToJpeg(85));
        var record = _shipment.Inspect();
        Assert.All(new[] { "a", "b" }, lot => Assert.Single(Shipment.LotOf(record, lot).Lot.SharedShots));
        Assert.All(new[] { "a", "b" }, lot => Assert.Contains(Shipment.LotOf(record, lot).Sample.Wanted, wanted => wanted.Format.Contains("show the same shot", StringComparison.Ordinal)));
        Assert.DoesNotContain(record.Lots.SelectMany(lot => lot.Lot.Items), item => item.IsSuspectedDuplicate && item.Name != "9");
    }

    [Fact]
    public void Two_views_of_one_item_may_share_a_shot_and_both_are_scored()
    {
        PutPieces(3);
        _shipment.Put("a/1_front2.jpg", Scenes.Half(Scenes.Piece(1)).ToJpeg(80));
        _shipment.Put("a/1_side.jpg", Scenes.Half(Scenes.Piece(1)).ToJpeg(75));
        var lot = Shipment.LotOf(_shipment.Inspect(), "a");
        Assert.Empty(lot.Lot.SharedShots);
        Assert.DoesNotContain(lot.Lot.Items, item => item.IsSuspectedDuplicate);
        Assert.Contains(lot.Remarks, remark => remark.Format.StartsWith("Photos that show the same shot of the same item twice", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("IMG-20261120-WA0003.jpg")]
    [InlineData("WhatsApp Image 2026-11-20 at 09.30.00.jpeg")]
    [InlineData("mmexport1700000000000.jpg")]
    public void A_messengers_copy_of_a_photo_is_its_attachment_and_no_item(string name)
    {
        for (var number = 1; number <= 4; number++)
        {
            _shipment.Put(FormattableString.Invariant($"a/IMG_400{number}.jpg"), Scenes.Piece(number).ToJpeg(90));
        }

        _shipment.Put("a/" + name, Scenes.Half(Scenes.Piece(2)).ToJpeg(60));
        var record = _shipment.Inspect();
        var copy = record.Files.Single(file => file.Path == "a/" + name);
        Assert.Equal((PhotoOutcome.Attachment, "the same shot as IMG_4002.jpg, which counts"), (copy.Outcome, copy.Reason));
        Assert.Equal(4, Shipment.LotOf(record, "a").Tally.Items);
        Assert.Empty(Shipment.LotOf(record, "a").Lot.SharedShots);
    }

    [Fact]
    public void Resumed_with_any_number_of_workers_the_same_shots_are_found()
    {
        PutPieces(12);
        _shipment.Put("a/7_front.jpg", Scenes.Turned(Scenes.Piece(2), 2).ToJpeg(85));
        var first = Shots(_shipment.Inspect(workers: 1));
        Assert.Equal(["a/2_front.jpg a/7_front.jpg"], first);
        Assert.Equal(first, Shots(_shipment.Inspect(workers: 4)));
        Assert.Equal(first, Shots(_shipment.InspectWithoutModel("other")));
    }

    [Fact]
    public void Photos_that_show_less_than_the_others_of_their_view_are_marked()
    {
        PutPieces(10);
        _shipment.Put("a/2_front.jpg", Scenes.Blurred(Scenes.Piece(2), 4).ToJpeg(90));
        _shipment.Put("a/4_front.jpg", Scenes.Dark(Scenes.Piece(4)).ToJpeg(90));
        _shipment.Put("a/6_front.jpg", Scenes.Burnt(Scenes.Piece(6)).ToJpeg(90));
        _shipment.Put("a/8_front.jpg", Scenes.Half(Scenes.Half(Scenes.Piece(8))).ToJpeg(95));
        var marks = _shipment.InspectWithoutModel().Files.Where(file => file.Marks != PhotoMarks.None).ToDictionary(file => file.Path, file => file.Marks);
        Assert.Equal(["a/2_front.jpg", "a/4_front.jpg", "a/6_front.jpg", "a/8_front.jpg"], marks.Keys.Order());
        Assert.True(marks["a/2_front.jpg"].HasFlag(PhotoMarks.Blurred) && marks["a/4_front.jpg"].HasFlag(PhotoMarks.Dark)
            && marks["a/6_front.jpg"].HasFlag(PhotoMarks.Overexposed) && marks["a/8_front.jpg"].HasFlag(PhotoMarks.Small));
    }

    private static string[] Shots(InspectionRecord record) => [.. record.Lots.SelectMany(lot => lot.Lot.SharedShots).Select(shot => $"{shot.First.Path} {shot.Second.Path}")];

    private void PutPieces(int count)
    {
        for (var number = 1; number <= count; number++)
        {
            _shipment.Put(FormattableString.Invariant($"a/{number}_front.jpg"), Scenes.Piece(number).ToJpeg(90));
        }
    }
}
