using DefectVision.Imaging.Withholding;

namespace DefectVision.Imaging.Tests.Withholding;

/// <summary>
/// Rules: a copy is made of what is known and wanted, so that a word planted anywhere beside the picture is in no byte of it, and the picture is that of the original;
/// where the word stands among the coded data of the picture, there is no copy.
/// </summary>
public sealed class PlantedTests : IDisposable
{
    private readonly PhotoReader _reader = new(DecodeLimits.Default);

    public static TheoryData<string> Copied => [.. Planted.Copied.Keys];

    public static TheoryData<string> Refused => [.. Planted.Refused.Keys];

    public void Dispose() => _reader.Dispose();

    [Theory]
    [MemberData(nameof(Copied))]
    public void A_planted_word_is_in_no_byte_of_the_copy(string place)
    {
        var photo = Planted.Copied[place]();
        Assert.True(Planted.Holds(photo));
        var pixels = _reader.PixelDigest(photo);
        Assert.NotNull(pixels);
        foreach (var kinds in (MetadataKinds[])[MetadataKinds.Gps, MetadataKinds.ExifSerial, MetadataKinds.Personal])
        {
            var copy = CleanPhoto.Of(photo, kinds, _reader);
            Assert.NotNull(copy);
            Assert.False(Planted.Holds(copy.Bytes));
            Assert.Equal(pixels, copy.PixelsSha256);
            Assert.Equal(pixels, _reader.PixelDigest(copy.Bytes));
            Assert.Equal(copy.Bytes, CleanPhoto.Of(copy.Bytes, kinds, _reader)!.Bytes);
        }
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void Where_nobody_can_tell_the_word_from_the_picture_there_is_no_copy(string place)
    {
        var photo = Planted.Refused[place]();
        Assert.True(Planted.Holds(photo));
        Assert.Null(CleanPhoto.Of(photo, MetadataKinds.Gps, _reader));
    }
}
