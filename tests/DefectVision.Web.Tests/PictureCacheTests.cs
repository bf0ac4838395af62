using DefectVision.Web.Showing;

namespace DefectVision.Web.Tests;

/// <summary>Rules of the pictures that are kept: never more bytes than agreed, and those stay that were asked for last.</summary>
public sealed class PictureCacheTests
{
    [Fact]
    public void What_nobody_asked_for_longest_goes_first()
    {
        var cache = new PictureCache(30);
        cache.Keep("a", PhotoSize.Screen, Of(10));
        cache.Keep("b", PhotoSize.Screen, Of(10));
        cache.Keep("c", PhotoSize.Screen, Of(10));
        Assert.NotNull(cache.Find("a", PhotoSize.Screen));
        cache.Keep("d", PhotoSize.Screen, Of(10));
        Assert.Null(cache.Find("b", PhotoSize.Screen));
        Assert.NotNull(cache.Find("a", PhotoSize.Screen));
        Assert.NotNull(cache.Find("d", PhotoSize.Screen));
        Assert.Equal(30, cache.Bytes);
    }

    [Theory]
    [InlineData(30, true)]
    [InlineData(31, false)]
    public void A_picture_larger_than_all_is_not_kept(int bytes, bool isKept)
    {
        var cache = new PictureCache(30);
        cache.Keep("a", PhotoSize.Full, Of(bytes));
        Assert.Equal(isKept, cache.Find("a", PhotoSize.Full) is not null);
        Assert.Equal(isKept ? bytes : 0, cache.Bytes);
    }

    [Fact]
    public void Sizes_of_one_photo_are_apart()
    {
        var cache = new PictureCache(30);
        cache.Keep("a", PhotoSize.Small, Of(10));
        Assert.Null(cache.Find("a", PhotoSize.Screen));
    }

    [Fact]
    public void The_bytes_stay_within_the_limit_whatever_comes()
    {
        var cache = new PictureCache(1000);
        for (var number = 0; number < 500; number++)
        {
            cache.Keep($"{number % 90}", PhotoSize.Screen, Of(1 + (number * 37 % 400)));
            Assert.InRange(cache.Bytes, 1, 1000);
        }
    }

    private static ShownPhoto Of(int bytes) => new("image/jpeg", new byte[bytes]);
}
