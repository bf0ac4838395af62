using DefectVision.Fixtures;
using DefectVision.Inspection;
using DefectVision.Inspection.Imported;
using DefectVision.Pipeline.Intake;

namespace DefectVision.Pipeline.Tests.Intake;

/// <summary>Rules: what others measured, tested and inspected is read whole, or the line that cannot be is named with found and wanted.</summary>
public sealed class ImportedListsTests : IDisposable
{
    private static readonly KnownItems Known = new([("PO/a", "1"), ("PO/b", "1"), ("PO/b", "2")], ["PO/c"]);

    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Theory]
    [InlineData("10,±0.5", "9.5", "10.5")]
    [InlineData("10,0.5", "9.5", "10.5")]
    [InlineData("10,+-0.5", "9.5", "10.5")]
    [InlineData("10,+/- 0.5", "9.5", "10.5")]
    [InlineData("10,+0.3/-0.1", "9.9", "10.3")]
    [InlineData("10,-0.1/+0.3", "9.9", "10.3")]
    [InlineData("10,0", "10", "10")]
    public void A_tolerance_becomes_two_limits(string numbers, string lower, string upper)
    {
        var measured = Assert.Single(Measurements.Read(_temp.Put("measurements.csv", $"item,point,value,nominal,tolerance,unit,gauge\n2,length,,{numbers},mm,calliper\n"), Known).Measurements);
        Assert.Equal(new Measurement("PO/b", "2", "length", 10, Number(lower), Number(upper), "mm", null, "calliper"), measured);
    }

    [Theory]
    [InlineData("2,length,1,10,0.5,,0.1", "a tolerance and a limit")]
    [InlineData("2,length,1,,0.5,,", "without a nominal")]
    [InlineData("2,length,1,10,,,", "no limit")]
    [InlineData("2,length,1,10,,3,2", "lower '3' above upper '2'")]
    [InlineData("2,length,1,10,-0.5,,", "tolerance '-0.5'")]
    [InlineData("2,length,1,10,+0.5,,", "tolerance '+0.5'")]
    [InlineData("2,length,1,10,+0.5/+0.1,,", "tolerance '+0.5/+0.1'")]
    [InlineData("2,length,1 mm,10 cm,0.5,,", "found the units mm, cm, wanted one unit")]
    [InlineData("2,length,\"1,500\",10,5,,", "value '1,500', which is 1.500 or 1500")]
    [InlineData("2,length,1/3,10,0.5,,", "value '1/3'")]
    [InlineData("2,length,#VALUE!,10,0.5,,", "value '#VALUE!'")]
    [InlineData("2,length,1e3,10,0.5,,", "value '1e3'")]
    [InlineData("2,length,1000000000000,10,0.5,,", "value '1000000000000'")]
    [InlineData("9,length,1,10,0.5,,", "item '9', which the shipment does not hold")]
    [InlineData("1,length,1,10,0.5,,", "which 2 lots hold")]
    [InlineData("2,,1,10,0.5,,", "an empty point")]
    public void A_wrong_measurement_is_named(string line, string said)
    {
        var file = _temp.Put("measurements.csv", $"item,point,value,nominal,tolerance,lower,upper\n{line}\n");
        Named("measurements.csv(2", said, () => Measurements.Read(file, Known));
    }

    [Theory]
    [InlineData("2026-11-24", 2026, 11, 24)]
    [InlineData("", null, null, null)]
    public void A_measurement_and_a_test_have_a_day_where_one_is_given(string date, int? year, int? month, int? day)
    {
        DateOnly? expected = year is null ? null : new DateOnly(year.Value, month!.Value, day!.Value);
        Assert.Equal(expected, Assert.Single(Measurements.Read(_temp.Put("measurements.csv", $"item,point,value,upper,date\n2,length,1,2,{date}\n"), Known).Measurements).Date);
        Assert.Equal(expected, Assert.Single(TestResults.Read(_temp.Put("tests.csv", $"test,kind,result,lot,date\nlead,safety,fail,b,{date}\n"), Known).Results).Date);
    }

    [Fact]
    public void Lists_without_the_new_columns_are_read_as_before()
    {
        Assert.Null(Assert.Single(Measurements.Read(_temp.Put("measurements.csv", "item,point,value,upper\n2,length,1,2\n"), Known).Measurements).Date);
        var test = Assert.Single(TestResults.Read(_temp.Put("tests.csv", "test,kind,result,lot\ndrop,functional,fail,b\n"), Known).Results);
        Assert.Equal((null, false, false), (test.Date, test.IsMandatory, test.FailsLot));
    }

    [Theory]
    [InlineData("functional", "fail", "yes", true)]
    [InlineData("functional", "fail", "YES", true)]
    [InlineData("functional", "pass", "yes", false)]
    [InlineData("functional", "fail", "no", false)]
    [InlineData("functional", "fail", "", false)]
    [InlineData("safety", "fail", "no", true)]
    [InlineData("laboratory", "fail", "", true)]
    [InlineData("laboratory", "pass", "", false)]
    public void A_mandatory_test_that_fails_fails_the_lot_as_a_safety_or_laboratory_test_does(string kind, string result, string mandatory, bool failsLot) =>
        Assert.Equal(failsLot, Assert.Single(TestResults.Read(_temp.Put("tests.csv", $"test,kind,result,lot,mandatory\ndrop,{kind},{result},b,{mandatory}\n"), Known).Results).FailsLot);

    [Theory]
    [InlineData("maybe", "", "mandatory 'maybe', wanted yes or no")]
    [InlineData("yes", "05/11/2026", "date '05/11/2026', which is 2026-11-05 or 2026-05-11")]
    [InlineData("yes", "2026-02-30", "date '2026-02-30'")]
    public void A_wrong_day_or_a_wrong_word_is_named(string mandatory, string date, string said)
    {
        var file = _temp.Put("tests.csv", $"test,kind,result,lot,mandatory,date\ndrop,functional,fail,b,{mandatory},{date}\n");
        Named("tests.csv(2", said, () => TestResults.Read(file, Known));
    }

    [Fact]
    public void A_wrong_day_of_a_measurement_is_named()
    {
        var file = _temp.Put("measurements.csv", "item,point,value,upper,date\n2,length,1,2,yesterday\n");
        Named("measurements.csv(2", "date 'yesterday', wanted a day such as 2026-11-24", () => Measurements.Read(file, Known));
    }

    [Fact]
    public void A_point_that_stands_twice_and_a_list_without_limits_are_named()
    {
        Named("measurements.csv(3", "a second time", () => Measurements.Read(_temp.Put("measurements.csv", "item,point,value,upper\n2,length,1,2\n2,length,1,2\n"), Known));
        Named("measurements.csv(1", "none of the columns tolerance, lower, upper", () => Measurements.Read(_temp.Put("measurements.csv", "item,point,value\n"), Known));
        Named("measurements.csv(1", "wanted at least item, point, value", () => Measurements.Read(_temp.Put("measurements.csv", "item,point,upper\n"), Known));
    }

    [Fact]
    public void A_test_is_read_whole_with_its_document()
    {
        _temp.Put("lab/r 7.pdf", "report");
        var list = TestResults.Read(_temp.Put("tests.csv", """
            test,kind,result,lot,item,standard,required,found,laboratory,report_number,document
            lead,Safety,FAIL,b,2,EN 71-3,"< 2 mg/kg",3.1 mg/kg,Lab,R-7,lab\r 7.pdf
            drop,functional,pass,c,,,,,,,./lab//r 7.pdf
            """), Known);
        var document = new NamedDocument("lab/r 7.pdf", Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("report"u8)));
        Assert.Equal(new TestResult("PO/b", "2", "lead", TestKind.Safety, "EN 71-3", "< 2 mg/kg", "3.1 mg/kg", false, "Lab", "R-7", document), list.Results[0]);
        Assert.Equal(("PO/c", null, true), (list.Results[1].Lot, list.Results[1].Item, list.Results[1].IsPassed));
        Assert.Equal([document], list.Documents);
    }

    [Theory]
    [InlineData("lead,chemical,fail,b,,", "kind 'chemical'")]
    [InlineData("lead,safety,maybe,b,,", "result 'maybe'")]
    [InlineData("lead,,fail,b,,", "an empty kind")]
    [InlineData("lead,safety,fail,,,", "found no lot, wanted one of PO/a, PO/b, PO/c")]
    [InlineData("lead,safety,fail,d,,", "lot 'd'")]
    [InlineData("lead,safety,fail,b,9,", "item '9' of lot 'b'")]
    [InlineData("lead,safety,fail,b,,../secret.pdf", "the path '../secret.pdf', wanted one inside the folder of the list")]
    [InlineData("lead,safety,fail,b,,lab/../../secret.pdf", "the path")]
    [InlineData("lead,safety,fail,b,,/etc/hostname", "the path '/etc/hostname'")]
    [InlineData("lead,safety,fail,b,,C:\\secret.pdf", "the path 'C:/secret.pdf'")]
    [InlineData("lead,safety,fail,b,,lab/none.pdf", "document 'lab/none.pdf', which is not there")]
    public void A_wrong_test_is_named(string line, string said)
    {
        var file = _temp.Put("tests.csv", $"test,kind,result,lot,item,document\n{line}\n");
        Named("tests.csv(2", said, () => TestResults.Read(file, Known));
    }

    [Fact]
    public void A_document_behind_a_link_is_refused()
    {
        _temp.Put("elsewhere/secret.pdf", "secret");
        Directory.CreateDirectory(_temp.At("list"));
        Directory.CreateSymbolicLink(_temp.At("list/lab"), _temp.At("elsewhere"));
        var file = _temp.Put("list/tests.csv", "test,kind,result,lot,document\nlead,safety,fail,b,lab/secret.pdf\n");
        Named("tests.csv(2", "reached by a link", () => TestResults.Read(file, Known));
    }

    [Fact]
    public void A_third_partys_item_need_not_be_ours_where_its_lot_is_told()
    {
        var report = ThirdPartyReports.Read(_temp.Put("third-party.csv", "item,verdict,lot,defect_class,severity,inspector,report_number,date\n2,DEFECTIVE,,hole,major,Li,Q-1,2026-11-20\n77,good,a,,,,,\n"), Known);
        Assert.Equal(new ThirdPartyFinding("PO/b", "2", true, "hole", Severity.Major, "Li", "Q-1", new DateOnly(2026, 11, 20), null), report.Findings[0]);
        Assert.Equal(("PO/a", "77", false), (report.Findings[1].Lot, report.Findings[1].Item, report.Findings[1].IsDefective));
    }

    [Theory]
    [InlineData("77,good,,", "found no lot")]
    [InlineData("2,yes,b,", "verdict 'yes', wanted defective or good")]
    [InlineData("2,good,b,24.13.2026", "date '24.13.2026', wanted a day such as 2026-11-24")]
    public void A_wrong_line_of_a_third_party_is_named(string line, string said)
    {
        var file = _temp.Put("third-party.csv", $"item,verdict,lot,date\n{line}\n");
        Named("third-party.csv(2", said, () => ThirdPartyReports.Read(file, Known));
    }

    [Fact]
    public void An_item_stands_once_in_a_third_partys_report() =>
        Named("third-party.csv(3", "a second time", () => ThirdPartyReports.Read(_temp.Put("third-party.csv", "item,verdict\n2,good\n2,defective\n"), Known));

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static void Named(string at, string said, Action read)
    {
        var fault = Assert.Throws<IntakeException>(read);
        Assert.StartsWith(at, fault.Message, StringComparison.Ordinal);
        Assert.Contains(said, fault.Message, StringComparison.Ordinal);
    }
}
