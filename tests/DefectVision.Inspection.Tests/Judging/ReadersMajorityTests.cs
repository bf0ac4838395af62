using DefectVision.Inspection.Judging;
using DefectVision.Inspection.Reviewing;

namespace DefectVision.Inspection.Tests.Judging;

/// <summary>
/// Rules: of a reader's lines the worst counts; of several readers the majority decides severity, class and cause; a tie counts milder, and what it may still
/// become is kept (verification protocol of the statistics page, 2.6). As agreed here: hole critical (material), stain major, thread minor.
/// </summary>
public sealed class ReadersMajorityTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("a:hole", Severity.Critical, Severity.Critical, "hole")]
    [InlineData("a:hole a:thread", Severity.Critical, Severity.Critical, "hole")]
    [InlineData("a:thread a:hole", Severity.Critical, Severity.Critical, "hole")]
    [InlineData("a:hole b:thread", Severity.Minor, Severity.Critical, "thread")]
    [InlineData("a:hole b:stain", Severity.Major, Severity.Critical, "stain")]
    [InlineData("a:hole b:hole c:thread", Severity.Critical, Severity.Critical, "hole")]
    [InlineData("a:hole b:thread c:thread", Severity.Minor, Severity.Minor, "thread")]
    [InlineData("a:hole b:hole c:thread d:thread", Severity.Minor, Severity.Critical, "thread")]
    [InlineData("a:seam b:rip", Severity.Major, Severity.Major, "rip")]
    [InlineData("a:thread b:good c:hole", Severity.Minor, Severity.Critical, "thread")]
    [InlineData("a:hole b:good", Severity.Critical, Severity.Critical, "hole")]
    public void The_majority_of_those_who_see_a_defect_decides_and_a_tie_is_milder(string lines, Severity severity, Severity atMost, string defectClass)
    {
        var item = Judge(Make.Photo(Standing.Clear), [.. lines.Split(' ').Select(line => line[2..] == "good" ? Says(line[..1], ReaderWord.Good) : Says(line[..1], defectClass: line[2..]))]);
        Assert.Equal((severity, atMost, defectClass), (item.Severity, item.SeverityAtMost, item.DefectClass));
    }

    [Fact]
    public void A_severity_as_written_goes_before_that_of_the_class()
    {
        var item = Judge(Make.Photo(Standing.Clear), Says("a", defectClass: "hole", severity: Severity.Minor));
        Assert.Equal((Severity.Minor, Severity.Minor, "hole"), (item.Severity, item.SeverityAtMost, item.DefectClass));
    }

    [Fact]
    public void A_bare_yes_takes_the_class_and_the_severity_of_the_flag()
    {
        var item = Judge(Make.Photo(Standing.Flagged, "hole", 1), Says("a"));
        Assert.Equal((Severity.Critical, "hole", Cause.Material), (item.Severity, item.DefectClass, item.Cause));
        Assert.Equal(Severity.Minor, Judge(Make.Photo(Standing.Flagged, "hole", 1), Says("a"), Says("a", defectClass: "thread")).Severity);
    }

    [Fact]
    public void The_cause_is_the_one_that_most_name_else_that_of_the_class()
    {
        Assert.Equal(Cause.Process, Judge(Make.Photo(Standing.Clear), Says("a", defectClass: "hole", cause: Cause.Process), Says("b", defectClass: "hole")).Cause);
        Assert.Equal(Cause.Material, Judge(Make.Photo(Standing.Clear), Says("a", defectClass: "hole", cause: Cause.Process), Says("b", defectClass: "hole", cause: Cause.Packaging)).Cause);
    }

    [Fact]
    public void An_item_on_which_nobody_sees_a_defect_keeps_what_the_model_says()
    {
        Assert.Equal((Severity.Critical, Severity.Critical), Severities(Judge(Make.Photo(Standing.Flagged, "hole", 1), Says("a", ReaderWord.Unsure))));
        Assert.Equal((Severity.Critical, Severity.Critical), Severities(Judge(Make.Photo(Standing.Flagged, "hole", 1), Says("a", ReaderWord.Good), Says("b", ReaderWord.Good), Says("c", defectClass: "thread"))));
        Assert.Equal((null, null), Severities(Judge(Make.Photo(Standing.Clear), Says("a", ReaderWord.Unsure))));
    }

    [Fact]
    public void In_what_is_claimed_a_tie_counts_as_the_milder_severity()
    {
        var tied = Judge(Make.Photo(Standing.Clear), Says("a", defectClass: "hole"), Says("b", defectClass: "stain"));
        var lot = Make.Lot(280, 32);
        var judged = Make.Judge(lot with { Items = [tied, .. lot.Items.Skip(1)] });
        var item = Assert.Single(judged.Nonconforming);
        Assert.Equal((Severity.Major, Severity.Critical), (item.WorstSeverity, item.SeverityAtMost));
    }

    private static (Severity?, Severity?) Severities(Item item) => (item.Severity, item.SeverityAtMost);

    private static Item Judge(InspectedFile photo, params Confirmation[] lines) => ItemJudge.Judge("x", [photo], Make.Terms, ItemReview.Of(lines));

    private static Confirmation Says(string reader, ReaderWord word = ReaderWord.Defective, string? defectClass = null, Severity? severity = null, Cause? cause = null) =>
        new("lot", "x", word, reader, Noon, defectClass, severity, cause);
}
