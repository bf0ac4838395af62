using DefectVision.Pipeline.Intake;

namespace DefectVision.Pipeline.Tests.Intake;

/// <summary>Rule: the text before the last '_' is the item and a word after it the view; what counts, dates or codes a photo names neither.</summary>
public sealed class ItemNameTests
{
    [Theory]
    [InlineData("001_front", "001", "front")]
    [InlineData("a_b_c", "a_b", "c")]
    [InlineData("件号7_正面", "件号7", "正面")]
    [InlineData("shirt 12_back label", "shirt 12", "back label")]
    [InlineData("IMG_0001_front", "IMG_0001", "front")]
    [InlineData("PO20261120-01_front", "PO20261120-01", "front")]
    [InlineData("6901234567892_side 2", "6901234567892", "side 2")]
    [InlineData("007_front (2)", "007", "front (2)")]
    [InlineData("007_photo-12", "007", "photo-12")]
    public void A_word_after_the_last_underscore_is_the_view_of_what_stands_before_it(string stem, string item, string view) =>
        Assert.Equal((item, view), ItemName.Read(stem));

    [Theory]
    [InlineData("IMG_0001")]
    [InlineData("item_0001")]
    [InlineData("001_1")]
    [InlineData("IMG_E0009")]
    [InlineData("IMG_0001 (1)")]
    [InlineData("微信图片_20261124101530")]
    [InlineData("photo_2026-11-24_10-15-30")]
    [InlineData("007_photo-123")]
    [InlineData("WhatsApp Image_1f3a9c1e")]
    [InlineData("item_a1b2")]
    public void A_number_a_date_a_time_or_a_code_is_no_view(string stem) => Assert.Null(ItemName.Read(stem));

    [Theory]
    [InlineData("IMG_20261124_101530_HDR")]
    [InlineData("20261124_101530_front")]
    [InlineData("PXL_20261124_101530123_MP")]
    [InlineData("WIN_20261124_10_15_30_Pro")]
    [InlineData("2026-11-24 at 10.15.30_front")]
    [InlineData("24-11-2026 10.15_front")]
    [InlineData("20261124_front")]
    public void A_time_names_no_item(string stem) => Assert.Null(ItemName.Read(stem));

    [Theory]
    [InlineData("front")]
    [InlineData("")]
    [InlineData("_front")]
    [InlineData("front_")]
    [InlineData("_")]
    public void Without_text_on_both_sides_of_an_underscore_there_is_no_item(string stem) => Assert.Null(ItemName.Read(stem));

    [Theory]
    [InlineData("front", "front 2", true)]
    [InlineData("photo-1", "photo-2", true)]
    [InlineData("front", "back", false)]
    public void Views_that_differ_by_a_number_have_one_word(string one, string other, bool alike) =>
        Assert.Equal(alike, ItemName.WordOf(one) == ItemName.WordOf(other));
}
