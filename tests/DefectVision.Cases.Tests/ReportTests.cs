using System.Text;
using DefectVision.Evidence;
using DefectVision.Evidence.Languages;

namespace DefectVision.Cases.Tests;

/// <summary>Rule: a new report of a case needs neither shipment nor model, and changes nothing but itself.</summary>
public sealed class ReportTests : IDisposable
{
    private readonly Bench _bench = new();
    private readonly SortedDictionary<string, byte[]> _before;

    public ReportTests()
    {
        _bench.Put("shipment/confirmed.csv", Bench.Confirmed);
        _bench.Begin();
        _before = Bench.Files(_bench.Case);
        Directory.Delete(_bench.Shipment, recursive: true);
        File.Delete(_bench.Model);
    }

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void The_same_report_has_the_same_bytes()
    {
        File.Delete(_bench.InCase("report.html"));
        _bench.Report();
        Assert.Empty(_bench.ChangedSince(_before));
    }

    [Fact]
    public void In_another_language_the_report_alone_is_other_and_the_next_is_again_as_the_inspection_was()
    {
        _bench.Report(new CaseSettings { Language = Language.Parse("zh") });
        Assert.Equal(["report.html"], _bench.ChangedSince(_before));
        Assert.Contains("检验", Encoding.UTF8.GetString(File.ReadAllBytes(_bench.InCase("report.html"))), StringComparison.Ordinal);
        _bench.Report();
        Assert.Empty(_bench.ChangedSince(_before));
    }

    [Fact]
    public void A_printed_report_adds_itself_where_there_are_fonts()
    {
        var written = _bench.Report(new CaseSettings { HasPdf = true, Paper = Paper.Letter });
        Assert.Equal(
            written.Paths.Any(path => path.EndsWith("report.pdf", StringComparison.Ordinal)) ? ["report.pdf"] : [],
            _bench.ChangedSince(_before));
    }

    [Fact]
    public void What_is_no_longer_there_is_said()
    {
        _bench.Report();
        Assert.Equal(
            [
                "agreement.yaml: it is no longer where it was read; the case goes on with its own copy",
                "confirmed.csv: it is no longer where it was read; the case goes on with its own copy",
            ],
            _bench.Said);
    }
}
