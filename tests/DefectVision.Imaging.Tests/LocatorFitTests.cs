using DefectVision.Imaging.Locating;

namespace DefectVision.Imaging.Tests;

/// <summary>Rule: a product is looked for only where it can be told from an even ground in every good photo, and is much of one size.</summary>
public sealed class LocatorFitTests
{
    // Between half and the whole of the limit, on the ground of this test.
    private const int FaintShade = 171;

    [Fact]
    public void A_product_before_an_even_ground_is_found_wherever_it_lies()
    {
        var locator = LocatorFit.Fit([.. Enumerable.Range(0, 12).Select(number => Photo(number, 40 + (2 * number), 30, 60, 40))])!;
        var (window, found) = locator.Look(Photo(99, 20, 10, 60, 40), 1.5);
        Assert.True(found);
        Assert.Equal(50 / 160.0, window.Left + (window.Width / 2), 1);
        Assert.Equal(30 / 100.0, window.Top + (window.Height / 2), 1);
        Assert.InRange(window.Width, 60 / 160.0, 80 / 160.0);
    }

    [Fact]
    public void Photos_that_the_goods_fill_are_taken_whole() =>
        Assert.Null(LocatorFit.Fit([.. Enumerable.Range(0, 12).Select(number => Photo(number, 0, 0, 160, 100))]));

    [Fact]
    public void Photos_without_anything_before_the_ground_are_taken_whole() =>
        Assert.Null(LocatorFit.Fit([.. Enumerable.Range(0, 12).Select(number => Photo(number, 0, 0, 0, 0))]));

    [Fact]
    public void Products_of_unlike_sizes_are_not_cut_out() =>
        Assert.Null(LocatorFit.Fit([.. Enumerable.Range(0, 12).Select(number => Photo(number, 40, 30, number % 2 == 0 ? 20 : 60, 30))]));

    [Fact]
    public void A_product_that_leaves_the_photo_is_not_cut_out() =>
        Assert.Null(LocatorFit.Fit([.. Enumerable.Range(0, 12).Select(number => Photo(number, 0, 30, 60, 40))]));

    // Of 16,000 px: 66 x 70 is 0.289 of the photo, 70 x 72 is 0.315.
    [Theory]
    [InlineData(66, 70, true)]
    [InlineData(70, 72, false)]
    public void A_product_of_more_than_three_tenths_of_the_photo_is_seen_well_enough_as_it_is(int width, int height, bool isCutOut) =>
        Assert.Equal(isCutOut, LocatorFit.Fit([.. Enumerable.Range(0, 12).Select(number => Photo(number, 40, 14, width, height))]) is not null);

    // A tail that is hardly darker than the ground: it belongs to the product, or the product is not cut out at all.
    [Theory]
    [InlineData(0, Locator.UsualMargin, Locator.UsualMargin)]
    [InlineData(8, 0.1, 0.15)]
    [InlineData(40, null, null)]
    public void No_part_of_a_good_product_is_cut_off_though_it_be_hardly_told_from_the_ground(int tail, double? least, double? most)
    {
        var locator = LocatorFit.Fit([.. Enumerable.Range(0, 12).Select(number => Photo(number, 40, 30, 60, 40, tail))]);
        Assert.Equal(least is null, locator is null);
        if (locator is not null)
        {
            Assert.InRange(locator.Margin, least!.Value, most!.Value);
            var window = locator.Look(Photo(99, 40, 30, 60, 40, tail), 1.5).Window;
            Assert.True(window.Left <= 40 / 160.0 && window.Left + window.Width >= (100 + tail) / 160.0, $"{window} cuts the tail off");
        }
    }

    private static RgbImage Photo(int number, int left, int top, int width, int height, int tail = 0)
    {
        var picture = new RgbImage(160, 100);
        var state = (uint)((number * 2654435761L) + 12345);
        for (var at = 0; at < picture.Bytes.Length; at++)
        {
            state = (state * 1664525) + 1013904223;
            int x = at / 3 % 160, y = at / 480;
            var isProduct = x >= left && x < left + width && y >= top && y < top + height;
            var isTail = x >= left + width && x < left + width + tail && y >= top && y < top + height;
            picture.Bytes[at] = (byte)((isProduct ? 60 : isTail ? FaintShade : 180) + (state >> 28));
        }

        return picture;
    }
}
