using DefectVision.Fixtures;
using DefectVision.Imaging.Likeness;

namespace DefectVision.Imaging.Tests.Likeness;

/// <summary>Rules: a copy of a photo is known whatever was done to it on the way; another piece of the same kind, seen by the same camera, is another photo.</summary>
public sealed class LikenessTests : IDisposable
{
    private const int Pieces = 40;

    private static readonly Lazy<LikenessSearch> OfAll = new(() =>
    {
        using var tests = new LikenessTests();
        return new LikenessSearch([.. Enumerable.Range(0, Pieces).Select(number => tests.Print(Scenes.Piece(number).ToJpeg(90)))]);
    });

    private readonly PhotoReader _reader = new(DecodeLimits.Default);

    public static TheoryData<string> Alterations => [.. Altered.Keys];

    private static IReadOnlyDictionary<string, Func<RgbImage, byte[]>> Altered { get; } = new Dictionary<string, Func<RgbImage, byte[]>>
    {
        ["re-encoded"] = photo => photo.ToJpeg(50),
        ["half the size"] = photo => Scenes.Half(photo).ToJpeg(80),
        ["brighter"] = photo => Scenes.Brighter(photo).ToJpeg(85),
        ["mirrored"] = photo => Scenes.Mirrored(photo).ToJpeg(85),
        ["upside down"] = photo => Scenes.UpsideDown(photo).ToJpeg(85),
        ["on its side"] = photo => Scenes.OnItsSide(photo).ToJpeg(85),
        ["turned by 2 degrees"] = photo => Scenes.Turned(photo, 2).ToJpeg(85),
        ["turned by -2 degrees"] = photo => Scenes.Turned(photo, -2).ToJpeg(85),
        ["cropped by 5 %"] = photo => Scenes.Cropped(photo, 0.05).ToJpeg(85),
        ["mirrored, cropped and re-encoded"] = photo => Scenes.Cropped(Scenes.Mirrored(photo), 0.04).ToJpeg(60),
        ["with a byte added"] = photo => [.. photo.ToJpeg(90), 0],
    };

    public void Dispose() => _reader.Dispose();

    [Theory]
    [MemberData(nameof(Alterations))]
    public void An_altered_copy_is_found_among_goods_of_its_kind(string alteration)
    {
        for (var number = 0; number < Pieces; number += 6)
        {
            Assert.Equal([number], OfAll.Value.Alike(Print(Altered[alteration](Scenes.Piece(number)))!));
        }
    }

    [Fact]
    public void Pieces_of_one_kind_are_different_photos()
    {
        Assert.All(Enumerable.Range(0, Pieces), number => Assert.Empty(OfAll.Value.Before(number)));
    }

    [Fact]
    public void Only_photos_before_one_are_told()
    {
        var search = new LikenessSearch([Print(Scenes.Piece(1).ToJpeg(90)), Print(Scenes.Piece(2).ToJpeg(90)), Print(Scenes.Mirrored(Scenes.Piece(1)).ToJpeg(80))]);
        Assert.Equal([[], [], [0]], new[] { search.Before(0), search.Before(1), search.Before(2) });
    }

    /// <summary>A file whose picture is that of another, under other bytes, stands in for it: both are found, and what is found for one is found for the other.</summary>
    [Fact]
    public void Prints_of_the_same_bytes_are_one_shot_however_many_there_are()
    {
        var (one, other, copy) = (Print(Scenes.Piece(1).ToJpeg(90)), Print(Scenes.Piece(2).ToJpeg(90)), Print(Scenes.Piece(1).ToJpeg(60)));
        var search = new LikenessSearch([one, other, Fingerprint.From(one!.Bytes.ToArray()), copy, .. Enumerable.Range(0, 40).Select(_ => Fingerprint.From(one.Bytes.ToArray())), copy]);
        Assert.Equal(new[] { 0 }, search.Before(2));
        Assert.Equal(new[] { 0, 2 }, search.Before(3));
        Assert.Equal(new[] { 0, 2, 3, 4, 5 }, search.Before(43));
        Assert.Equal(new[] { 0, 2, 3, 4, 5 }, search.Before(44));
        Assert.Equal(new[] { 1 }, search.Alike(other!));
    }

    [Fact]
    public void A_negative_is_not_the_photo()
    {
        var search = new LikenessSearch([Print(Scenes.Piece(1).ToJpeg(90))]);
        Assert.Empty(search.Alike(Print(Scenes.Negative(Scenes.Piece(1)).ToJpeg(90))!));
    }

    // Two even areas agree in nothing that could be compared.
    [Fact]
    public void An_even_area_has_no_print_and_is_like_nothing()
    {
        var grey = new RgbImage(64, 64);
        Array.Fill(grey.Bytes, (byte)128);
        Assert.Null(Print(grey.ToJpeg(90)));
        var search = new LikenessSearch([null, Print(Scenes.Piece(1).ToJpeg(90)), null]);
        Assert.All(Enumerable.Range(0, 3), photo => Assert.Empty(search.Before(photo)));
    }

    [Fact]
    public void A_print_is_read_back_as_it_was_kept()
    {
        var print = Print(Scenes.Piece(3).ToJpeg(90))!;
        Assert.Equal(print.Bytes.ToArray(), Fingerprint.From(print.Bytes.ToArray())!.Bytes.ToArray());
        Assert.Null(Fingerprint.From([]));
        Assert.Null(Fingerprint.From(null));
        Assert.Null(Fingerprint.From(print.Bytes[1..].ToArray()));
    }

    [Fact]
    public void Blur_darkness_and_white_are_measured()
    {
        var sharp = Clarity(Scenes.Piece(5));
        Assert.True(Clarity(Scenes.Blurred(Scenes.Piece(5), 4)).Sharpness < 0.3 * sharp.Sharpness);
        Assert.True(Clarity(Scenes.Dark(Scenes.Piece(5))).Brightness < 0.3 * sharp.Brightness);
        Assert.True(Clarity(Scenes.Burnt(Scenes.Piece(5))).Burnt > 0.3 + sharp.Burnt);
    }

    private Fingerprint? Print(byte[] file)
    {
        Assert.IsType<PhotoReading.Readable>(_reader.ReadPicture(file, 400).Reading);
        return _reader.Look().Print;
    }

    private Clarity Clarity(RgbImage photo)
    {
        _ = _reader.ReadPicture(photo.ToJpeg(90), 400);
        return _reader.Look().Clarity;
    }
}
