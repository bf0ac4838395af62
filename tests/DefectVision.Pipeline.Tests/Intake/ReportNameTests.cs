using DefectVision.Fixtures;
using DefectVision.Inspection;
using DefectVision.Pipeline.Intake;

namespace DefectVision.Pipeline.Tests.Intake;

/// <summary>Rule: a document that is named like the report of an inspection company or a laboratory is offered as evidence, and nothing in it is read.</summary>
public sealed class ReportNameTests
{
    [Theory]
    [InlineData("SGS 2026-118.pdf")]
    [InlineData("lot/sgs_report_4711.docx")]
    [InlineData("SGSReport.pdf")]
    [InlineData("BV report 77.pdf")]
    [InlineData("BV-77.pdf")]
    [InlineData("Bureau Veritas.pdf")]
    [InlineData("Intertek_ITS.pdf")]
    [InlineData("TÜV Rheinland.pdf")]
    [InlineData("TU\u0308V.pdf")]
    [InlineData("tuv-sud.pdf")]
    [InlineData("QIMA/4711.pdf")]
    [InlineData("AsiaInspection 4711.xlsx")]
    [InlineData("V-Trust 4711.pdf")]
    [InlineData("VTrust.pdf")]
    [InlineData("HQTS.pdf")]
    [InlineData("CCIC证书.pdf")]
    [InlineData("中检报告.pdf")]
    [InlineData("质检报告.pdf")]
    [InlineData("PO-1/质检报告/第1页.pdf")]
    [InlineData("Inspection Report PO 4711.pdf")]
    [InlineData("inspection-report.doc")]
    [InlineData("FRI_PO4711.pdf")]
    [InlineData("fri report.pdf")]
    [InlineData("PSI 4711.pdf")]
    [InlineData("DUPRO.pdf")]
    [InlineData("test report 7.pdf")]
    [InlineData("ＳＧＳ.pdf")]
    public void A_name_of_the_trade_is_known(string path) => Assert.True(ReportName.IsLike(path));

    [Theory]
    [InlineData("packing list.pdf")]
    [InlineData("latest report.pdf")]
    [InlineData("Fabrics BV.pdf")]
    [InlineData("friday.pdf")]
    [InlineData("fri 20 nov.pdf")]
    [InlineData("psi.pdf")]
    [InlineData("SGS booking.pdf")]
    [InlineData("SGS/invoice 7.pdf")]
    [InlineData("检验申请.pdf")]
    [InlineData("tests.pdf")]
    [InlineData("stuvwx.pdf")]
    public void A_name_that_only_resembles_one_is_not(string path) => Assert.False(ReportName.IsLike(path));

    [Fact]
    public void A_report_in_the_shipment_is_an_attachment_and_offered_unless_a_list_names_it()
    {
        using var shipment = new Shipment();
        shipment.Put("lot/1_front.jpg", Photos.Good(1));
        shipment.Put("SGS/report 77.pdf", "%PDF");
        shipment.Put("SGS test report.xlsx", "PK");
        shipment.Put("packing list.pdf", "%PDF");
        var record = shipment.InspectWithoutModel();
        Assert.All(["SGS/report 77.pdf", "SGS test report.xlsx", "packing list.pdf"], path => Assert.Equal(PhotoOutcome.Attachment, Shipment.OutcomeOf(record, path)));
        Assert.All(record.Files.Where(file => file.Outcome == PhotoOutcome.Attachment), file => Assert.NotNull(file.Sha256));
        Assert.Equal(
            "Documents named like the report of an inspection company or a laboratory, of which nothing was read: SGS test report.xlsx, SGS/report 77.pdf. "
            + "To have their findings count, write them as third-party.csv (a line an item: item, verdict, document), or their tests as tests.csv, and inspect again.",
            Offer(record));

        shipment.Put("third-party.csv", "lot,item,verdict,document\nlot,1,good,SGS/report 77.pdf\n");
        Assert.StartsWith(
            "Documents named like the report of an inspection company or a laboratory, which third-party.csv does not name and of which nothing was read: SGS test report.xlsx. ",
            Offer(shipment.InspectWithoutModel("second")),
            StringComparison.Ordinal);

        shipment.Put("third-party.csv", "lot,item,verdict,document\nlot,1,good,SGS/report 77.pdf\nlot,2,good,SGS test report.xlsx\n");
        Assert.Null(Offer(shipment.InspectWithoutModel("third")));
    }

    private static string? Offer(InspectionRecord record) => record.Notes.Select(FormattableString.Invariant).SingleOrDefault(note => note.StartsWith("Documents named", StringComparison.Ordinal));
}
