using DefectVision.Imaging.Keeping;

namespace DefectVision.Imaging.Tests;

/// <summary>Rules: a kept picture is small, is found by the photo's digest, and is there whole or not at all.</summary>
public sealed class KeepingTests : IDisposable
{
    private static readonly string Photo = new('a', 64);
    private static readonly byte[] Jpeg = new RgbImage(8, 8).ToJpeg(76);
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("keeping");
    private readonly PictureStore _store;

    public KeepingTests() => _store = new PictureStore(_root.FullName);

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public void What_is_kept_is_found_under_its_own_photo_and_kind()
    {
        _store.Keep(Photo, PictureKind.Thumbnail, Jpeg);
        Assert.Equal(Jpeg, _store.Find(Photo, PictureKind.Thumbnail));
        Assert.True(_store.Holds(Photo, PictureKind.Thumbnail));
        Assert.Null(_store.Find(Photo, PictureKind.HeatMap));
        Assert.False(_store.Holds(new string('b', 64), PictureKind.Thumbnail));
        Assert.Equal(["pictures/aa/" + Photo + ".thumb.jpg"], Files());
    }

    [Fact]
    public void A_picture_kept_again_takes_the_place_of_the_first()
    {
        var other = new RgbImage(16, 8).ToJpeg(76);
        _store.Keep(Photo, PictureKind.CloseUp, Jpeg);
        _store.Keep(Photo, PictureKind.CloseUp, other);
        Assert.Equal(other, _store.Find(Photo, PictureKind.CloseUp));
    }

    // ISO/IEC 10918-1, B.1.1.3: a JPEG begins with SOI (FFD8) and ends with EOI (FFD9).
    [Fact]
    public void A_file_that_is_cut_empty_or_zeros_is_no_picture()
    {
        _store.Keep(Photo, PictureKind.HeatMap, Jpeg);
        var path = Path.Combine(_root.FullName, Files().Single());
        foreach (var torn in (byte[][])[[], [0xFF, 0xD8], Jpeg[..^1], Jpeg[1..], new byte[Jpeg.Length]])
        {
            File.WriteAllBytes(path, torn);
            Assert.False(_store.Holds(Photo, PictureKind.HeatMap));
            Assert.Null(_store.Find(Photo, PictureKind.HeatMap));
        }
    }

    /// <summary>A report shows what was kept for its photo, or nothing: no picture of another, no changed one, none put in from elsewhere.</summary>
    [Fact]
    public void A_picture_that_was_renamed_changed_or_put_in_is_none()
    {
        var other = new string('b', 64);
        _store.Keep(Photo, PictureKind.Thumbnail, Jpeg);
        _store.Keep(other, PictureKind.Thumbnail, new RgbImage(16, 8).ToJpeg(76));
        string At(string photo, string kind) => Path.Combine(_root.FullName, "pictures", photo[..2], $"{photo}.{kind}.jpg");
        var kept = File.ReadAllBytes(At(Photo, "thumb"));

        File.Copy(At(other, "thumb"), At(Photo, "thumb"), overwrite: true);
        Assert.Null(_store.Find(Photo, PictureKind.Thumbnail));
        File.WriteAllBytes(At(Photo, "heat"), kept);
        Assert.Null(_store.Find(Photo, PictureKind.HeatMap));
        File.WriteAllBytes(At(Photo, "thumb"), Jpeg);
        Assert.Null(_store.Find(Photo, PictureKind.Thumbnail));
        for (var at = 2; at < kept.Length - 2; at += 7)
        {
            var changed = (byte[])kept.Clone();
            changed[at] ^= 1;
            File.WriteAllBytes(At(Photo, "thumb"), changed);
            Assert.Null(_store.Find(Photo, PictureKind.Thumbnail));
        }

        File.WriteAllBytes(At(Photo, "thumb"), kept);
        Assert.Equal(Jpeg, _store.Find(Photo, PictureKind.Thumbnail));
    }

    [Fact]
    public void What_is_kept_is_still_a_JPEG_for_other_programs()
    {
        _store.Keep(Photo, PictureKind.Thumbnail, new RgbImage(64, 64).ToJpeg(76));
        using var reader = new PhotoReader(DecodeLimits.Default);
        Assert.IsType<PhotoReading.Readable>(reader.ReadPicture(File.ReadAllBytes(Path.Combine(_root.FullName, Files().Single())), 64).Reading);
    }

    [Theory]
    [InlineData("../../../../etc/passwd")]
    [InlineData("")]
    [InlineData("AAAA567890123456789012345678901234567890123456789012345678901234")]
    [InlineData("aaaa56789012345678901234567890123456789012345678901234567890123\n")]
    public void A_name_that_is_no_digest_is_refused(string name) => Assert.Throws<ArgumentException>(() => _store.Find(name, PictureKind.Thumbnail));

    [Fact]
    public void What_is_not_named_goes_and_files_of_others_stay()
    {
        var gone = new string('b', 64);
        _store.Keep(Photo, PictureKind.Thumbnail, Jpeg);
        _store.Keep(Photo, PictureKind.HeatMap, Jpeg);
        _store.Keep(gone, PictureKind.Thumbnail, Jpeg);
        var kept = $"pictures/aa/{Photo}.thumb.jpg";
        File.WriteAllText(Path.Combine(_root.FullName, kept + ".part"), "torn");
        File.WriteAllText(Path.Combine(_root.FullName, "pictures/aa/mine.jpg"), "mine");
        _store.KeepOnly([(Photo, PictureKind.Thumbnail)]);
        Assert.Equal([kept, "pictures/aa/mine.jpg"], Files());
        Assert.False(Directory.Exists(Path.Combine(_root.FullName, "pictures/bb")));
    }

    [Fact]
    public void When_nothing_is_kept_nothing_is_left()
    {
        _store.KeepOnly([]);
        _store.Keep(Photo, PictureKind.Thumbnail, Jpeg);
        _store.KeepOnly([]);
        Assert.Empty(_root.EnumerateFileSystemInfos());
    }

    [Fact]
    public void A_small_picture_keeps_to_its_bytes_even_of_noise_and_to_its_side()
    {
        var noise = new RgbImage(SmallPicture.LongSide, SmallPicture.LongSide);
        uint state = 12345;
        for (var at = 0; at < noise.Bytes.Length; at++)
        {
            state = (state * 1664525) + 1013904223;
            noise.Bytes[at] = (byte)(state >> 24);
        }

        Assert.True(noise.ToJpeg(76).Length > SmallPicture.MostBytes);
        Assert.InRange(SmallPicture.ToJpeg(noise).Length, 1, SmallPicture.MostBytes);
        Assert.Throws<ArgumentOutOfRangeException>(() => SmallPicture.ToJpeg(new RgbImage(SmallPicture.LargeSide + 1, 8)));
    }

    private IEnumerable<string> Files() => _root.EnumerateFiles("*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(_root.FullName, file.FullName).Replace('\\', '/')).Order(StringComparer.Ordinal);
}
