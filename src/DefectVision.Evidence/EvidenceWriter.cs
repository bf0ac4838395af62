using System.Text;
using DefectVision.Evidence.Data;
using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Documents.Print;
using DefectVision.Evidence.Documents.Web;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Report;
using DefectVision.Imaging;
using DefectVision.Inspection;

namespace DefectVision.Evidence;

/// <summary>Writes what is put before the other side. The bytes depend on the record and the photos, on nothing else of the run.</summary>
public static class EvidenceWriter
{
    public const string ResultsName = "results.jsonl";
    public const string SummaryName = "summary.json";
    public const string DefectLogName = "defect-log.csv";
    public const string ReportName = "report.html";
    public const string PdfName = "report.pdf";
    public const string PlanName = "analysis-plan.json";

    /// <summary>The files that the report rests on, in the order of its evidence root.</summary>
    internal static readonly string[] Beside = [ResultsName, SummaryName, DefectLogName, PlanName];

    /// <summary>
    /// Writes the outputs. All are complete under temporary names before the first takes its final one,
    /// so a full disk leaves the earlier outputs as they were.
    /// </summary>
    /// <param name="record">The inspection.</param>
    /// <param name="shipmentFolder">Where the record's paths begin; only the exhibits' photos are read from it.</param>
    /// <param name="outFolder">Made when absent.</param>
    /// <param name="heatMap">Where the model sees something in a photo, from its bytes; null, or giving null: no heat map is shown.</param>
    /// <param name="options">Language and paper; null: English, A4.</param>
    /// <returns>What was written: without the PDF where the machine has no font for it.</returns>
    /// <exception cref="IOException">The outputs cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The outputs may not be written.</exception>
    public static WrittenOutputs Write(InspectionRecord record, string shipmentFolder, string outFolder, CancellationToken cancel, Func<byte[], HeatMap?>? heatMap = null, ReportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(shipmentFolder);
        ArgumentNullException.ThrowIfNull(outFolder);

        var report = options ?? new ReportOptions();
        var terms = Terms.Of(record);
        using var files = new StagedFiles(outFolder);
        files.Stage(ResultsName, stream => ResultsFile.Write(record, terms, stream, cancel));
        files.Stage(SummaryName, stream => SummaryFile.Write(record, terms, stream));
        files.Stage(DefectLogName, stream => DefectLogFile.Write(record, terms, new DefectPlaces(shipmentFolder, heatMap), stream, cancel));
        if (record.Plan is { } plan)
        {
            files.Stage(PlanName, stream => stream.Write(Encoding.UTF8.GetBytes(plan.Text)));
        }

        // Last, because it names the digests of the others.
        var beside = files.Digests();
        var words = new Words(report.Language);
        var number = ReportNumber.Of(record.AsOf, beside);
        var pictures = new ExhibitPictures(shipmentFolder, heatMap, words);
        var running = ReportFile.Running(record, number, words);
        IEnumerable<Block> Blocks() => ReportFile.Blocks(record, terms, beside, number, report.Remedy, pictures, words, cancel);
        var remarks = new List<string>();
        files.Stage(ReportName, PdfName, (html, pdf) =>
        {
            var fonts = report.HasPdf ? PdfFonts.OfThisMachine() : null;
            remarks.AddRange(report.HasPdf ? Lacking(fonts, report.Language) : []);
            using var page = new HtmlPage(html, running);
            using var print = fonts is not null ? new PdfFile(pdf, fonts, report.Paper == Paper.A4 ? PaperSize.A4 : PaperSize.Letter, running, Blocks()) : null;
            foreach (var block in Blocks())
            {
                page.Write(block);
                print?.Write(block);
            }

            print?.Finish();
            return print is not null;
        });
        cancel.ThrowIfCancellationRequested();
        return new WrittenOutputs(files.Publish(), remarks);
    }

    /// <summary>Whether the outputs that lie there are those of this record.</summary>
    public static bool IsCurrent(InspectionRecord record, string outFolder)
    {
        ArgumentNullException.ThrowIfNull(record);
        using var summary = new MemoryStream();
        SummaryFile.Write(record, Terms.Of(record), summary);
        var path = Path.Combine(outFolder, SummaryName);
        return File.Exists(path) && summary.ToArray().AsSpan().SequenceEqual(File.ReadAllBytes(path));
    }

    private static IEnumerable<string> Lacking(PdfFonts? fonts, Language language)
    {
        if (fonts is null)
        {
            yield return $"{PdfName}: found no font on this machine, wanted {PdfFonts.Wanted}; it was not written";
        }
        else if (!fonts.HasHan && language != Language.English)
        {
            yield return $"{PdfName}: found no Chinese font on this machine, wanted {PdfFonts.Wanted}; Chinese letters stand in it as numbers";
        }
    }
}
