using DefectVision.Imaging.Locating;

namespace DefectVision.Imaging.Tests;

/// <summary>Rule: a product is looked for only where it can be told from an even ground in every good photo, and is much of one size.</summary>
public sealed class LocatorFitTests
{
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

    private static RgbImage Photo(int number, int left, int top, int width, int height)
    {
        var picture = new RgbImage(160, 100);
        var state = (uint)((number * 2654435761L) + 12345);
        for (var at = 0; at < picture.Bytes.Length; at++)
        {
            state = (state * 1664525) + 1013904223;
            int x = at / 3 % 160, y = at / 480;
            var isProduct = x >= left && x < left + width && y >= top && y < top + height;
            picture.Bytes[at] = (byte)((isProduct ? 60 : 180) + (state >> 28));
        }

        return picture;
    }
}
