using System.Security.Cryptography;
using DefectVision.Fixtures;
using DefectVision.Imaging.Keeping;
using DefectVision.Inference;
using DefectVision.Inspection;
using DefectVision.Pipeline.Journalling;

namespace DefectVision.Pipeline.Tests;

/// <summary>
/// Rules: what is flagged is opened and decoded once, and its pictures are kept for the report; which pictures there are, and their bytes,
/// depend on the photos, the model and the answers of persons alone.
/// </summary>
public sealed class PicturesTests : IDisposable
{
    private readonly Shipment _shipment = Shipment.OfThirty();
    private readonly Model _mapping;

    public PicturesTests() => _mapping = _shipment.Mapping();

    public void Dispose()
    {
        _mapping.Dispose();
        _shipment.Dispose();
    }

    [Fact]
    public void A_flagged_photo_has_thumbnail_heat_map_and_close_up_and_another_view_of_its_item_a_thumbnail()
    {
        var record = _shipment.Inspect(with: _mapping);
        var expected = record.Files.Where(file => file.Finding?.Standing == Standing.Flagged)
            .SelectMany(file => new[] { "thumb", "heat", "close" }.Select(kind => NameOf(file.Sha256!, kind)))
            .Concat(Exhibited.Photos(record).Where(photo => photo.Outcome == PhotoOutcome.Scored).Select(photo => NameOf(photo.Sha256!, "thumb")))
            .Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.Contains(Exhibited.Photos(record), photo => photo.Finding?.Standing == Standing.Clear);
        Assert.Equal(expected, _shipment.Kept("out").Keys.Order(StringComparer.Ordinal));
        Assert.All(_shipment.Kept("out").Values, jpeg => Assert.InRange(jpeg.Length, 100, SmallPicture.MostLargeBytes));
    }

    [Fact]
    public void Without_a_heat_map_there_is_the_thumbnail_alone_and_nothing_of_a_photo_that_is_clear()
    {
        using var shipment = new Shipment();
        shipment.Put("lot/1.jpg", Photos.Stain(1));
        shipment.Put("lot/2.jpg", Photos.Good(2));
        Assert.Null(shipment.Inspect().Files[0].Finding!.Heat);
        Assert.Equal([NameOf(Sha256(Photos.Stain(1)), "thumb")], shipment.Kept("out").Keys);
    }

