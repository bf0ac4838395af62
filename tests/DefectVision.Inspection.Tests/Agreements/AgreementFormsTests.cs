using System.Text;
using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Judging;
using DefectVision.Statistics.Sampling;

namespace DefectVision.Inspection.Tests.Agreements;

/// <summary>Rules: an agreement is read as contracts and editors write it; what was assumed is said; all wrong values are named at once.</summary>
public sealed class AgreementFormsTests
{
    [Fact]
    public void An_agreement_that_Chinese_Windows_saved_is_read_and_said()
    {
        var agreement = AgreementReader.Read(CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes("supplier: 示例服装有限公司\n"), "agreement.yaml");
        Assert.Equal("示例服装有限公司", agreement.Supplier!.Name);
        Assert.Equal(["agreement.yaml: read as GB18030 text."], Said(agreement));
    }

    [Theory]
    [InlineData("ISO 2859-1", Iso2859.Edition, true)]
    [InlineData("ISO 2859", Iso2859.Edition, true)]
    [InlineData("ISO 2859-1:2026", Iso2859.Edition, true)]
    [InlineData("GB/T2828.1", Iso2859.Edition, true)]
    [InlineData("AQL", Iso2859.Edition, true)]
    [InlineData("ISO2859-1:1999", Iso2859.Edition, false)]
    [InlineData("GB/T 2828.1-2012", Iso2859.Edition, false)]
    [InlineData("ANSI/ASQ Z1.4", MilStd105E.Edition, true)]
    [InlineData("ANSI Z1.4-2008", MilStd105E.Edition, true)]
    [InlineData("MIL-STD-105D", MilStd105E.Edition, true)]
    [InlineData("MIL-STD-105E", MilStd105E.Edition, false)]
    [InlineData("ANSI/ASQ Z1.4-2003", MilStd105E.Edition, true)]
    [InlineData("ANSI/ASQC Z1.4-1993", MilStd105E.Edition, true)]
    [InlineData("ASQ Z1.4 (R2018)", MilStd105E.Edition, true)]
    [InlineData("MIL STD 105 D", MilStd105E.Edition, true)]
    [InlineData("GB/T 2828.1-2003", Iso2859.Edition, true)]
    [InlineData("GB 2828-2012", Iso2859.Edition, true)]
    [InlineData("BS 6001-1", Iso2859.Edition, true)]
    [InlineData("BS 6001-1:1999+A1:2011", Iso2859.Edition, true)]
    [InlineData("JIS Z 9015-1", Iso2859.Edition, true)]
    [InlineData("DIN ISO 2859-1:2014", Iso2859.Edition, true)]
    [InlineData("ISO 2859 Part 1", Iso2859.Edition, true)]
    [InlineData("ISO 2859:1999", Iso2859.Edition, true)]
    public void A_standard_is_known_by_any_of_its_names_and_the_edition_that_is_used_is_said(string written, string edition, bool isSaid)
    {
        var agreement = Read($"standard: {written}\n");
        Assert.Equal(edition, new AgreedTerms(agreement).Standard);
        Assert.Equal(isSaid ? [$"agreement.yaml: the standard is given as {written}; the numbers used are those of {edition}."] : [], Said(agreement));
    }

    [Theory]
    [InlineData("GII", "II")]
    [InlineData("G-II", "II")]
    [InlineData("General II", "II")]
    [InlineData("General Inspection Level II", "II")]
    [InlineData("Level III", "III")]
    [InlineData("2", "II")]
    [InlineData("Ⅱ", "II")]
    [InlineData("一般检验水平II", "II")]
    [InlineData("S3", "S-3")]
    [InlineData("Special S-3", "S-3")]
    [InlineData("Special 3", "S-3")]
    [InlineData("特殊检验水平S-4", "S-4")]
    [InlineData("一般水平II", "II")]
    [InlineData("检查水平Ⅱ", "II")]
    [InlineData("G2", "II")]
    [InlineData("Level 2", "II")]
    [InlineData("Level S-2", "S-2")]
    [InlineData("S4", "S-4")]
    [InlineData("'Level: II'", "II")]
    public void A_level_is_known_as_contracts_write_it(string written, string level) => Assert.Equal(level, Read($"inspection_level: {written}\n").InspectionLevel);

