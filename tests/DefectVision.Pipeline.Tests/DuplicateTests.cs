using DefectVision.Fixtures;
using DefectVision.Inspection;

namespace DefectVision.Pipeline.Tests;

/// <summary>Rules: of photos with the same bytes the first by path counts; an item exists when a photo of it was found or it is named; while no photo of it can be read, or none but another item's, nothing is known of it.</summary>
public sealed class DuplicateTests : IDisposable
{
    private readonly Shipment _shipment = new();

    public void Dispose() => _shipment.Dispose();

    [Theory]
    [InlineData("a/001_back.jpg", "a/002_front.jpg")]
    [InlineData("a/001_back.jpg", "b/001_front.jpg")]
    public void Of_photos_with_the_same_bytes_the_first_by_path_counts(string first, string second)
    {
        _shipment.Put(second, Photos.Good(1));
        _shipment.Put(first, Photos.Good(1));
        var record = _shipment.Inspect();
        Assert.Equal([PhotoOutcome.Scored, PhotoOutcome.Duplicate], record.Files.Select(file => file.Outcome));
        Assert.Equal(first, record.Files[1].SameAs);
        Assert.Contains(first, record.Files[1].Reason, StringComparison.Ordinal);
        Assert.Null(record.Files[1].Finding);
    }

    [Fact]
    public void A_third_copy_repeats_the_first_and_not_the_second()
    {
        foreach (var name in new[] { "a/1_x.jpg", "a/2_x.jpg", "a/3_x.jpg" })
        {
            _shipment.Put(name, Photos.Good(1));
        }

        Assert.Equal([null, "a/1_x.jpg", "a/1_x.jpg"], _shipment.Inspect().Files.Select(file => file.SameAs));
    }

    [Fact]
    public void Copies_that_cannot_be_read_are_no_duplicates()
    {
        _shipment.Put("a/1_x.jpg", "not a photo");
        _shipment.Put("a/2_x.jpg", "not a photo");
        _shipment.Put("a/3_x.jpg", Photos.Truncated(1));
        _shipment.Put("a/4_x.jpg", Photos.Truncated(1));
        Assert.Equal(
            [PhotoOutcome.Unreadable, PhotoOutcome.Unreadable, PhotoOutcome.Truncated, PhotoOutcome.Truncated],
            _shipment.Inspect().Files.Select(file => file.Outcome));
    }

    [Fact]
    public void An_item_with_nothing_but_a_duplicate_stays_and_is_undecided()
    {
        _shipment.Put("a/1_x.jpg", Photos.Stain(1));
        _shipment.Put("a/2_x.jpg", Photos.Stain(1));
        var lot = Shipment.LotOf(_shipment.Inspect(), "a");
        Assert.Equal([("1", ItemStanding.Flagged), ("2", ItemStanding.Incomplete)], lot.Lot.Items.Select(item => (item.Name, item.Standing)));
        Assert.Equal((2L, 1L, 1L), (lot.Tally.Items, lot.Tally.Flagged, lot.Tally.Undecided));
    }

    // Statistics page, 1.5: what could not be settled is good in lower bounds and defective in upper ones.
    [Theory]
    [InlineData("", 0, 2)]
    [InlineData("2", 0, 2)]
    [InlineData("1", 1, 2)]
    [InlineData("1 2", 2, 2)]
    public void The_second_item_of_a_pair_counts_as_good_in_lower_bounds_until_persons_answered_for_both(string answered, int atLeast, int atMost)
    {
        _shipment.Put("a/1_x.jpg", Photos.Stain(1));
        _shipment.Put("a/2_x.jpg", Photos.Stain(1));
        _shipment.Put("a/2_y.jpg", Photos.Stain(2));
        _shipment.Put("a/3_x.jpg", Photos.Good(3));
        var answers = answered.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(item => $"{item},yes,Li,2026-11-24T09:00:00Z\n");
        _shipment.Put("confirmed.csv", "item,confirmed,reader,time\n3,no,Li,2026-11-24T09:00:00Z\n" + string.Concat(answers));
        var lot = Shipment.LotOf(_shipment.Inspect(), "a");
        Assert.Equal(answered != "1 2", lot.Lot.Items[1].IsSuspectedDuplicate);
        Assert.Equal((atLeast, atMost), (lot.Tally.BySeverity[Severity.Major].AtLeast, lot.Tally.BySeverity[Severity.Major].AtMost));
        Assert.Equal(atLeast, lot.Claim!.AtLeast!.Found.Count);
    }

