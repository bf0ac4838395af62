using DefectVision.Inspection.Claiming;
using DefectVision.Inspection.Judging;

namespace DefectVision.Inspection.Tests.Judging.Sections;

/// <summary>
/// Rules: a flag on a photo unlike those that the model learned from, or on what is perhaps other goods, and every flag of a model that cannot tell whether it knows the goods, waits for
/// a person. It holds the lot with that reason, and enters no rejection. Of 32 items, 5 flags that count reject (see <see cref="FlagTests"/>), and 4 do not.
/// </summary>
public sealed class UnsureFlagTests
{
    private const int SampleOfG = 32;
    private const string Dark = "brightness 0.31, learned from 0.45 to 0.60";

    [Theory]
    [InlineData(0, 6, Verdict.Hold)]
    [InlineData(4, 6, Verdict.Hold)]
    [InlineData(5, 0, Verdict.Reject)]
    [InlineData(5, 6, Verdict.Reject)]
    public void Flags_outside_the_trained_range_hold_and_never_reject(int sure, int outside, Verdict verdict)
    {
        var judged = Judge([.. Items("sure", sure, null, 0.01), .. Items("dark", outside, Dark, 0.01)]);
        Assert.Equal((verdict, (long)(sure + outside)), (judged.Verdict, judged.Tally.Flagged));
        Assert.Equal(new SeverityCount(0, sure + outside) { Flagged = sure + outside, Unsure = outside }, Make.Reading(judged, Severity.Major).Count);
        Assert.Equal(sure + outside, judged.Lot.Items.Count(item => item.IsAwaiting));
        Assert.Equal(
            outside > 0,
            judged.Reasons[0].InEnglish().EndsWith($"; flags on photos unlike those that the model learned from wait for a person and reject nothing: {outside}, such as dark-0 ({Dark})", StringComparison.Ordinal));
        Assert.Equal(verdict == Verdict.Reject, judged.Reasons[0].InEnglish().StartsWith($"{sure} of 32 items are flagged as major and nobody has read the flags", StringComparison.Ordinal));
    }

