using System.Text.RegularExpressions;
using DefectVision.Fixtures;
using DefectVision.Training.Labels;

namespace DefectVision.Training.Tests.Labels;

/// <summary>
/// Rules: names tell items as an inspection reads them, and only where an item has several photos under one label; photos of one item are of one group, good or defective; a name
/// that says a label, a number or too much is no item.
/// </summary>
public sealed class PhotoItemsTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void Views_of_one_item_are_one_item_whatever_their_labels()
    {
        var set = Read("good/017_front.jpg", "good/017_back.jpg", "good/018_back.jpg", "hole/018_front.jpg", "good/019_front.jpg");
        Assert.Equal(ItemsSaidBy.Names, set.ItemsSaidBy);
        Assert.Equal(3, set.Photos.DistinctBy(photo => photo.Item).Count());
        Assert.Equal(2, set.Photos.Count(photo => photo.Item == ItemOf(set, "018_front.jpg")));
        Assert.All(set.Photos.GroupBy(photo => photo.Item), item => Assert.Single(item.DistinctBy(photo => photo.Group)));
    }

    // As in sets of scanned boards: the tested board, and the clean template it was made from.
    [Fact]
    public void A_word_that_stands_for_the_label_tells_no_item_but_keeps_both_on_one_side_of_a_split()
    {
        var set = Read("good/00041_temp.jpg", "defect/00041_test.jpg", "good/00042_temp.jpg", "defect/00042_test.jpg");
        Assert.Equal((ItemsSaidBy.Nothing, 4, 2), (set.ItemsSaidBy, set.Photos.DistinctBy(photo => photo.Item).Count(), set.Photos.DistinctBy(photo => photo.Group).Count()));
    }

    [Theory]
    [InlineData("good/1_good.jpg", "good/1_ok.jpg")]
    [InlineData("hole/1_hole.jpg", "hole/1_stain.jpg")]
    [InlineData("hole/1_hole2.jpg", "hole/1_defect.jpg")]
    [InlineData("good/good_a.jpg", "good/good_b.jpg")]
    [InlineData("hole/stain_a.jpg", "hole/stain_b.jpg")]
    [InlineData("good/IMG_0001.jpg", "good/IMG_0002.jpg")]
    [InlineData("good/exp1_num_10334.jpg", "good/exp1_num_106151.jpg")]
    [InlineData("good/polo_front1.jpg", "good/polo_front2.jpg")]
    [InlineData("good/20261120_111502.jpg", "good/20261120_front.jpg")]
    public void A_name_that_says_a_label_or_counts_tells_no_item(string one, string other)
    {
        var set = Read(one, other, "good/a.jpg", "good/b.jpg", "good/c.jpg", "hole/d.jpg", "stain/e.jpg");
        Assert.Equal((ItemsSaidBy.Nothing, 7), (set.ItemsSaidBy, set.Photos.DistinctBy(photo => photo.Item).Count()));
        Assert.All(set.Photos, photo => Assert.Equal(photo.Group, photo.Item));
    }

    // An inspection takes eight photos for one item, and not nine.
    [Theory]
    [InlineData(8, 3)]
    [InlineData(9, 11)]
    public void More_photos_than_an_item_has_are_none(int views, int items) =>
        Assert.Equal(items, Read(["good/a.jpg", "good/b.jpg", .. Enumerable.Range(0, views).Select(view => $"good/017_{(char)('a' + view)}.jpg")]).Photos.DistinctBy(photo => photo.Item).Count());

    // Each label's folder counts from 000: one number and view stand under two labels, and are two items.
    [Fact]
    public void Where_every_label_counts_from_the_start_its_items_are_apart()
    {
        var set = Read("good/000_top.jpg", "good/000_side.jpg", "good/001_top.jpg", "good/001_side.jpg", "hole/000_top.jpg", "hole/000_side.jpg");
        Assert.Equal((ItemsSaidBy.Names, 3), (set.ItemsSaidBy, set.Photos.DistinctBy(photo => photo.Item).Count()));
        Assert.Equal(3, set.Photos.DistinctBy(photo => photo.Group).Count());
    }

    [Fact]
    public void Items_of_one_name_in_two_folders_are_two()
    {
        var set = Read("good/lot-a/1_top.jpg", "good/lot-a/1_side.jpg", "good/lot-b/1_top.jpg", "hole/lot-b/1_side.jpg");
        Assert.Equal(2, set.Photos.DistinctBy(photo => photo.Item).Count());
    }

    [Fact]
    public void A_pattern_goes_before_the_names_and_its_groups_are_items_up_to_32_photos()
    {
        string[] files = [.. Enumerable.Range(0, 32).Select(at => $"good/x{at}_front.jpg"), "good/y1_front.jpg", "good/y1_back.jpg", "good/z1_front.jpg"];
        var small = Read(new Regex("^([a-z])"), files);
        Assert.Equal((ItemsSaidBy.Pattern, 3, 3), (small.ItemsSaidBy, small.Photos.DistinctBy(photo => photo.Item).Count(), small.Photos.DistinctBy(photo => photo.Group).Count()));
        var large = Read(new Regex("^([a-z])"), [.. files, "good/x32_front.jpg"]);
        Assert.Equal((ItemsSaidBy.Nothing, 36, 3), (large.ItemsSaidBy, large.Photos.DistinctBy(photo => photo.Item).Count(), large.Photos.DistinctBy(photo => photo.Group).Count()));
    }

    [Theory]
    [InlineData("group", "A", 2, ItemsSaidBy.Labels)]
    [InlineData("item", "A", 2, ItemsSaidBy.Labels)]
    [InlineData("lot", "A", 4, ItemsSaidBy.Nothing)]
    public void A_list_tells_items_by_its_groups_and_items_and_not_by_its_lots(string column, string name, int items, ItemsSaidBy saidBy)
    {
        Put("1.jpg", "2.jpg", "3.jpg", "4.jpg");
        _temp.Put("set/labels.csv", $"path,label,{column}\n1.jpg,good,{name}\n2.jpg,good,{name}\n3.jpg,hole,B\n4.jpg,hole,B\n");
        var set = LabelledSet.Read(_temp.At("set"), "train", null);
        Assert.Equal((saidBy, items, 2), (set.ItemsSaidBy, set.Photos.DistinctBy(photo => photo.Item).Count(), set.Photos.DistinctBy(photo => photo.Group).Count()));
    }

    [Fact]
    public void Items_of_a_list_are_apart_in_each_lot()
    {
        Put("1.jpg", "2.jpg", "3.jpg", "4.jpg");
        _temp.Put("set/labels.csv", "path,label,lot,item\n1.jpg,good,A,1\n2.jpg,good,A,1\n3.jpg,good,B,1\n4.jpg,hole,B,1\n");
        var set = LabelledSet.Read(_temp.At("set"), "train", null);
        Assert.Equal((ItemsSaidBy.Labels, 2, 2), (set.ItemsSaidBy, set.Photos.DistinctBy(photo => photo.Item).Count(), set.Photos.DistinctBy(photo => photo.Group).Count()));
        Assert.Equal(ItemOf(set, "3.jpg"), ItemOf(set, "4.jpg"));
    }

    private static string ItemOf(LabelledSet set, string file) => set.Photos.Single(photo => Path.GetFileName(photo.Path) == file).Item;

    private LabelledSet Read(params string[] files) => Read(null, files);

    private LabelledSet Read(Regex? pattern, string[] files)
    {
        Put(files);
        return LabelledSet.Read(_temp.At("set"), "train", pattern);
    }

    private void Put(params string[] files)
    {
        foreach (var file in files)
            _temp.Put($"set/{file}", file);
    }
}
