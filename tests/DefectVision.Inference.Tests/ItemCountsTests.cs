using DefectVision.Statistics;

namespace DefectVision.Inference.Tests;

/// <summary>Rule: the item is the trial; one defective or flagged photo makes it so, and where nothing tells items nothing is counted.</summary>
public sealed class ItemCountsTests
{
    [Fact]
    public void An_item_is_flagged_by_any_of_its_photos_and_counted_once() => Assert.Equal(
        new ItemCounts(new Tally(1, 2), new Tally(1, 2)) { FewestPhotos = 2 },
        ItemCounts.Of([("a", true, false), ("a", false, true), ("b", true, false), ("c", false, false), ("c", false, false), ("d", false, true), ("d", false, false)]));

    [Fact]
    public void Where_every_photo_is_an_item_nothing_is_counted_twice() => Assert.Null(ItemCounts.Of([("a", true, true), ("b", false, false)]));
}