    // 6 of 32 photos are fewer than a fifth, 7 are more: then the others were taken in the same light, and no flag counts, though it is on a photo within the range.
    [Theory]
    [InlineData(6, Verdict.Reject)]
    [InlineData(7, Verdict.Hold)]
    public void Where_many_photos_of_a_lot_are_outside_the_trained_range_none_of_its_flags_rejects(int outside, Verdict verdict)
    {
        var dark = Enumerable.Range(0, outside).Select(at => ItemJudge.Judge(
            $"dark-{at}", [Make.Photo(Standing.Clear) with { Path = $"lot/dark-{at}.jpg", Finding = new Finding(0, Standing.Clear, null, null) { OutsideTrainedRange = Dark } }], Make.Terms));
        var judged = Judge([.. dark, .. Items("sure", 20, null, 0.01)]);
        var isHeld = verdict == Verdict.Hold;
        Assert.Equal((verdict, isHeld ? 20 : 0), (judged.Verdict, judged.Tally.BySeverity[Severity.Major].Unsure));
        Assert.Equal(
            isHeld,
            judged.Reasons[0].InEnglish().EndsWith($"; 7 of 32 photos are unlike those that the model learned from, such as lot/dark-0.jpg ({Dark}), so that no flag of this lot rejects before a person has read it", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, Verdict.Reject)]
    [InlineData(Dark, Verdict.Hold)]
    public void One_flagged_photo_like_those_learned_from_is_enough_for_a_flag_to_count(string? second, Verdict verdict)
    {
        var items = Enumerable.Range(0, 8).Select(at => ItemJudge.Judge($"{at}", [Flagged(Dark, 0.01, score: 9), Flagged(second, 0.01)], Make.Terms)).ToList();
        Assert.Equal(verdict, Judge(items).Verdict);
    }

    // The class and the severity of an item come from the worst of its flags; a milder one that counts does not speak for it.
    [Fact]
    public void A_milder_flag_that_counts_does_not_make_a_worse_one_count()
    {
        var item = ItemJudge.Judge("1", [Flagged(Dark, 0.01, "hole"), Flagged(null, 0.01)], Make.Terms);
        Assert.Equal(("hole", Severity.Critical, true), (item.DefectClass, item.Severity, item.IsFlagUnsure));
    }

    // Of one severity the class is that of a flag that counts, whatever the scores.
    [Fact]
    public void Of_flags_of_one_severity_one_that_counts_names_the_class()
    {
        var item = ItemJudge.Judge("1", [Flagged(Dark, 0.01, "dent", 9), Flagged(null, 0.01)], Make.Terms);
        Assert.Equal(("stain", false), (item.DefectClass, item.IsFlagUnsure));
    }

    [Theory]
    [InlineData(StrangeGoods.MostOfOnePhoto, Verdict.Reject)]
    [InlineData(StrangeGoods.MostOfOnePhoto + 0.0001, Verdict.Hold)]
    public void An_item_beyond_what_a_photo_of_own_goods_reaches_is_perhaps_other_goods_and_its_flag_rejects_nothing(double strangeness, Verdict verdict)
    {
        var judged = Judge(Items("odd", 12, null, strangeness));
        var isOther = verdict == Verdict.Hold;
        Assert.Equal(verdict, judged.Verdict);
        Assert.All(judged.Lot.Items.Where(item => item.Standing == ItemStanding.Flagged), item => Assert.Equal(isOther, item.IsPerhapsOtherGoods));
        Assert.Equal(isOther, judged.Reasons[0].InEnglish().EndsWith("; flags on what are perhaps other goods wait for a person and reject nothing: 12", StringComparison.Ordinal));
        Assert.Equal(isOther, judged.Remarks.InEnglish().Any(remark => remark.StartsWith("Perhaps other goods: odd-0, odd-1", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_is_perhaps_other_goods_is_shown_before_higher_scores()
    {
        var judged = Judge([.. Items("known", 2, null, 0.1, score: 9), .. Items("odd", 1, null, 0.9)]);
        Assert.Equal(["odd-0", "known-0", "known-1"], Exhibited.Items(judged).Select(item => item.Name));
    }

    [Theory]
    [InlineData(0.13, Verdict.Reject)]
    [InlineData(null, Verdict.Hold)]
    public void Flags_alone_of_a_model_that_cannot_tell_which_goods_it_knows_reject_nothing(double? most, Verdict verdict)
    {
        var judged = Make.Judge(Make.Lot(280, SampleOfG, stains: 20), model: Make.Model with { MostStrange = most });
        Assert.Equal(verdict, judged.Verdict);
        Assert.Equal(verdict == Verdict.Hold, judged.Reasons[0].InEnglish().EndsWith("; this model cannot tell whether it knows these goods, so that its flags alone reject nothing", StringComparison.Ordinal));
        Assert.Equal(Verdict.Reject, Make.Judge(Make.Read(Make.Lot(280, SampleOfG, stains: 20)), model: Make.Model with { MostStrange = most }).Verdict);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData(Dark, true)]
    public void No_estimate_of_defects_is_made_from_flags_that_do_not_count(string? outside, bool isRefused)
    {
        var judged = Judge(Items("dark", 20, outside, 0.01));
        var claim = new ClaimChain(Make.Terms, AnalysisPlan.Of("s", Make.Terms, Make.Model, null, ["lot"]), Make.Model).Of(judged);
        Assert.Equal(isRefused, claim.Correction!.Refused is not null);
        Assert.Equal(isRefused, claim.Correction.AtLeast == 0);
    }

    private static LotJudgement Judge(IReadOnlyList<Item> items) =>
        Make.Judge(new Lot("lot", 280, ItemSource.Manifest, [.. items, .. Enumerable.Range(0, SampleOfG - items.Count).Select(Make.Clear)]));

    private static List<Item> Items(string name, int count, string? outside, double strangeness, double score = 1) =>
        [.. Enumerable.Range(0, count).Select(at => ItemJudge.Judge($"{name}-{at}", [Flagged(outside, strangeness, score: score)], Make.Terms))];

    private static InspectedFile Flagged(string? outside, double strangeness, string defectClass = "stain", double score = 1) =>
        Make.Photo(Standing.Flagged) with { Finding = new Finding(score, Standing.Flagged, null, defectClass) { OutsideTrainedRange = outside, Strangeness = strangeness } };
}
