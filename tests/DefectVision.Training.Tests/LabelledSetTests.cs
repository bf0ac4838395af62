using System.Text.RegularExpressions;
using DefectVision.Fixtures;
using DefectVision.Training.Labels;

namespace DefectVision.Training.Tests;

/// <summary>Rule: a labelled set is good/ and one folder per defect class, or the same below train/ and test/; masks are no classes.</summary>
public sealed class LabelledSetTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void A_folder_is_a_label_and_good_comes_first()
    {
        Put("stain/1.jpg", "good/2.jpg", "good/deep/er/1.png", "hole/1.webp");
        var set = Read();
        Assert.Equal([("good", 2), ("hole", 1), ("stain", 1)], set.Counts.Select(entry => (entry.Key, entry.Value)));
        Assert.Equal(["hole", "stain"], set.DefectClasses);
    }

    [Theory]
    [InlineData("masks")]
    [InlineData("Mask")]
    [InlineData("ground_truth")]
    [InlineData("boxes")]
    [InlineData(".hidden")]
    public void Folders_of_masks_are_no_classes(string folder)
    {
        Put("good/1.jpg", "hole/1.jpg", $"{folder}/1.jpg");
        Assert.Equal(["hole"], Read().DefectClasses);
    }

    [Fact]
    public void Files_that_are_no_photos_by_name_are_passed_over()
    {
        Put("good/1.jpg", "good/readme.txt", "good/.hidden.jpg", "hole/1.jpg");
        Assert.Equal(2, Read().Photos.Count);
    }

    [Theory]
    [InlineData("train", 1)]
    [InlineData("test", 2)]
    public void A_set_with_parts_gives_the_part_that_is_asked_for(string part, int good)
    {
        Put("train/good/1.jpg", "train/hole/1.jpg", "test/good/1.jpg", "test/good/2.jpg", "test/hole/1.jpg");
        Assert.Equal(good, LabelledSet.Read(_temp.At("set"), part, null).Counts["good"]);
    }

    [Fact]
    public void A_part_beside_the_classes_is_no_class()
    {
        Put("good/1.jpg", "hole/1.jpg", "test/good/2.jpg");
        Assert.Equal(["hole"], Read().DefectClasses);
        Assert.Single(LabelledSet.Read(_temp.At("set"), "test", null).Photos);
    }

    [Theory]
    [InlineData("test/good/1.jpg", 1)]
    [InlineData("train/good/1.jpg", 0)]
    [InlineData("other/good/1.jpg", 0)]
    public void Beside_a_part_lies_what_is_held_out(string name, int heldOut)
    {
        Put("train/good/1.jpg", "test/stain/readme.txt", name);
        Assert.Equal(heldOut, Read().Beside(_temp.At("set"), "test").Count);
    }

    [Fact]
    public void The_hash_knows_labels_and_contents_and_not_names()
    {
        Put("good/1.jpg", "hole/2.jpg");
        var first = Read().Sha256;
        File.Move(_temp.At("set/good/1.jpg"), _temp.At("set/good/other.jpg"));
        Assert.Equal(first, Read().Sha256);
        File.Move(_temp.At("set/hole/2.jpg"), _temp.At("set/good/2.jpg"));
        Assert.NotEqual(first, Read().Sha256);
    }

    [Theory]
    [InlineData(@"^(\w+)-", "shirt7")]
    [InlineData(@"^\w+", "shirt7")]
    [InlineData(@"nothing", "good/shirt7-2.jpg")]
    public void The_group_is_the_patterns_first_capture_or_match_or_else_the_photo(string pattern, string group)
    {
        Put("good/shirt7-2.jpg");
        Assert.Equal(group, Assert.Single(LabelledSet.Read(_temp.At("set"), "train", new Regex(pattern)).Photos).Group);
    }

    [Fact]
    public void A_set_without_good_photos_is_refused()
    {
        Put("hole/1.jpg");
        Assert.Contains("found no folder 'good'", Assert.Throws<DatasetException>(Read).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_set_that_is_not_there_is_not_found() => Assert.Throws<DirectoryNotFoundException>(Read);

    private LabelledSet Read() => LabelledSet.Read(_temp.At("set"), "train", null);

    private void Put(params string[] names)
    {
        foreach (var name in names)
            _temp.Put($"set/{name}", name);
    }
}
