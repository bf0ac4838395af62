using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using DefectVision.Imaging;
using DefectVision.Training.Labels;
using DefectVision.Training.Labels.Doctor;

namespace DefectVision.Training.Tests.Labels;

/// <summary>Rule: the doctor names what a person should know of a set before a model learns from it, and nothing where there is nothing.</summary>
public sealed class LabelDoctorTests : IDisposable
{
    /// <summary>Photos of a side that support a calibration.</summary>
    private const int Enough = 30;
    private static readonly ConcurrentDictionary<(int Number, bool Mark, int Side, int Quality), byte[]> Scenes = new();
    private readonly LabelledFolder _set = new();

    public void Dispose() => _set.Dispose();

    [Fact]
    public void Of_a_sound_set_it_says_nothing()
    {
        PutSound();
        Assert.Empty(Examine());
    }

    [Fact]
    public void Files_that_give_no_picture_are_named_once_each_and_not_as_copies()
    {
        PutSound();
        var whole = File.ReadAllBytes(Path.Combine(_set.Root, "good/0.jpg"));
        _set.Put("good/broken.jpg", "no photo").Put("hole/broken.jpg", "no photo").Put("good/torn.jpg", whole[..(whole.Length / 2)]).Put("good/empty.jpg", string.Empty);
        File.CreateSymbolicLink(Path.Combine(_set.Root, "good/gone.jpg"), Path.Combine(_set.Root, "nowhere.jpg"));
        var found = Examine();
        Assert.All(found, finding => Assert.Equal((FindingSeverity.Warning, FindingKind.Unreadable), (finding.Severity, finding.Kind)));
        Assert.Equal(
            ["good/broken.jpg", "good/empty.jpg", "good/gone.jpg", "good/torn.jpg", "hole/broken.jpg"],
            found.Select(finding => _set.Name(Assert.Single(finding.Photos))));
        Assert.StartsWith("good/broken.jpg: found a file that gives no picture (", found[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Photos_without_a_label_are_counted_and_named()
    {
        for (var number = 0; number < 5; number++)
        {
            _set.Put($"images/{number}.jpg", Scene(number)).Put($"labels/{number}.txt", string.Empty);
            _set.Put($"images/none{number}.jpg", Scene(50 + number));
        }

        _set.Put("classes.txt", "hole");
        Assert.Equal(
            "found 5 photos without a label (images/none0.jpg, images/none1.jpg, images/none2.jpg, images/none3.jpg and 1 more), wanted a label each; they are passed over",
            Assert.Single(Examine(), finding => finding.Kind == FindingKind.Unlabelled).Text);
    }

    [Fact]
    public void The_same_bytes_under_two_labels_are_an_error_and_under_one_a_warning()
    {
        PutSound();
        Copy("good/3.jpg", "hole/copy.jpg");
        Copy("good/4.jpg", "good/copy.jpg");
        var found = Examine();
        Assert.Equal([FindingKind.ConflictingLabels, FindingKind.ExactDuplicates], found.Select(finding => finding.Kind));
        Assert.Equal([FindingSeverity.Error, FindingSeverity.Warning], found.Select(finding => finding.Severity));
        Assert.Equal("good/3.jpg (good), hole/copy.jpg (hole): found the same bytes under 2 labels, wanted one", found[0].Text);
        Assert.Equal(
            "good/4.jpg (good), good/copy.jpg (good): found the same bytes 2 times, in several groups, so that a split may learn from one and be measured on another, wanted each photo once",
            found[1].Text);
    }

    // A photo may show two defects; only good and defective contradict each other.
    [Fact]
    public void The_same_photo_under_two_defect_classes_is_a_warning()
    {
        PutSound();
        Copy("hole/3.jpg", "stain/copy.jpg");
        var found = Examine().Single(finding => finding.Kind == FindingKind.ConflictingLabels);
        Assert.Equal(FindingSeverity.Warning, found.Severity);
    }

    [Fact]
    public void Copies_in_one_group_cannot_come_apart()
    {
        PutSound();
        Copy("good/4.jpg", "good/4-again.jpg");
        _set.Put("good/5-small.jpg", Scene(5, side: 64, quality: 60));
        var found = Assert.Single(Examine(new Regex("^[0-9]+")));
        Assert.Equal("good/4-again.jpg (good), good/4.jpg (good): found the same bytes 2 times, wanted each photo once", found.Text);
    }

    [Theory]
    [InlineData("good", FindingKind.NearDuplicatesAcrossGroups)]
    [InlineData("hole", FindingKind.NearDuplicatesAcrossClasses)]
    public void A_copy_that_was_made_smaller_and_compressed_is_a_near_duplicate(string label, FindingKind kind)
    {
        PutSound();
        _set.Put($"{label}/small.jpg", Scene(7, side: 64, quality: 60));
        var found = Assert.Single(Examine());
        Assert.Equal((FindingSeverity.Warning, kind), (found.Severity, found.Kind));
        Assert.Equal(new[] { "good/7.jpg", $"{label}/small.jpg" }.Order(StringComparer.Ordinal), found.Photos.Select(_set.Name));
    }

    [Fact]
    public void The_same_goods_with_a_mark_are_no_near_duplicate()
    {
        PutSound();
        _set.Put("hole/marked.jpg", Scene(7, mark: true));
        Assert.Empty(Examine());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_picture_on_both_sides_of_the_parts_is_named(bool isSmaller)
    {
        PutSound("train/");
        _set.Put("test/good/other.jpg", Scene(900));
        Assert.Empty(Examine());
        _set.Put("test/good/copy.jpg", isSmaller ? Scene(7, side: 64, quality: 60) : File.ReadAllBytes(Path.Combine(_set.Root, "train/good/7.jpg")));
        var found = Assert.Single(Examine());
        Assert.Equal((FindingSeverity.Warning, FindingKind.DuplicatesAcrossParts), (found.Severity, found.Kind));
        Assert.Equal(["test/good/copy.jpg", "train/good/7.jpg"], found.Photos.Select(_set.Name));
    }

    // Under a fixed camera every good item gives almost the same picture: one finding, not one for each pair.
    [Theory]
    [InlineData(8, FindingKind.NearDuplicatesAcrossGroups)]
    [InlineData(9, FindingKind.TooAlike)]
    public void Many_photos_that_are_almost_one_picture_are_taken_for_goods_that_look_alike(int alike, FindingKind kind)
    {
        PutSound();
        for (var number = 1; number < alike; number++)
            _set.Put($"good/alike{number}.jpg", Scene(7, quality: 60 + (3 * number)));
        var found = Assert.Single(Examine());
        Assert.Equal((FindingSeverity.Warning, kind, alike), (found.Severity, found.Kind, found.Photos.Count));
    }

    [Fact]
    public void Many_copies_are_one_finding_that_names_four()
    {
        PutSound();
        for (var number = 1; number < 6; number++)
            Copy("good/4.jpg", $"good/copy{number}.jpg");
        var found = Assert.Single(Examine());
        Assert.StartsWith("good/4.jpg (good), good/copy1.jpg (good), good/copy2.jpg (good), good/copy3.jpg (good) and 2 more: found the same bytes 6 times", found.Text, StringComparison.Ordinal);
        Assert.Equal(6, found.Photos.Count);
    }

    [Theory]
    [InlineData(1, "Error good 1 group, Warning good photos, Warning good folds")]
    [InlineData(2, "Warning good photos, Warning good folds")]
    [InlineData(4, "Warning good photos, Warning good folds")]
    [InlineData(5, "Warning good photos")]
    [InlineData(29, "Warning good photos")]
    [InlineData(30, "")]
    public void A_side_that_is_too_small_is_said_to_be_and_one_that_cannot_be_measured_is_an_error(int good, string said)
    {
        PutSound(good: good);
        Assert.Equal(said, string.Join(", ", Examine().Select(finding => $"{finding.Severity} {Regex.Replace(finding.Text, "^.*good.*(in 1 group,|wanted at least 30|wanted at least 5).*$", match => match.Groups[1].Value switch
        {
            "in 1 group," when finding.Severity == FindingSeverity.Error => "good 1 group",
            "wanted at least 30" => "good photos",
            _ => "good folds",
        })}")));
        Assert.All(Examine(), finding => Assert.Equal(FindingKind.ClassTooSmall, finding.Kind));
    }

    [Fact]
    public void A_class_of_few_groups_is_named_though_the_side_is_large()
    {
        PutSound();
        for (var number = 0; number < 4; number++)
            _set.Put($"stain/{number}.jpg", Scene(700 + number));
        Assert.Equal(
            "class 'stain': found 4 readable photos in 4 groups, wanted at least 5: with fewer, nobody knows how well it is told from the others",
            Assert.Single(Examine()).Text);
        _set.Put("stain/4.jpg", Scene(704));
        Assert.Empty(Examine());
    }

    [Fact]
    public void A_set_of_good_photos_alone_lacks_nothing()
    {
        for (var number = 0; number < Enough; number++)
            _set.Put($"good/{number}.jpg", Scene(number));
        Assert.Empty(Examine());
    }

    [Theory]
    [InlineData(24, 24, "warning: 23")]
    [InlineData(25, 25, "and 1 more")]
    [InlineData(40, 25, "and 16 more")]
    public void No_more_lines_are_said_than_are_read(int findings, int lines, string last)
    {
        var said = FindingLines.Of([.. Enumerable.Range(0, findings).Select(number =>
            new LabelFinding(FindingSeverity.Warning, FindingKind.Unreadable, number.ToString(CultureInfo.InvariantCulture), []))]).ToList();
        Assert.Equal((lines, last), (said.Count, said[^1]));
    }

    private IReadOnlyList<LabelFinding> Examine(Regex? group = null) =>
        LabelDoctor.Examine(LabelledSet.Read(_set.Root, "train", group), _set.Root, null, CancellationToken.None);

    private void PutSound(string part = "", int good = Enough)
    {
        for (var number = 0; number < good; number++)
            _set.Put($"{part}good/{number}.jpg", Scene(number));
        for (var number = 0; number < Enough; number++)
            _set.Put($"{part}hole/{number}.jpg", Scene(100 + number));
    }

    private void Copy(string from, string to) => _set.Put(to, File.ReadAllBytes(Path.Combine(_set.Root, from)));

    private static byte[] Scene(int number, bool mark = false, int side = 128, int quality = 92) =>
        Scenes.GetOrAdd((number, mark, side, quality), asked => Photograph(asked.Number, asked.Mark, asked.Side).ToJpeg(asked.Quality));

    /// <summary>Goods of their own shape for each number, under the same camera, with edges as soft as a lens gives them.</summary>
    private static RgbImage Photograph(int number, bool mark, int side)
    {
        const double Softness = 0.03;
        var state = (uint)((number * 2654435761L) + 12345);
        var discs = new List<(double X, double Y, double Radius, double Level)>();
        while (discs.Count < 12)
        {
            discs.Add((Next(), Next(), 0.05 + (0.12 * Next()), 60));
        }

        if (mark)
        {
            discs.Add((0.5, 0.5, 0.04, 255));
            discs.Add((0.62, 0.5, 0.04, 0));
        }

        var picture = new RgbImage(side, side);
        for (var at = 0; at < side * side; at++)
        {
            var level = 190.0;
            foreach (var disc in discs)
            {
                var distance = Math.Sqrt(Square((((at % side) + 0.5) / side) - disc.X) + Square((((at / side) + 0.5) / side) - disc.Y));
                level += Math.Clamp(((disc.Radius - distance) / Softness) + 0.5, 0, 1) * (disc.Level - level);
            }

            picture.Bytes.AsSpan(3 * at, 3).Fill((byte)level);
        }

        return picture;

        double Next()
        {
            state = (state * 1664525) + 1013904223;
            return state / (double)uint.MaxValue;
        }
    }

    private static double Square(double value) => value * value;
}