    // ISO 2859-2 is for isolated lots, -5 sequential, -10 a guide; ISO 3951 and Z1.9 sample by variables; MIL-STD-1916 has tables of its own.
    [Theory]
    [InlineData("ISO 2859-2")]
    [InlineData("ISO 2859-10")]
    [InlineData("BS 6001-2")]
    [InlineData("BS 6001-10")]
    [InlineData("GB/T 2828.10")]
    [InlineData("GB/T 2828.2")]
    [InlineData("JIS Z 9015-2")]
    [InlineData("ISO 3951-1")]
    [InlineData("ANSI/ASQ Z1.9")]
    [InlineData("MIL-STD-1916")]
    [InlineData("Squeglia C=0")]
    [InlineData("ISO 2859-1 double sampling")]
    [InlineData("GB/T 2828.1-2012 二次抽样")]
    public void A_standard_whose_single_plans_are_not_here_is_refused(string written) =>
        Assert.StartsWith("agreement.yaml(1,11): found standard '" + written, Assert.Throws<AgreementException>(() => Read($"standard: {written}\n")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("inspection_severity: tightened", InspectionSeverity.Tightened)]
    [InlineData("inspection_severity: Reduced inspection", InspectionSeverity.Reduced)]
    [InlineData("inspection_severity: 加严", InspectionSeverity.Tightened)]
    [InlineData("inspection_severity: 放宽检验", InspectionSeverity.Reduced)]
    [InlineData("inspection_severity: 正常", InspectionSeverity.Normal)]
    [InlineData("severity: tightened", InspectionSeverity.Tightened)]
    [InlineData("sampling: { severity: tightened }", InspectionSeverity.Tightened)]
    [InlineData("sampling: tightened", InspectionSeverity.Tightened)]
    [InlineData("inspection_level: II, tightened", InspectionSeverity.Tightened)]
    [InlineData("standard: GB/T 2828.1-2012 加严检验", InspectionSeverity.Tightened)]
    [InlineData("standard: ISO 2859-1:1999, reduced inspection", InspectionSeverity.Reduced)]
    [InlineData("product: shirt", InspectionSeverity.Normal)]
    public void Inspection_is_normal_unless_the_agreement_says_otherwise_in_any_of_its_ways(string yaml, InspectionSeverity severity) =>
        Assert.Equal(severity, new AgreedTerms(Read(yaml + "\n")).InspectionSeverityOf("A"));

    [Fact]
    public void The_severity_of_a_lot_goes_before_that_of_all()
    {
        var terms = new AgreedTerms(Read("inspection_severity: tightened\nlots: { A: { size: 500, inspection_severity: reduced }, B: 500 }\n"));
        Assert.Equal([InspectionSeverity.Reduced, InspectionSeverity.Tightened], new[] { "A", "B" }.Select(terms.InspectionSeverityOf));
        Assert.Equal((SamplingFrame.Random, InspectionSeverity.Reduced), Read("sampling: { frame: random, severity: reduced }\n") is var both ? (both.Sampling, both.InspectionSeverity) : default);
    }

    [Theory]
    [InlineData("inspection_severity: strict", "found inspection_severity 'strict', wanted normal, tightened or reduced")]
    [InlineData("lots: { A: { severity: normal or reduced } }", "found lots.A.severity 'normal or reduced', wanted normal, tightened or reduced")]
    [InlineData("standard: ISO 2859-1, tightened\ninspection_severity: reduced", "found tightened inspection here and inspection_severity reduced, wanted one of them")]
    [InlineData("severity: normal\ninspection_severity: reduced", "found inspection severity 'Reduced' beside 'Normal', wanted one of them")]
    [InlineData("standard: ISO 2859-1, level I\ninspection_level: II", "found level I here and inspection_level II, wanted one of them")]
    public void A_severity_that_is_none_or_contradicts_itself_is_named(string yaml, string said) =>
        Assert.EndsWith(said, Assert.Throws<AgreementException>(() => Read(yaml + "\n")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("ISO 2859-1, level I", "I")]
    [InlineData("GB/T 2828.1 一般检验水平III", "III")]
    [InlineData("ISO 2859-1:1999", null)]
    public void A_level_beside_the_standard_is_read(string standard, string? level) => Assert.Equal(level, Read($"standard: {standard}\n").InspectionLevel);

    [Theory]
    [InlineData("IV")]
    [InlineData("S-5")]
    [InlineData("4")]
    [InlineData("Special II")]
    [InlineData("GS")]
    public void A_level_that_no_standard_has_is_refused(string written) => Assert.Throws<AgreementException>(() => Read($"inspection_level: {written}\n"));

    [Theory]
    [InlineData("2.5%", 2.5)]
    [InlineData("2.5 %", 2.5)]
    [InlineData("10", 10)]
    public void An_AQL_may_carry_its_sign(string written, double percent) => Assert.Equal((decimal)percent, Read($"aql: {{ major: {written} }}\n").Limits[Severity.Major].AqlPercent);

    [Theory]
    [InlineData("0", true)]
    [InlineData("0.0", true)]
    [InlineData("0 %", true)]
    [InlineData("Not allowed", false)]
    [InlineData("none", false)]
    [InlineData("不允许", false)]
    public void An_AQL_of_zero_is_not_allowed(string written, bool isSaid)
    {
        var agreement = Read($"aql: {{ critical: {written} }}\n");
        Assert.Equal(SeverityLimit.NotAllowed, agreement.Limits[Severity.Critical]);
        Assert.Equal(isSaid ? ["agreement.yaml: an AQL of 0 for critical is read as: not allowed."] : [], Said(agreement));
    }

    [Fact]
    public void All_wrong_values_are_named_at_once_in_the_order_of_the_file()
    {
        var fault = Assert.Throws<AgreementException>(() => Read("currency: US$\naql:\n  major: 3\n  minor: 15\nlots:\n  A: { size: 0, due_date: soon }\n  B: { size: few }\ncosts: { freight: much }\n"));
        Assert.Equal(
            ["agreement.yaml(1,11)", "agreement.yaml(3,10)", "agreement.yaml(4,10)", "agreement.yaml(6,14)", "agreement.yaml(6,27)", "agreement.yaml(7,14)", "agreement.yaml(8,19)"],
            fault.Message.Split('\n').Select(line => line[..line.IndexOf(':', StringComparison.Ordinal)]));
    }

    [Theory]
    [InlineData("aql:\n\tmajor: 2.5\n", "agreement.yaml(2,1): found a tab")]
    [InlineData("product: shirt\nunit_price：12.50\nbuyer: B\n", "agreement.yaml(2,11): found the full-width colon '：' after unit_price")]
    public void What_a_keyboard_does_to_YAML_is_told_in_plain_words(string yaml, string said) =>
        Assert.StartsWith(said, Assert.Throws<AgreementException>(() => Read(yaml)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("24.11.2026")]
    [InlineData("2026/11/24")]
    [InlineData("2026年11月24日")]
    [InlineData("24/11/2026")]
    public void A_date_with_one_reading_is_read(string date) => Assert.Equal(new DateOnly(2026, 11, 24), Read($"contract: {{ date: {date} }}\n").Contract.Date);

    [Theory]
    [InlineData("\uD800I")]
    [InlineData("\uFFFE")]
    public void What_is_no_letter_of_Unicode_is_no_level_and_no_fault(string text) =>
        Assert.Equal(InspectionLevel.II, new AgreedTerms(new Agreement { InspectionLevel = text }).LevelOf(SectionKind.Workmanship));

    private static IEnumerable<string> Said(Agreement agreement) => agreement.Assumed.Select(FormattableString.Invariant);

    private static Agreement Read(string yaml) => AgreementReader.Read(Encoding.UTF8.GetBytes(yaml), "agreement.yaml");
}
