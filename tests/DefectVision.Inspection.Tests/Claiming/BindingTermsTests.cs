using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Claiming;
using DefectVision.Inspection.Drawing;
using DefectVision.Inspection.Judging;
using DefectVision.Statistics.Sampling;

namespace DefectVision.Inspection.Tests.Claiming;

/// <summary>Rules of class G (issue "one case, one verdict", section 4): lot size, plan, severities and sampling lose it when they change after scoring began; names, dates and prices do not.</summary>
public sealed class BindingTermsTests
{
    private static readonly Agreement Agreed = Sized(280);

    public static TheoryData<string> Binding => [.. Altered.Keys];

    private static SortedDictionary<string, (Agreement Changed, TermKind Kind, string Subject)> Altered => new(StringComparer.Ordinal)
    {
        ["level"] = (Agreed with { InspectionLevel = "III" }, TermKind.Level, "workmanship"),
        ["limit"] = (Agreed with { Limits = new SortedDictionary<Severity, SeverityLimit> { [Severity.Major] = new(4.0m) } }, TermKind.Limit, "major"),
        ["own plan"] = (Agreed with { Limits = new SortedDictionary<Severity, SeverityLimit> { [Severity.Major] = new(2.5m) { Own = new(32, 2, 3) } } }, TermKind.Limit, "major"),
        ["counted together"] = (Agreed with { Combined = [new AgreedLimit(new SeverityRange(Severity.Critical, Severity.Major), new SeverityLimit(2.5m))] }, TermKind.Limit, "major"),
        ["inspection severity"] = (Agreed with { InspectionSeverity = InspectionSeverity.Tightened }, TermKind.InspectionSeverity, "lot"),
        ["inspection severity of the lot"] = (Agreed with { Lots = new SortedDictionary<string, AgreedLot> { ["lot"] = new(280) { InspectionSeverity = InspectionSeverity.Reduced } } }, TermKind.InspectionSeverity, "lot"),
        ["class"] = (Agreed with { Classes = new Dictionary<string, AgreedClass>(Agreed.Classes) { ["stain"] = new(Severity.Minor, null) } }, TermKind.ClassSeverity, "stain"),
        ["measurements"] = (Agreed with { Measurements = AgreedMeasurements.None with { Severity = Severity.Critical } }, TermKind.MeasurementSeverity, string.Empty),
        ["point"] = (Agreed with { Measurements = AgreedMeasurements.None with { Points = new SortedDictionary<string, Severity> { ["length"] = Severity.Minor } } }, TermKind.MeasurementSeverity, "length"),
        ["tests"] = (Agreed with { TestSeverity = Severity.Minor }, TermKind.TestSeverity, string.Empty),
        ["lot size"] = (Sized(300), TermKind.LotSize, "lot"),
    };

    // A term that is taken out changes as much as one that is put in.
    [Theory]
    [MemberData(nameof(Binding))]
    public void A_term_that_changes_loses_the_guarantee_whichever_way_it_goes(string name)
    {
        var (changed, kind, subject) = Altered[name];
        var (before, after) = (Of(Agreed), Of(changed));
        var there = Assert.Single(BindingTerms.Changes(before, after, null), change => change.Kind == kind && change.Subject == subject);
        var back = Assert.Single(BindingTerms.Changes(after, before, null), change => change.Kind == kind && change.Subject == subject);
        Assert.True(there.LosesGuarantee && back.LosesGuarantee);
        Assert.Equal((there.Before, there.After), (back.After, back.Before));

        var judged = Make.Judge(Make.Drawn(Make.Lot(280, 32)));
        Assert.Equal('G', judged.Sample.Class);
        Assert.Null(BindingTerms.Applied(judged, [there]).Sample.Class);
    }

    [Fact]
    public void Names_dates_and_prices_bind_nothing() =>
        Assert.Empty(BindingTerms.Changes(Of(Agreed), Of(Agreed with { Product = "shirts", UnitPrice = 99m, Currency = "EUR" }), null));

    [Fact]
    public void What_is_named_as_its_default_says_changes_nothing()
    {
        var named = Agreed with
        {
            TestSeverity = AgreedTerms.DefaultSeverity,
            Measurements = new AgreedMeasurements(AgreedTerms.DefaultSeverity, new SortedDictionary<string, Severity> { ["length"] = AgreedTerms.DefaultSeverity }),
        };
        Assert.Empty(BindingTerms.Changes(Of(Agreed), Of(named), null));
        Assert.Empty(BindingTerms.Changes(Of(named), Of(Agreed), null));
    }

    // Lots that nobody knew when scoring began had no statement; journals of earlier versions know fewer kinds.
    [Fact]
    public void What_nobody_had_said_anything_of_is_no_change()
    {
        Assert.Empty(BindingTerms.Changes(BindingTerms.Of(new AgreedTerms(Agreed), null, []), Of(Agreed), null));
        Assert.Empty(BindingTerms.Changes([.. Of(Agreed).Where(term => term.Kind is not (TermKind.MeasurementSeverity or TermKind.TestSeverity))], Of(Agreed), null));
    }

    [Fact]
    public void A_size_that_the_draw_list_said_from_the_start_keeps_the_guarantee()
    {
        var draw = new DrawList("draw.csv", "digest", [new LotDraw("lot", ["a"], 300, 1, 7, null, null, null)]);
        var (before, after) = (BindingTerms.Of(new AgreedTerms(Agreed), draw, ["lot"]), BindingTerms.Of(new AgreedTerms(Altered["lot size"].Changed), draw, ["lot"]));
        Assert.False(Assert.Single(BindingTerms.Changes(before, after, draw)).LosesGuarantee);
        Assert.True(Assert.Single(BindingTerms.Changes(before, after, draw with { Lots = [draw.Lots[0] with { LotSize = 280 }] })).LosesGuarantee);
        Assert.True(BindingTerms.Changes(before, BindingTerms.Of(new AgreedTerms(Altered["lot size"].Changed), draw with { Sha256 = "other" }, ["lot"]), draw with { Sha256 = "other" })
            .Single(change => change.Kind == TermKind.LotSize).LosesGuarantee);
    }

    private static Agreement Sized(long size) => Make.Agreement with { Lots = new SortedDictionary<string, AgreedLot> { ["lot"] = new(size, null) } };

    private static IReadOnlyList<BindingTerm> Of(Agreement agreement) => BindingTerms.Of(new AgreedTerms(agreement), null, ["lot"]);
}
