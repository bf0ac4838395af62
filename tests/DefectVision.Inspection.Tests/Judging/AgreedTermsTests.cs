using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Judging;

namespace DefectVision.Inspection.Tests.Judging;

/// <summary>Rule: nothing agreed is level II, critical not allowed, major 2.5, minor 4.0, each printed as a default and never silent.</summary>
public sealed class AgreedTermsTests
{
    [Fact]
    public void Where_nothing_is_agreed_every_default_is_printed()
    {
        var terms = new AgreedTerms(Agreement.None);
        Assert.Equal("II", terms.LevelNameOf(SectionKind.Workmanship));
        Assert.Equal(
            [(Severity.Critical, "not allowed", true), (Severity.Major, "AQL 2.5", true), (Severity.Minor, "AQL 4.0", true)],
            terms.Limits.Select(limit => (limit.Severity.Worst, limit.Limit.ToString(), limit.IsDefault)));
        Assert.Equal(
            [
                "Standard not agreed: ISO 2859-1:1999 / GB/T 2828.1-2012 was taken.",
                "Inspection level not agreed: general level II was taken.",
                "Limit for critical defects not agreed: not allowed was taken.",
                "Limit for major defects not agreed: AQL 2.5 was taken.",
                "Limit for minor defects not agreed: AQL 4.0 was taken.",
                "The agreement does not say how the items were chosen: a lot without a draw list has no guaranteed bound, unless all its items are there.",
                "Severity of defect classes not agreed: every flagged item was counted as major.",
            ],
            terms.Defaults.InEnglish());
    }

    [Fact]
    public void What_is_agreed_is_no_default()
    {
        var terms = new AgreedTerms(new Agreement
        {
            Standard = "ISO 2859-1:1999 / GB/T 2828.1-2012",
            InspectionLevel = "S-2",
            Sampling = SamplingFrame.Random,
            Limits = new Dictionary<Severity, SeverityLimit> { [Severity.Major] = new(1.0m), [Severity.Minor] = new(2.5m), [Severity.Critical] = new(0.10m) },
            Classes = Make.Agreement.Classes,
        });
        Assert.Empty(terms.Defaults);
        Assert.Equal("S-2", terms.LevelNameOf(SectionKind.Workmanship));
        Assert.Equal("AQL 1.0", terms.LimitOf(Severity.Major)!.ToString());
    }

    // Statistics policy: the program refuses the G label unless the whole lot was photographed or a draw list proves the draw; the agreement's word is a condition.
    [Theory]
    [InlineData(SamplingFrame.All, 32, 'G')]
    [InlineData(SamplingFrame.All, 33, null)]
    [InlineData(SamplingFrame.Random, 32, 'G')]
    [InlineData(SamplingFrame.Random, 31, null)]
    [InlineData(SamplingFrame.Random, 280, null)]
    [InlineData(SamplingFrame.Systematic, 280, null)]
    [InlineData(SamplingFrame.InspectorsChoice, 280, null)]
    [InlineData(null, 32, 'G')]
    [InlineData(null, 280, null)]
    public void Without_a_draw_list_a_bound_is_guaranteed_only_for_all_items(SamplingFrame? sampling, int lotSize, char? guarantee)
    {
        var judged = LotJudge.Judge(Of32(lotSize), new AgreedTerms(new Agreement { Sampling = sampling }), Make.Model, GivenEvidence.None);
        Assert.Equal(guarantee, judged.Sample.Class);
        Assert.Equal(sampling == SamplingFrame.Random && lotSize == 280, judged.Sample.Condition is not null);
    }

    [Theory]
    [InlineData(280, 280, null, true)]
    [InlineData(2800, 280, null, false)]
    [InlineData(280, 280, "it gives no seed", false)]
    public void With_a_draw_list_it_is_where_the_list_proves_a_draw_from_a_lot_of_the_agreed_size(int lotSize, int listed, string? problem, bool isGuaranteed)
    {
        var lot = Make.Drawn(Of32(lotSize), listed, problem is null ? null : (FormattableString)$"{problem}");
        var sample = new AgreedTerms(new Agreement()).Sample(lot);
        Assert.Equal(isGuaranteed, sample.SpeaksForLot);
        Assert.Null(sample.Condition);
        var agreed = new AgreedTerms(new Agreement { Sampling = SamplingFrame.Random }).Sample(lot);
        Assert.Equal(isGuaranteed ? [] : ["if the items were drawn at random, as the agreement says; the draw list does not show it"], agreed.Condition is { } condition ? [condition.InEnglish()] : Array.Empty<string>());
    }

    [Fact]
    public void Where_each_photo_was_taken_for_an_item_not_even_all_of_them_are_enough()
    {
        var terms = new AgreedTerms(new Agreement { Sampling = SamplingFrame.All });
        Assert.True(terms.Sample(Of32(32)).SpeaksForLot);
        Assert.False(terms.Sample(Of32(32) with { ItemSource = ItemSource.EachPhoto }).SpeaksForLot);
        Assert.False(terms.Sample(Make.Drawn(Of32(280)) with { ItemSource = ItemSource.EachPhoto }).SpeaksForLot);
        Assert.True(terms.Sample(Make.Drawn(Of32(280)) with { ItemSource = ItemSource.DrawList }).SpeaksForLot);
    }

    [Fact]
    public void More_against_the_sample_than_a_missing_list_leaves_no_condition()
    {
        var terms = new AgreedTerms(new Agreement { Sampling = SamplingFrame.Random });
        Assert.Equal("if the items were drawn at random, as the agreement says; no draw list shows it", terms.Sample(Of32(280)).Condition!.InEnglish());
        Assert.Null(terms.Sample(Of32(280) with { ItemSource = ItemSource.EachPhoto }).Condition);
        Assert.Null(terms.Sample(Of32(280) with { SharedPhotos = ["lot/1.jpg"] }).Condition);
    }

    private static Lot Of32(long size) => new("LOT-A", size, ItemSource.FileNames, [.. Enumerable.Range(1, 32).Select(number => Make.Clear(number) with { Name = $"{number:000}" })]);

    [Fact]
    public void Of_limits_agreed_in_part_the_rest_is_printed_as_default()
    {
        var terms = new AgreedTerms(new Agreement { Limits = new Dictionary<Severity, SeverityLimit> { [Severity.Major] = new(1.0m) } });
        Assert.Equal(2, terms.Defaults.InEnglish().Count(line => line.StartsWith("Limit for", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("hole", Severity.Critical)]
    [InlineData("thread", Severity.Minor)]
    [InlineData("never agreed", Severity.Major)]
    [InlineData(null, Severity.Major)]
    public void A_class_whose_severity_is_not_agreed_counts_as_major(string? defectClass, Severity severity) =>
        Assert.Equal(severity, Make.Terms.SeverityOf(defectClass));

    [Theory]
    [InlineData("PO-1/LOT-A", 280L)]
    [InlineData("LOT-A", 280L)]
    [InlineData("PO-1/LOT-B", 90L)]
    [InlineData("PO-2/LOT-B", null)]
    [InlineData("LOT-AA", null)]
    public void A_lot_is_agreed_by_its_whole_name_or_the_last_part_of_it(string lot, long? size)
    {
        var terms = new AgreedTerms(new Agreement { Lots = new Dictionary<string, AgreedLot> { ["LOT-A"] = new(280), ["PO-1/LOT-B"] = new(90) } });
        Assert.Equal(size, terms.SizeOf(lot));
    }
}