    // 0.5 grey is the tiny model's threshold; a plain ground survives JPEG.
    [Fact]
    public void A_photo_that_is_too_close_to_call_has_its_pictures_too()
    {
        using var shipment = new Shipment();
        var picture = new Imaging.RgbImage(48, 48);
        for (var at = 0; at < picture.Bytes.Length; at++)
        {
            picture.Bytes[at] = (byte)(at % 6 < 3 ? 127 : 128);
        }

        shipment.Put("lot/1.jpg", picture.ToJpeg(100));
        Assert.Equal(Standing.TooCloseToCall, shipment.Inspect(with: _mapping).Files[0].Finding!.Standing);
        Assert.Contains(shipment.Kept("out").Keys, name => name.EndsWith(".heat.jpg", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1, 4)]
    [InlineData(7, 2)]
    [InlineData(34, 1)]
    public void Their_bytes_are_the_same_with_any_number_of_workers_and_after_a_resume(int after, int workers)
    {
        _shipment.Inspect("whole", workers: 1, with: _mapping);
        _shipment.Inspect("many", workers: 4, with: _mapping);
        _shipment.InspectUntil(after, "broken", workers, _mapping);
        _shipment.Inspect("broken", workers, with: _mapping);
        AssertSame(_shipment.Kept("whole"), _shipment.Kept("many"));
        AssertSame(_shipment.Kept("whole"), _shipment.Kept("broken"));
    }

    [Fact]
    public void A_picture_that_is_missing_or_torn_is_made_again_and_nothing_else_changes()
    {
        var record = _shipment.Inspect(with: _mapping);
        var (outputs, kept) = (_shipment.Outputs(record, "out"), _shipment.Kept("out"));
        var names = kept.Keys.Order(StringComparer.Ordinal).ToList();
        File.Delete(PathOf(names[0]));
        File.WriteAllBytes(PathOf(names[1]), kept[names[1]][..^1]);
        File.WriteAllBytes(PathOf(names[2]), []);

        var again = _shipment.Outputs(_shipment.Inspect(with: _mapping), "out");

        AssertSame(kept, _shipment.Kept("out"));
        Assert.All(outputs, output => Assert.Equal(output.Value, again[output.Key]));
    }

    [Fact]
    public void When_all_pictures_are_there_a_later_run_scores_nothing_again()
    {
        _shipment.Inspect(with: _mapping);
        var journal = Scored();
        _shipment.Inspect(with: _mapping);
        Assert.NotEmpty(journal);
        Assert.Equal(journal, Scored());

        List<string> Scored() =>
            [.. File.ReadAllLines(_shipment.At($"out/{Journal.FileName}")).Where(line => line.Contains("\"scored\"", StringComparison.Ordinal))];
    }

    // The last file is journalled, the record not judged yet: what is opened afterwards is gone.
    [Fact]
    public void A_flagged_photo_is_not_opened_again_after_it_was_scored_and_for_one_that_is_gone_the_report_has_words()
    {
        var record = _shipment.Inspect(with: _mapping, progress: new AtTheEnd(() => Directory.Delete(_shipment.Folder, recursive: true)));
        var flagged = record.Files.Where(file => file.Finding?.Standing == Standing.Flagged).ToList();
        Assert.NotEmpty(flagged);
        Assert.Equal(
            flagged.SelectMany(file => new[] { "thumb", "heat", "close" }.Select(kind => NameOf(file.Sha256!, kind))).Order(StringComparer.Ordinal),
            _shipment.Kept("out").Keys.Order(StringComparer.Ordinal));
        var report = System.Text.Encoding.UTF8.GetString(_shipment.Outputs(record, "out")["report.html"]);
        Assert.Contains("No picture of this photo was kept.", report, StringComparison.Ordinal);
        Assert.Equal(3 * flagged.Count, report.Split("<img ").Length - 1);
    }

    [Fact]
    public void A_photo_that_is_another_one_when_its_thumbnail_is_due_has_none()
    {
        using var shipment = new Shipment();
        shipment.Put("lot/1_front.jpg", Photos.Stain(1));
        shipment.Put("lot/1_back.jpg", Photos.Good(2));
        shipment.Inspect(progress: new AtTheEnd(() => shipment.Put("lot/1_back.jpg", Photos.Good(3))));
        Assert.Equal([NameOf(Sha256(Photos.Stain(1)), "thumb")], shipment.Kept("out").Keys);
    }

    [Fact]
    public void Pictures_of_photos_that_were_replaced_go_and_files_of_others_stay()
    {
        using var shipment = new Shipment();
        shipment.Put("lot/1.jpg", Photos.Stain(1));
        shipment.Inspect();
        File.WriteAllText(shipment.At("out/pictures/notes.txt"), "mine");
        shipment.Put("lot/1.jpg", Photos.Stain(2));
        shipment.Inspect();
        Assert.Equal([NameOf(Sha256(Photos.Stain(2)), "thumb"), "notes.txt"], shipment.Kept("out").Keys.OrderByDescending(name => name.Length));
    }

    [Fact]
    public void An_inspection_that_is_begun_again_with_another_model_keeps_no_picture_of_the_first()
    {
        _shipment.Inspect("out", with: _mapping);
        _shipment.Inspect("out", fresh: true);
        _shipment.Inspect("clean");
        AssertSame(_shipment.Kept("clean"), _shipment.Kept("out"));
    }

    private static string NameOf(string sha256, string kind) => Path.Combine(sha256[..2], $"{sha256}.{kind}.jpg");

    private static string Sha256(byte[] photo) => Convert.ToHexStringLower(SHA256.HashData(photo));

    private static void AssertSame(IReadOnlyDictionary<string, byte[]> expected, IReadOnlyDictionary<string, byte[]> found)
    {
        Assert.NotEmpty(expected);
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), found.Keys.Order(StringComparer.Ordinal));
        Assert.All(expected, picture => Assert.Equal(picture.Value, found[picture.Key]));
    }

    private string PathOf(string name) => _shipment.At(Path.Combine("out", PictureStore.FolderName, name));

    private sealed class AtTheEnd(Action act) : IProgress<InspectionProgress>
    {
        public void Report(InspectionProgress value)
        {
            if (value.Done == value.Total)
            {
                act();
            }
        }
    }
}
