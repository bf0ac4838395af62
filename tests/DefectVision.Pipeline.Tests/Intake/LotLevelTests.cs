using DefectVision.Pipeline.Intake;

namespace DefectVision.Pipeline.Tests.Intake;

/// <summary>Rule: a lot is a folder of photos, PO/lot/… or lot/…, or the folder itself; what the agreement names wins over what names suggest.</summary>
public sealed class LotLevelTests
{
    [Fact]
    public void Photos_in_the_folder_itself_are_one_lot() => Assert.Equal(0, Level(["", "", ""]));

    [Fact]
    public void A_folder_without_photos_is_one_empty_lot() => Assert.Equal(0, Level([]));

    [Fact]
    public void Folders_of_photos_are_lots() => Assert.Equal(1, Level(["a", "a", "b"]));

    [Fact]
    public void A_stray_photo_above_the_folders_does_not_make_everything_one_lot() => Assert.Equal(1, Level(["", "a", "b"]));

    [Fact]
    public void A_stray_photo_above_folders_within_folders_does_not_stop_the_run() => Assert.Equal(1, Level(["", "a/b"]));

    [Theory]
    [InlineData("PO-4711")]
    [InlineData("po 4711")]
    [InlineData("P.O. 4711")]
    [InlineData("Purchase Order 12")]
    [InlineData("订单2026-11")]
    public void Below_a_folder_named_as_an_order_stand_the_lots(string order) =>
        Assert.Equal(2, Level([$"{order}/blue", $"{order}/red"]));

    [Theory]
    [InlineData("lot-1")]
    [InlineData("LOT 2")]
    [InlineData("Los 3")]
    [InlineData("批次4")]
    public void A_second_folder_named_as_a_lot_is_one_whatever_the_first_is_called(string lot) =>
        Assert.Equal(2, Level([$"anything/{lot}", $"anything/{lot}"]));

    [Theory]
    [InlineData("lot-1")]
    [InlineData("批次1")]
    public void Below_a_first_folder_named_as_a_lot_stand_items(string lot) => Assert.Equal(1, Level([$"{lot}/001", $"{lot}/002"]));

    [Fact]
    public void Names_that_begin_like_an_order_and_hold_no_number_are_no_orders() =>
        Assert.Equal(1, Level(["polo/001", "polo/002", "post/001"]));

    [Theory]
    [InlineData(8, 1)]
    [InlineData(9, 2)]
    public void Where_no_name_tells_folders_with_more_photos_than_an_item_has_are_lots(int photosEach, int level) =>
        Assert.Equal(level, Level([.. Enumerable.Repeat("x/one", photosEach), .. Enumerable.Repeat("x/two", photosEach)]));

    [Theory]
    [InlineData("PO-1", 1)]
    [InlineData("PO-1/blue", 2)]
    public void A_folder_that_the_agreement_names_is_a_lot_against_every_other_sign(string agreed, int level) =>
        Assert.Equal(level, LotLevel.Tell([["PO-1", "blue"], ["PO-1", "red"]], lot => lot == agreed).Level);

    [Fact]
    public void The_level_comes_with_the_way_it_was_told() =>
        Assert.Contains("agreement", FormattableString.Invariant(LotLevel.Tell([["a"]], lot => lot == "a").How), StringComparison.Ordinal);

    private static int Level(string[] folders) =>
        LotLevel.Tell([.. folders.Select(folder => folder.Split('/', StringSplitOptions.RemoveEmptyEntries))], _ => false).Level;
}
