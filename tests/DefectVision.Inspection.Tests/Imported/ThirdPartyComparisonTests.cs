using DefectVision.Inspection.Imported;
using DefectVision.Inspection.Judging;
using DefectVision.Inspection.Reviewing;

namespace DefectVision.Inspection.Tests.Imported;

/// <summary>Rules: our word is our readers', else the model's; what one side did not decide stands in no table, and is named.</summary>
public sealed class ThirdPartyComparisonTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Every_item_stands_in_one_place()
    {
        var lot = new Lot("lot", null, ItemSource.Manifest, [
            Reviewed("confirmed", Make.Photo(Standing.Clear), true), Reviewed("overruled", Make.Photo(Standing.Flagged, "hole", 1), false),
            Make.Flagged("hole", 1), Make.Flagged("hole", 2), Make.Clear(1), Make.Clear(2), Make.Undecided(1), ItemJudge.Judge("missing", [], Make.Terms),
        ]);
        var compared = Compare([lot, new Lot("other", null, ItemSource.Manifest, [Make.Clear(1)])],
            Says("confirmed", true), Says("overruled", false), Says("hole-1", true), Says("hole-2", false), Says("clear-1", true), Says("undecided-1", true), Says("missing", true), Says("new", false));
        Assert.Equal((2L, 1L, 1L, 1L), (compared.Agreement.BothNonconforming, compared.Agreement.OnlyFirst, compared.Agreement.OnlySecond, compared.Agreement.BothConforming));
        Assert.Equal((1L, 0L, 0L, 1L), (compared.ByOurReaders.BothNonconforming, compared.ByOurReaders.OnlyFirst, compared.ByOurReaders.OnlySecond, compared.ByOurReaders.BothConforming));
        Assert.Equal([("clear-1", OurWord.Clear), ("hole-2", OurWord.Flagged)], compared.Differences.Select(difference => (difference.Theirs.Item, difference.Word)));
        Assert.All(compared.Differences, difference => Assert.Equal(DifferenceKind.Verdict, difference.Kind));
        Assert.Equal([new PlacedItem("lot", "undecided-1")], compared.Undecided);
        Assert.Equal([new PlacedItem("lot", "missing"), new PlacedItem("lot", "new")], compared.OnlyTheirs);
        Assert.Equal([new PlacedItem("lot", "clear-2")], compared.OnlyOurs);
        Assert.Equal(["other"], compared.LotsNotTheirs);
        Assert.NotNull(compared.Kappa);
    }

    [Fact]
    public void Our_readers_overrule_a_flag_and_find_good_what_was_not_flagged()
    {
        Assert.Equal(OurWord.Overruled, ThirdPartyComparison.WordOf(Reviewed("x", Make.Photo(Standing.Flagged, "hole", 1), false)));
        var found = Reviewed("x", Make.Photo(Standing.Clear), false);
        Assert.Equal(OurWord.FoundGood, ThirdPartyComparison.WordOf(found));
        Assert.Equal(1, Compare([new Lot("lot", null, ItemSource.Manifest, [found])], Says("x", true)).ByOurReaders.OnlySecond);
    }

    [Theory]
    [InlineData("hole", Severity.Minor, DifferenceKind.Severity)]
    [InlineData("stain", Severity.Critical, DifferenceKind.DefectClass)]
    [InlineData("stain", null, DifferenceKind.DefectClass)]
    [InlineData("Hole", Severity.Critical, null)]
    [InlineData(null, null, null)]
    public void Of_an_item_that_both_call_defective_severity_then_class_may_differ_and_what_is_not_said_does_not(string? defectClass, Severity? severity, DifferenceKind? expected)
    {
        var compared = Compare([new Lot("lot", null, ItemSource.Manifest, [Make.Flagged("hole", 1)])], Says("hole-1", true) with { DefectClass = defectClass, Severity = severity });
        Assert.Equal(expected, compared.Differences.Count == 0 ? null : Assert.Single(compared.Differences).Kind);
    }

    [Fact]
    public void A_report_of_no_item_of_ours_has_no_kappa() => Assert.Null(Compare([Make.Lot(null, 3)], Says("new", true)).Agreement.Kappa);

    private static ThirdPartyAgreement Compare(IReadOnlyList<Lot> lots, params ThirdPartyFinding[] findings) => ThirdPartyComparison.Of(new ThirdPartyReport("third-party.csv", "", findings), lots);

    private static ThirdPartyFinding Says(string item, bool isDefective) => new("lot", item, isDefective, null, null, null, null, null, null);

    private static Item Reviewed(string name, InspectedFile photo, bool isDefective) =>
        ItemJudge.Judge(name, [photo], Make.Terms, ItemReview.Of([new Confirmation("lot", name, isDefective ? ReaderWord.Defective : ReaderWord.Good, "reader", Noon, null, null)]));
}
