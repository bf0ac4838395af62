using DefectVision.Inference;
using DefectVision.Statistics;
using DefectVision.Training.Labels;

namespace DefectVision.Training.Tests;

/// <summary>
/// Rules: the threshold is the order statistic of rank ceil((n + 1)(1 - level)) of n good scores (Vovk 2012, ACML); the trial is the item, scored by the highest of its photos; a level
/// that the good items do not support is refused, replaced by one that they do, or there is no threshold.
/// </summary>
public sealed class OperatingPointChoiceTests
{
    // 1 in n + 1: 5 % needs 19 good photos, 1 % 99, 2 % 49.
    [Theory]
    [InlineData(0.05, 19)]
    [InlineData(0.02, 49)]
    [InlineData(0.01, 99)]
    public void A_level_needs_one_less_good_photo_than_it_is_one_of(double level, int fewest)
    {
        Assert.Equal(fewest, OperatingPointChoice.Fewest(level));
        Assert.Equal(level, Choose(Photos(fewest), level).FalseAlarmLevel);
        Assert.Contains($"found {fewest - 1} good photos, wanted at least {fewest} ", Assert.Throws<DatasetException>(() => Choose(Photos(fewest - 1), level)).Message, StringComparison.Ordinal);
    }

    // n = 19: rank 20 x 0.95 = 19, the highest. n = 39: 40 x 0.95 = 38, so that one good photo is flagged. n = 60: ceil(61 x 0.95) = 58.
    [Theory]
    [InlineData(19, 19)]
    [InlineData(39, 38)]
    [InlineData(60, 58)]
    public void By_default_one_good_photo_in_twenty_is_flagged(int good, int unflagged)
    {
        var point = Choose(Photos(good));
        Assert.Equal((0.05, unflagged + (2 * OperatingPoint.Margin)), (point.FalseAlarmLevel, point.Threshold));
        Assert.Equal(new Tally(unflagged, good), point.Specificity);
        Assert.Equal((Decision.Pass, Decision.Flag), (point.Decide(unflagged), point.Decide(unflagged + 1)));
        Assert.Equal("about 5 of 100 good items will be flagged for a person to look at (estimate, for items of one photo; each further photo is another chance of a false alarm)", point.Workload);
    }

    [Fact]
    public void Fewer_than_19_good_photos_and_no_defective_one_give_an_order_and_no_threshold()
    {
        var point = Choose(Photos(18));
        Assert.True(point.OrdersOnly);
        Assert.Equal((default, default), (point.Sensitivity, point.Specificity));
        Assert.Equal("18 good photos are too few for a threshold: nothing is flagged; scores give an order to look in; 19 good photos or labelled defects give a threshold", point.MeasuredHow);
        Assert.Equal([Decision.Pass, Decision.Pass], new[] { point.Threshold, 1e9 }.Select(point.Decide));
        Assert.False(point.Flags(1e9));
        Assert.False(Choose(Photos(19)).OrdersOnly);
    }

    [Fact]
    public void A_level_asked_for_that_few_photos_support_is_taken()
    {
        var point = Choose(Photos(9), 0.2);
        Assert.Equal((false, 0.2, new Tally(8, 9)), (point.OrdersOnly, point.FalseAlarmLevel, point.Specificity));
    }

    // 12 support 1 in 13.
    [Fact]
    public void With_defective_photos_the_strictest_supported_level_is_taken_and_said()
    {
        var point = Choose([.. Photos(12), .. Photos(2, from: 100, defective: true)]);
        Assert.Equal((1 / 13.0, new Tally(12, 12), new Tally(2, 2)), (point.FalseAlarmLevel, point.Specificity, point.Sensitivity));
        Assert.Equal("made up; 12 good photos do not support a false-alarm level of 5.0 %, so the strictest that they support was taken, 7.7 %", point.MeasuredHow);
        Assert.StartsWith("about 8 of 100 good items ", point.Workload, StringComparison.Ordinal);
    }

