using System.Text.Json;
using DefectVision.PhoneShipment;

namespace EndToEnd.Tests;

/// <summary>
/// Rule: a photo scores alike in every format that it is kept in: HEIF, JPEG, and a wide colour space with its profile. The tolerance is that of benchmarks/README.md, of the
/// score of the model of garments; the library writes no HEVC, so that the HEIF here is AV1, and HEIC is that of shared/cases.
/// </summary>
public sealed class SameScoreTests : IDisposable
{
    private const double Tolerance = 1.0;
    private static readonly string Cases = Path.GetFullPath(Path.Combine(Command.Repository, "..", "shared", "cases", "photos"));
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task A_photo_scores_alike_as_heif_as_jpeg_and_in_a_wide_colour_space_with_its_profile()
    {
        var source = Path.Combine(Command.Repository, "datasets", "garments");
        foreach (var photo in new[] { "good/overshirt-chambray-back-01.jpg", "hole/overshirt-chambray-back-01.jpg", "stain/overshirt-chambray-back-01.jpg" })
        {
            _desk.Put("photos/" + photo, File.ReadAllBytes(Path.Combine(source, photo)));
        }

        FormatSets.Write(_desk.At("photos"), _desk.At("shipment"));
        await AssertAlike("as it is", "jpeg", "avif", "wide");
    }

    [SkippableFact]
    public async Task A_phones_heic_scores_like_its_export_and_display_p3_like_its_control()
    {
        Skip.IfNot(Directory.Exists(Cases), "shared/cases is not beside the repository");
        _desk.Put("photos/1.HEIC", File.ReadAllBytes(Path.Combine(Cases, "codec", "LOT-A", "IMG_3001.HEIC")));
        _desk.Put("photos/2.HEIC", File.ReadAllBytes(Path.Combine(Cases, "allheic", "LOT-Z", "IMG_0001.HEIC")));
        FormatSets.Write(_desk.At("photos"), _desk.At("shipment"));
        _desk.Put("shipment/as it is/3.jpg", File.ReadAllBytes(Path.Combine(Cases, "codec", "LOT-A", "C07.jpg")));
        _desk.Put("shipment/jpeg/3.jpg", File.ReadAllBytes(Path.Combine(Cases, "codec", "LOT-A", "C09.jpg")));
        await AssertAlike("as it is", "jpeg");
    }

    // Green of sRGB is (144, 255, 60) in Adobe RGB (1998): taken without its profile it is a brighter photo.
    [Fact]
    public async Task Without_its_profile_a_strong_colour_is_another_colour()
    {
        using (var green = new ImageMagick.MagickImage(new ImageMagick.MagickColor("#00ff00"), 64, 64))
        {
            _desk.Put("photos/1.png", green.ToByteArray(ImageMagick.MagickFormat.Png));
        }

        FormatSets.Write(_desk.At("photos"), _desk.At("shipment"));
        var scores = await Scores(Desk.Model);
        Assert.Equal(scores["as it is/0001"], scores["wide/0001"], 0.1);
        Assert.NotEqual(scores["as it is/0001"], scores["wide without profile/0001"], 1.0);
    }

    private async Task AssertAlike(string first, params string[] others)
    {
        var scores = await Scores(Path.Combine(Command.Repository, "models", "garments.onnx"));
        foreach (var (photo, score) in scores.Where(pair => pair.Key.StartsWith(first + "/", StringComparison.Ordinal)))
        {
            foreach (var other in others)
            {
                var same = scores[other + photo[first.Length..]];
                Assert.True(Math.Abs(score - same) <= Tolerance, $"{photo} scores {score}, as {other} {same}");
            }
        }

        Assert.True(scores.Count > others.Length);
    }

    private async Task<Dictionary<string, double>> Scores(string model)
    {
        await _desk.Run("inspect", "shipment", "--model", model, "--out", "out", "--no-pdf", "--no-codes");
        return _desk.Text("out/results.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)
            .ToDictionary(file => Path.ChangeExtension(file.GetProperty("path").GetString()!, null), file => file.GetProperty("score").GetDouble());
    }
}
