using DefectVision.Pipeline.Intake;

namespace DefectVision.Pipeline.Tests.Intake;

/// <summary>Rule: the text before the last '_' is the item and the rest the view; names that a camera counts or dates hold no item.</summary>
public sealed class ItemNameTests
{
    [Theory]
    [InlineData("001_front", "001", "front")]
    [InlineData("a_b_c", "a_b", "c")]
    [InlineData("件号7_正面", "件号7", "正面")]
    [InlineData("shirt 12_back label", "shirt 12", "back label")]
    [InlineData("IMG_0001_front", "IMG_0001", "front")]
    [InlineData("item_0001", "item", "0001")]
    [InlineData("IMGX_0001", "IMGX", "0001")]
    public void What_stands_before_the_last_underscore_is_the_item(string stem, string item, string view) =>
        Assert.Equal((item, view), ItemName.Read(stem));

    [Theory]
    [InlineData("IMG_0001")]
    [InlineData("img_0001")]
    [InlineData("DSC_4711")]
    [InlineData("_DSC_4711")]
    [InlineData("DSCF_0001")]
    [InlineData("Screenshot_12")]
    [InlineData("mmexport_1732435200000")]
    [InlineData("微信图片_20261124101530")]
    [InlineData("图片_3")]
    [InlineData("IMG_E0009")]
    [InlineData("IMG_0001 (1)")]
    [InlineData("photo_2026-11-24_10-15-30")]
    public void A_name_that_a_camera_or_a_phone_counts_holds_no_item(string stem) => Assert.Null(ItemName.Read(stem));

    [Theory]
    [InlineData("IMG_20261124_101530")]
    [InlineData("20261124_101530")]
    [InlineData("PXL_20261124_101530123")]
    [InlineData("VID_20261124_101530_1")]
    public void A_name_of_date_and_time_holds_no_item(string stem) => Assert.Null(ItemName.Read(stem));

    [Theory]
    [InlineData("front")]
    [InlineData("")]
    [InlineData("_front")]
    [InlineData("front_")]
    [InlineData("_")]
    public void Without_text_on_both_sides_of_an_underscore_there_is_no_item(string stem) => Assert.Null(ItemName.Read(stem));
}
