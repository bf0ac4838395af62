using DefectVision.Evidence.Data;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Report;

namespace DefectVision.Evidence.Tests;

/// <summary>Rules: page one says which flags reject nothing, why, and what to look at first, in English and Chinese; the list of items to look at begins with what are perhaps other goods.</summary>
public sealed class UnsureFlagNotesTests
{
    private const string CannotTell = "This model cannot tell whether it knows these goods: its flags alone reject nothing.";

    [Fact]
    public void Page_one_names_flags_outside_the_trained_range_and_perhaps_other_goods()
    {
        using var written = new WrittenEvidence(Cases.FlagsUnsure().Record());
        Assert.Contains(
            "Photos of 6 items flagged in lot LOT-A are unlike those that the model learned from, such as LOT-A, 001 (JPEG quality 40, learned from 75 and more; brightness 0.31, learned from 0.45 to 0.60): these flags reject nothing before a person has looked.",
            PageOne(written, "In this report: "),
            StringComparison.Ordinal);
        Assert.Contains("Perhaps other goods, to be looked at first: LOT-A (007, 008, 009, 010). Flags on them reject nothing before that.", PageOne(written, "In this report: "), StringComparison.Ordinal);
        Assert.DoesNotContain(CannotTell, written.Visible, StringComparison.Ordinal);
        var count = written.Summary.GetProperty("lots")[0].GetProperty("by_severity").GetProperty("major");
        Assert.Equal((14, 10), (count.GetProperty("flagged_unread").GetInt32(), count.GetProperty("flagged_not_counted").GetInt32()));
    }

    [Fact]
    public void Page_one_says_that_a_lot_was_photographed_otherwise_than_the_model_learned()
    {
        using var written = new WrittenEvidence(Cases.FlagsInTheDark().Record());
        Assert.Contains(
            "Many photos of lot LOT-A are unlike those that the model learned from, such as PO-1/LOT-A/021_front.jpg (brightness 0.31, learned from 0.45 to 0.60): no flag there rejects before a person has looked.",
            PageOne(written, "In this report: "),
            StringComparison.Ordinal);
        Assert.DoesNotContain("Many photos", string.Join('\n', UnsureFlagNotes.Of(Cases.FlagsUnsure().Record()).Select(FormattableString.Invariant)), StringComparison.Ordinal);
    }

    [Fact]
    public void In_Chinese_too()
    {
        using var written = new WrittenEvidence(Cases.FlagsUnsure().Record(), options: new ReportOptions(Language.Parse("zh")!, HasPdf: false));
        Assert.Contains("可能为其他货物，请先查看：LOT-A（007、008、009、010）。", PageOne(written, "本报告内容：").Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        using var foreign = new WrittenEvidence(Cases.ForeignModel().Record(), options: new ReportOptions(Language.Parse("zh")!, HasPdf: false));
        Assert.Contains("本模型无法判断其是否认识此类货物：仅凭其标记不作拒收。", foreign.Visible, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_one_says_of_a_model_that_cannot_tell_which_goods_it_knows_that_its_flags_alone_reject_nothing()
    {
        using var written = new WrittenEvidence(Cases.ForeignModel().Record());
        Assert.Contains(CannotTell, PageOne(written, "In this report: "), StringComparison.Ordinal);
        Assert.Empty(UnsureFlagNotes.Of(Cases.FlagsReject().Record()));
        Assert.Empty(UnsureFlagNotes.Of(Cases.NoModel().Record()));
    }

    [Fact]
    public void What_are_perhaps_other_goods_is_looked_at_first()
    {
        var record = Cases.FlagsUnsure().Record();
        var items = ToConfirmFile.Items(record, Terms.Of(record));
        Assert.Equal(["007", "008", "009", "010", "001"], items.Take(5).Select(item => item.Name));
        Assert.Equal(
            ["perhaps other goods: the model may not know them; flagged by it", "flagged by the model, on a photo unlike those that it learned from", "flagged by the model"],
            items.Select(item => item.Why).Distinct());
    }

    private static string PageOne(WrittenEvidence written, string end)
    {
        var text = string.Join('\n', written.Page.Descendants().Where(element => element.Name.LocalName is "h1" or "p" or "td" or "li").Select(element => element.Value));
        return text[..text.IndexOf(end, StringComparison.Ordinal)];
    }
}
