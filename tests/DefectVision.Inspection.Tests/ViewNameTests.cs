namespace DefectVision.Inspection.Tests;

/// <summary>Rule: a name shows a view where it ends with the view's word, in the languages of the trade; a word before another one belongs to it.</summary>
public sealed class ViewNameTests
{
    [Theory]
    [InlineData("front", "front", true)]
    [InlineData("Front2", "front", true)]
    [InlineData("front (2)", "FRONT", true)]
    [InlineData("IMG_2041_front", "front", true)]
    [InlineData("正面", "front", true)]
    [InlineData("正面照", "front", true)]
    [InlineData("Ｆｒｏｎｔ", "front", true)]
    [InlineData("Rückseite", "back", true)]
    [InlineData("rear", "背面", true)]
    [InlineData("labels/017", "label", true)]
    [InlineData("care label", "label", true)]
    [InlineData("front label", "label", true)]
    [InlineData("front label", "front", false)]
    [InlineData("front detail", "front", false)]
    [InlineData("backpack", "back", false)]
    [InlineData("frontal", "front", true)]
    [InlineData("insole", "insole", true)]
    [InlineData("insoles", "insole", true)]
    [InlineData("", "front", false)]
    [InlineData("0001", "front", false)]
    public void A_view_is_shown_by_a_name_that_ends_with_its_word(string view, string wanted, bool isShown) => Assert.Equal(isShown, ViewName.Shows(view, wanted));

    // U+FFFE is no character (Unicode 16.0, section 23.7), and a file may be called by it: Unicode's normalization is refused there.
    [Fact]
    public void A_name_with_what_is_no_character_is_a_name_like_others() => Assert.True(ViewName.Shows("\uFFFE front", "front"));

    [Theory]
    [InlineData("label", true)]
    [InlineData("label2", true)]
    [InlineData("packaging", true)]
    [InlineData("scale", true)]
    [InlineData("hang tag", true)]
    [InlineData("外箱", true)]
    [InlineData("标签/017", true)]
    [InlineData("front", false)]
    [InlineData("overview", false)]
    [InlineData("label side", false)]
    [InlineData("", false)]
    public void Packing_labels_and_scales_are_context(string view, bool isContext) => Assert.Equal(isContext, ViewName.IsUsualContext(view));

    [Theory]
    [InlineData("carton_003", true)]
    [InlineData("外箱1", true)]
    [InlineData("label", true)]
    [InlineData("carton_front", false)]
    [InlineData("IMG_2041", false)]
    [InlineData("A1-label", false)]
    [InlineData("017_label", false)]
    [InlineData("", false)]
    public void A_name_of_nothing_but_context_shows_no_item(string name, bool isContext) => Assert.Equal(isContext, ViewName.IsNothingButContext(name));
}
