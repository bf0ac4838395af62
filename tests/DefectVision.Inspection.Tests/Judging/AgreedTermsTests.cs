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
        Assert.Equal("II", terms.LevelName);
        Assert.Equal(
            [(Severity.Minor, "AQL 4.0"), (Severity.Major, "AQL 2.5"), (Severity.Critical, "not allowed")],
            terms.Limits.OrderBy(limit => limit.Key).Select(limit => (limit.Key, limit.Value.ToString())));
        Assert.Equal(
            [
                "Standard not agreed: ISO 2859-1:1999 / GB/T 2828.1-2012 was taken.",
                "Inspection level not agreed: general level II was taken.",
                "Limit for critical defects not agreed: not allowed was taken.",
                "Limit for major defects not agreed: AQL 2.5 was taken.",
                "Limit for minor defects not agreed: AQL 4.0 was taken.",
                "How the items were chosen is not recorded: bounds for the lot hold only if they were drawn at random, and carry no guarantee.",
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
        Assert.Equal("S-2", terms.LevelName);
        Assert.Equal("AQL 1.0", terms.Limits[Severity.Major].ToString());
    }

    // Statistics policy: the program refuses the G label when the sampling method is not recorded as random, or as the whole lot.
    [Theory]
    [InlineData(SamplingFrame.All, 32, 'G')]
    [InlineData(SamplingFrame.All, 280, null)]
    [InlineData(SamplingFrame.Random, 280, 'G')]
    [InlineData(SamplingFrame.Random, 31, null)]
    [InlineData(SamplingFrame.Systematic, 280, null)]
    [InlineData(SamplingFrame.InspectorsChoice, 280, null)]
    [InlineData(null, 280, null)]
    public void A_bound_is_guaranteed_only_when_the_items_speak_for_the_lot(SamplingFrame? sampling, int lotSize, char? guarantee)
    {
        var terms = new AgreedTerms(new Agreement { Sampling = sampling });
        var items = Enumerable.Range(1, 32).Select(number => new Item($"{number:000}", [], ItemStanding.Clear, null, null)).ToList();
        var judged = LotJudge.Judge(new Lot("LOT-A", lotSize, ItemSource.FileNames, items), terms);
        Assert.Equal(guarantee, judged.FlaggedShare!.Class);
    }

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
