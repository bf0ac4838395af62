using DefectVision.Inspection.Judging;

namespace DefectVision.Inspection.Tests.Judging;

/// <summary>Rule: what a model says of goods that it does not know decides nothing; persons decide, and where nobody looked the lot is held, with that reason.</summary>
public sealed class StrangeGoodsTests
{
    private static readonly ModelUsed Model = Make.Model with { MostStrange = 0.2 };

    [Theory]
    [InlineData(0.2, false)]
    [InlineData(0.2001, true)]
    public void Goods_are_strange_beyond_the_share_of_those_that_the_model_knows(double share, bool isStrange)
    {
        var items = Items([0.01, share, 0.9], Standing.Clear);
        Assert.Equal(isStrange, StrangeGoods.Of(items, Model) is not null);
        Assert.Null(StrangeGoods.Of(items, Model with { MostStrange = null }));
        Assert.Null(StrangeGoods.Of(items, null));
    }

    // Of an even number of photos the lower middle one: half of them lie above it.
    [Fact]
    public void The_middle_photo_speaks_for_a_lot() =>
        Assert.Equal(0.1, StrangeGoods.Middle(Items([0.9, 0.1, 0.05, 0.8], Standing.Clear).SelectMany(item => item.Photos)));

    [Theory]
    [InlineData(Standing.Clear)]
    [InlineData(Standing.Flagged)]
    public void No_lot_of_strange_goods_is_accepted_or_rejected_by_what_the_model_says(Standing byScore)
    {
        var judged = Judge(Items([0.6, 0.6, 0.6, 0.6, 0.6], byScore));
        Assert.Equal((Verdict.Hold, SectionAnswer.NotInspected), (judged.Verdict, judged.Section(SectionKind.Workmanship).Answer));
        Assert.Equal((0L, 0L, 5L), (judged.Tally.Flagged, judged.Tally.Scored, judged.Tally.Undecided));
        Assert.Null(judged.FlaggedShare);
        Assert.Contains("the model does not know these goods", FormattableString.Invariant(judged.Reasons[0]), StringComparison.Ordinal);
        Assert.Contains(judged.Remarks, remark => FormattableString.Invariant(remark).Contains($"It would flag {(byScore == Standing.Flagged ? 5 : 0)} of 5 items, and that decides nothing", StringComparison.Ordinal));
    }

    [Fact]
    public void A_model_that_only_orders_decides_nothing_either()
    {
        var judged = Judge(Items([0, 0, 0, 0, 0], null), Model with { OrdersOnly = true });
        Assert.Equal((Verdict.Hold, 0L), (judged.Verdict, judged.Tally.Scored));
        Assert.Contains("too few good photos", FormattableString.Invariant(judged.Reasons[0]), StringComparison.Ordinal);
        Assert.Equal(["4", "3", "2", "1", "0"], Exhibited.LookFirst(judged).Select(item => item.Name));
    }

    private static LotJudgement Judge(IReadOnlyList<Item> items, ModelUsed? model = null) => LotJudge.Judge(
        new Lot("lot", 5, ItemSource.Manifest, items) { Strange = StrangeGoods.Of([.. items], model ?? Model) }, new AgreedTerms(Make.Agreement), model ?? Model, new GivenEvidence(null, null, null, null));

    private static List<Item> Items(IReadOnlyList<double> shares, Standing? byScore) =>
    [
        .. shares.Select((share, at) => ItemJudge.Judge(
            at.ToString(System.Globalization.CultureInfo.InvariantCulture),
            [Make.Photo(Standing.NotJudged, score: at) with { Finding = new Finding(at, Standing.NotJudged, null, null) { Strangeness = share, ByScore = byScore } }],
            Make.Terms)),
    ];
}
