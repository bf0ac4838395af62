using DefectVision.Imaging;
using DefectVision.Training.Labels;
using DefectVision.Training.Locating;
using DefectVision.Training.Tests.Labels;

namespace DefectVision.Training.Tests.Locating;

/// <summary>Rule: what is cut out holds the defects. A part of goods that fill the photo, such as the buttons of a garment, is not the product.</summary>
public sealed class ProductPlaceTests : IDisposable
{
    private readonly LabelledFolder _set = new();

    public void Dispose() => _set.Dispose();

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(4, false)]
    public void The_whole_photo_is_looked_at_where_more_than_a_quarter_of_the_defects_lie_outside_what_was_found(int outside, bool isCutOut)
    {
        for (var number = 0; number < 12; number++)
        {
            _set.Put(FormattableString.Invariant($"good/{number:00}.jpg"), Photo(number, spot: null));
        }

        for (var number = 0; number < 4; number++)
        {
            _set.Put(FormattableString.Invariant($"hole/{number:00}.jpg"), Photo(100 + number, spot: number < outside ? (130, 80) : (35, 30)));
        }

        Assert.Equal(isCutOut, ProductPlace.Of(_set.Read(LabelLayout.Folders), null, CancellationToken.None) is not null);
    }

    [Fact]
    public void Good_photos_alone_say_nothing_against_what_was_found()
    {
        for (var number = 0; number < 12; number++)
        {
            _set.Put(FormattableString.Invariant($"good/{number:00}.jpg"), Photo(number, spot: null));
        }

        Assert.NotNull(ProductPlace.Of(_set.Read(LabelLayout.Folders), null, CancellationToken.None));
    }

    // Bright ground, 160 x 100 px, a dark piece of 30 x 30 px at the upper left; the spot is darker still.
    private static byte[] Photo(int number, (int X, int Y)? spot)
    {
        var picture = new RgbImage(160, 100);
        var state = (uint)((number * 2654435761L) + 12345);
        for (var at = 0; at < picture.Bytes.Length; at++)
        {
            state = (state * 1664525) + 1013904223;
            int x = at / 3 % 160, y = at / 480;
            var isPiece = x is >= 20 and < 50 && y is >= 20 and < 50;
            var isSpot = spot is var (across, down) && ((x - across) * (x - across)) + ((y - down) * (y - down)) < 80;
            picture.Bytes[at] = (byte)((isSpot ? 10 : isPiece ? 60 : 180) + (state >> 28));
        }

        return picture.ToJpeg(95);
    }
}
