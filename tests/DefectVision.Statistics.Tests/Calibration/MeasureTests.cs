using DefectVision.Statistics.Calibration;

namespace DefectVision.Statistics.Tests.Calibration;

/// <summary>Rules of measuring on known items. Reference values: scikit-learn 1.2.1 where a test names it.</summary>
public sealed class MeasureTests
{
    /// <summary>scikit-learn 1.2.1, average_precision_score and roc_auc_score on the same ten items, four of them tied across the kinds.</summary>
    [Fact]
    public void Average_precision_finds_items_of_equal_score_together()
    {
        LabelledScore[] items =
        [
            new(0.1, false), new(0.4, false), new(0.35, true), new(0.8, true), new(0.4, false),
            new(0.4, true), new(0.2, false), new(0.9, true), new(0.1, true), new(0.7, false),
        ];
        Assert.Equal(0.7142857142857142, AveragePrecision.Of(items).Value, 14);
        Assert.Equal(0.62, AreaUnderCurve.Of(items).Value.Value, 14);
    }

    [Fact]
    public void Average_precision_is_one_for_a_perfect_order_and_the_share_of_nonconforming_items_where_all_are_tied()
    {
        Assert.Equal(1, AveragePrecision.Of([new(2, true), new(1, false)]).Value);
        Assert.Equal(0.25, AveragePrecision.Of([new(1, true), new(1, false), new(1, false), new(1, false)]).Value);
        Assert.Throws<ArgumentException>(() => AveragePrecision.Of([new(1, false)]));
        Assert.Throws<ArgumentException>(() => AveragePrecision.Of([new(double.NaN, true)]));
    }

    private static readonly ConfusionTable Table = new(
    [
        ("good", "good"), ("good", "good"), ("good", "good"), ("good", "good"), ("good", "hole"), ("good", "stain"),
        ("hole", "hole"), ("hole", "hole"), ("hole", "good"), ("hole", "stain"),
        ("stain", "stain"), ("stain", "stain"), ("stain", "hole"),
        ("tear", "unknown"), ("tear", "good"),
    ]);

    /// <summary>scikit-learn 1.2.1, f1_score(average="macro", zero_division=0) and balanced_accuracy_score: a name that is answered and never a label counts in the first alone.</summary>
    [Fact]
    public void Every_class_weighs_the_same_in_macro_F1_and_balanced_accuracy()
    {
        Assert.Equal(0.3476190476190476, Table.MacroF1, 14);
        Assert.Equal(0.45833333333333326, Table.BalancedAccuracy, 14);
    }

    [Fact]
    public void Recall_is_counted_along_the_row_and_precision_along_the_column()
    {
        Assert.Equal((new Tally(2, 3), new Tally(2, 4)), (Table.Recall("stain"), Table.Precision("stain")));
        Assert.Equal((new Tally(0, 2), new Tally(0, 0)), (Table.Recall("tear"), Table.Precision("tear")));
        Assert.Equal((1L, 0L), (Table["hole", "stain"], Table["stain", "tear"]));
        Assert.Equal(["good", "hole", "stain", "unknown"], Table.Answers);
        Assert.Throws<ArgumentException>(() => Table.F1("burn"));
    }

    private static readonly ScoredPlace[] Places =
    [
        new(0.1, ScoredPlace.Outside, 40), new(0.2, ScoredPlace.Outside, 30), new(0.3, ScoredPlace.Outside, 12),
        new(0.5, ScoredPlace.Outside, 9), new(0.6, ScoredPlace.Outside, 5), new(0.8, ScoredPlace.Outside, 4),
        new(0.9, 0, 3), new(0.6, 0, 2), new(0.2, 0, 5), new(0.5, 1, 1), new(0.3, 1, 1), new(0.05, 2, 7), new(0.8, 2, 1),
    ];

    /// <summary>
    /// scikit-learn 1.2.1: the mean over the regions of the partial area under roc_curve (region against outside, weights as sample_weight), cut at the limit by numpy's
    /// interp and divided by it.
    /// </summary>
    [Theory]
    [InlineData(0.05, 0.12633333333333333)]
    [InlineData(0.3, 0.3161111111111112)]
    [InlineData(1.0, 0.5656666666666667)]
    public void The_overlap_of_regions_is_the_mean_of_their_partial_areas(double limit, double area) =>
        Assert.Equal(area, RegionOverlap.Area(Places, new Rate(limit)).Value, 14);

    // One region of 100 places and one of 1: to find the small one alone is worth half, as Bergmann et al. 2020 define it.
    [Fact]
    public void A_small_region_weighs_as_much_as_a_large_one() =>
        Assert.Equal(0.5, RegionOverlap.Area([new(3, 0, 1), new(2, ScoredPlace.Outside, 50), new(1, 1, 100)], new Rate(0.3)).Value, 14);

    [Fact]
    public void Scores_that_say_nothing_overlap_half_of_the_limit() =>
        Assert.Equal(0.15, RegionOverlap.Area([new(1, 0, 5), new(1, ScoredPlace.Outside, 5)], RegionOverlap.UsualLimit).Value, 14);

    [Fact]
    public void An_overlap_without_a_region_or_without_an_outside_is_refused()
    {
        Assert.Throws<ArgumentException>(() => RegionOverlap.Area([new(1, ScoredPlace.Outside, 5)], RegionOverlap.UsualLimit));
        Assert.Throws<ArgumentException>(() => RegionOverlap.Area([new(1, 0, 5)], RegionOverlap.UsualLimit));
        Assert.Throws<ArgumentOutOfRangeException>(() => RegionOverlap.Area(Places, Rate.Zero));
    }

    /// <summary>Hand-worked from row d001 of auroc_delong_paired.csv (pROC 1.18.0): areas 0.58333 and 0.41667, z 0.5798153319, so the error is 0.28744783; half-width 1.959964 of it.</summary>
    [Fact]
    public void The_interval_of_a_gain_lies_round_second_minus_first()
    {
        double[] first = [0.53, 0.65, 0.62, 0.58, 0.62, 0.53, 0.4, 0.35, 0.33, 0.76, 0.29, 0.57, 0.11, 0.56, 0.42, 0.51, 0.67];
        double[] second = [0.11, 0.35, 0.12, 0.96, 0.07, 0.9, 0.98, 0.13, 0.27, 0.01, 0.9, 0.04, 0.51, 0.56, 0.6, 0.49, 0.1];
        var comparison = AreaComparison.Of(
            [.. first.Select((score, at) => new LabelledScore(score, at < 12))],
            [.. second.Select((score, at) => new LabelledScore(score, at < 12))]);
        var (lower, upper) = comparison.GainInterval(ConfidenceLevel.P95)!.Value;
        Assert.Equal(-1 / 6.0, comparison.Gain, 12);
        Assert.Equal(-0.7300540, lower, 6);
        Assert.Equal(0.3967207, upper, 6);
    }
}