    [Fact]
    public void A_flag_of_the_second_item_of_a_pair_is_no_lower_bound_either()
    {
        _shipment.Put("a/1_x.jpg", Photos.Stain(1));
        _shipment.Put("a/2_x.jpg", Photos.Stain(1));
        _shipment.Put("a/2_y.jpg", Photos.Stain(2));
        var tally = Shipment.LotOf(_shipment.Inspect(), "a").Tally;
        Assert.Equal((2L, 1L, 1L), (tally.Items, tally.Flagged, tally.Undecided));
        Assert.Equal((0L, 2L), (tally.BySeverity[Severity.Major].AtLeast, tally.BySeverity[Severity.Major].AtMost));
    }

    // Statistics page, 1.5: n stays, or a damaged photo would make a lot look better or worse.
    [Fact]
    public void An_item_of_which_no_photo_can_be_read_stays_and_is_undecided()
    {
        _shipment.Put("a/1_x.jpg", Photos.Good(1));
        _shipment.Put("a/2_x.jpg", "not a photo");
        _shipment.Put("a/3_x.jpg", Photos.Truncated(3));
        var lot = Shipment.LotOf(_shipment.Inspect(), "a");
        Assert.Equal(
            [("1", ItemStanding.Clear), ("2", ItemStanding.Incomplete), ("3", ItemStanding.Incomplete)],
            lot.Lot.Items.Select(item => (item.Name, item.Standing)));
        Assert.Equal((3L, 1L, 2L), (lot.Tally.Items, lot.Tally.Photographed, lot.Tally.Undecided));
    }

    [Fact]
    public void An_item_with_one_readable_photo_counts_by_it()
    {
        _shipment.Put("a/1_x.jpg", Photos.Good(1));
        _shipment.Put("a/1_y.jpg", Photos.Truncated(1));
        _shipment.Put("a/2_x.jpg", Photos.Stain(2));
        _shipment.Put("a/2_y.jpg", Photos.Truncated(2));
        Assert.Equal([ItemStanding.Clear, ItemStanding.Flagged], Shipment.LotOf(_shipment.Inspect(), "a").Lot.Items.Select(item => item.Standing));
    }

    [Fact]
    public void An_item_that_the_manifest_names_exists_though_its_photo_is_lost()
    {
        _shipment.Put("a/1.jpg", Photos.Good(1));
        _shipment.Put("a/2.jpg", Photos.Good(1));
        _shipment.Put("photos.csv", "path,lot,item\na/1.jpg,A,one\na/2.jpg,A,two\na/3.jpg,A,three\n");
        var record = _shipment.Inspect();
        Assert.Equal(
            [("one", ItemStanding.Clear), ("three", ItemStanding.Incomplete), ("two", ItemStanding.Incomplete)],
            Shipment.LotOf(record, "A").Lot.Items.Select(item => (item.Name, item.Standing)));
        Assert.Equal(["a/3.jpg"], record.MissingPhotos);
    }

    [Fact]
    public void A_lot_of_copies_of_another_lot_is_held_and_not_forgotten()
    {
        _shipment.Put("a/1_x.jpg", Photos.Good(1));
        _shipment.Put("b/1_x.jpg", Photos.Good(1));
        Assert.Equal(Verdict.Hold, Shipment.LotOf(_shipment.Inspect(), "b").Verdict);
    }

    [Fact]
    public void A_lot_that_the_agreement_names_and_nobody_photographed_is_held()
    {
        _shipment.Put("a/1_x.jpg", Photos.Good(1));
        var agreement = new Inspection.Agreements.Agreement
        {
            Lots = new Dictionary<string, Inspection.Agreements.AgreedLot> { ["a"] = new(10), ["z"] = new(10) },
        };
        Assert.Equal(Verdict.Hold, Shipment.LotOf(_shipment.Inspect(agreement: agreement), "z").Verdict);
    }
}