    // 39 items of two photos: the higher of each counts, at 2, 4 ... 78. Rank 38 is 76, and the photo at 77 of the item above is flagged with it.
    [Fact]
    public void An_item_is_scored_by_the_highest_of_its_photos()
    {
        var point = Choose(Items(39));
        Assert.Equal((true, 0.05, 76 + (2 * OperatingPoint.Margin)), (point.IsLevelOfItems, point.FalseAlarmLevel, point.Threshold));
        Assert.Equal((new Tally(76, 78), new Tally(38, 39), 2), (point.Specificity, point.Items!.Specificity, point.Items.FewestPhotos!.Value));
        Assert.Equal("at most 5.0 % of good items", point.LevelInWords);
        Assert.Equal("about 5 of 100 good items will be flagged for a person to look at (estimate, for items of as many photos as those measured, 2 or more)", point.Workload);
    }

    [Theory]
    [InlineData(18, true)]
    [InlineData(19, false)]
    public void Where_items_are_known_they_are_counted_and_not_their_photos(int items, bool ordersOnly)
    {
        var point = Choose(Items(items));
        Assert.Equal(ordersOnly, point.OrdersOnly);
        if (ordersOnly)
            Assert.StartsWith("18 good items are too few", point.MeasuredHow, StringComparison.Ordinal);
    }

    // The good photo of an item that another photo shows to be defective is no good item.
    [Fact]
    public void An_item_with_a_defective_photo_is_no_good_item()
    {
        var point = Choose([.. Items(19), ("bad", 1000, false), ("bad", 2000, true)]);
        Assert.Equal(38 + (2 * OperatingPoint.Margin), point.Threshold);
        Assert.Equal((new Tally(38, 39), new Tally(19, 19), new Tally(1, 1)), (point.Specificity, point.Items!.Specificity, point.Items.Sensitivity));
    }

    // 1 - 0.95^(1/2) = 2.532 % wants 39 good photos, with four views 1.274 % wants 78 (1/0.025321 - 1 = 38.49, 1/0.012741 - 1 = 77.49).
    [Theory]
    [InlineData(2, 39)]
    [InlineData(4, 78)]
    public void Several_views_of_an_item_make_the_level_of_photos_stricter(int views, int fewest)
    {
        var point = Choose(Photos(fewest), views: views);
        Assert.Equal(1 - Math.Pow(0.95, 1.0 / views), point.FalseAlarmLevel, 12);
        Assert.Equal((0.05, views), (Math.Round(point.ItemLevel, 12), point.Views!.Value));
        Assert.Equal($"about 5 of 100 good items will be flagged for a person to look at (estimate, for items of {views} photos)", point.Workload);
        Assert.Contains($"so 5.0 % of good items of {views} photos", point.LevelInWords, StringComparison.Ordinal);
        Assert.StartsWith($"{fewest - 1} good photos are too few for a threshold of items of {views} photos: ", Choose(Photos(fewest - 1), views: views).MeasuredHow, StringComparison.Ordinal);
    }

    [Fact]
    public void Views_change_nothing_where_the_items_are_known() => Assert.Equal(Choose(Items(40)), Choose(Items(40), views: 4));

    [Theory]
    [InlineData(0.0253, "2.5 %")]
    [InlineData(0.05, "5.0 %")]
    [InlineData(0.0005, "0.1 %")]
    [InlineData(0.0004, "0.04 %")]
    public void A_level_has_one_decimal_and_more_only_where_it_would_be_nothing(double level, string words) => Assert.Equal(words, OperatingPoint.Percent(level));

    [Fact]
    public void The_workload_follows_the_level()
    {
        Assert.StartsWith("about 1 of 100 good items ", Choose(Photos(99), 0.01).Workload, StringComparison.Ordinal);
        Assert.StartsWith("about 4 of 1,000 good items ", Choose(Photos(300), 0.004).Workload, StringComparison.Ordinal);
        Assert.Equal("nothing is flagged; the scores give an order to look in", Choose(Photos(3)).Workload);
    }

    private static OperatingPoint Choose(IReadOnlyList<(string Item, double Score, bool Defective)> photos, double? level = null, int views = 1) =>
        OperatingPointChoice.Of(photos, level, views, "made up");

    private static List<(string Item, double Score, bool Defective)> Photos(int count, int from = 0, bool defective = false) =>
        [.. Enumerable.Range(from + 1, count).Select(at => ($"{at}", (double)at, defective))];

    private static List<(string Item, double Score, bool Defective)> Items(int count) =>
        [.. Enumerable.Range(1, 2 * count).Select(at => ($"item {(at + 1) / 2}", (double)at, false))];
}
