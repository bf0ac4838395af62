using DefectVision.Fixtures;
using DefectVision.Imaging.Likeness;

namespace DefectVision.Imaging.Tests.Likeness;

/// <summary>Rule: among very many sketches an altered copy is still one of the few that are compared, whichever way the photo was laid.</summary>
public sealed class SketchTests : IDisposable
{
    private readonly PhotoReader _reader = new(DecodeLimits.Default);

    public void Dispose() => _reader.Dispose();

    // Pieces 0 to 35 stand behind more sketches than are compared, of other goods: theirs with the numbers in another order.
    [Fact]
    public void An_altered_copy_is_near_among_more_sketches_than_are_compared()
    {
        var pieces = Enumerable.Range(0, 36).Select(number => Sketch.Of(Print(Scenes.Piece(number)))).ToList();
        var others = Enumerable.Range(0, SketchSearch.MostCompared + 500).SelectMany(number => Other(pieces[number % pieces.Count], number)).ToArray();
        var search = new SketchSearch([.. others, .. pieces.SelectMany(sketch => sketch)]);
        foreach (var alter in new Func<RgbImage, RgbImage>[] { photo => photo, Scenes.Half, Scenes.Brighter, Scenes.Mirrored, Scenes.UpsideDown, Scenes.OnItsSide, photo => Scenes.Cropped(photo, 0.03) })
        {
            for (var number = 0; number < pieces.Count; number += 6)
            {
                Assert.Contains((others.Length / Sketch.Bytes) + number, search.Near(Print(alter(Scenes.Piece(number)))!, 24));
            }
        }
    }

    [Fact]
    public void The_nearest_come_first_and_an_even_area_is_near_nothing()
    {
        var search = new SketchSearch([.. Sketch.Of(null), .. Sketch.Of(Print(Scenes.Piece(2))), .. Sketch.Of(Print(Scenes.Piece(1)))]);
        Assert.Equal(2, search.Near(Print(Scenes.Piece(1))!, 3)[0]);
        Assert.DoesNotContain(0, search.Near(Print(Scenes.Piece(1))!, 3));
        Assert.Equal(new byte[Sketch.Bytes], Sketch.Of(null));
        Assert.Throws<ArgumentException>(() => new SketchSearch(new byte[Sketch.Bytes + 1]));
        Assert.Empty(new SketchSearch([]).Near(Print(Scenes.Piece(1))!, 3));
    }

    private static byte[] Other(byte[] sketch, int number) => [.. sketch[..1], .. Enumerable.Range(0, sketch.Length - 1).Select(at => sketch[1 + ((at + 1 + (number % 62)) % (sketch.Length - 1))])];

    private Fingerprint? Print(RgbImage photo)
    {
        Assert.IsType<PhotoReading.Readable>(_reader.ReadPicture(photo.ToJpeg(85), 400).Reading);
        return _reader.Look().Print;
    }
}
