using System.Text;
using DefectVision.Evidence.Data;
using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Documents.Print;
using DefectVision.Evidence.Documents.Web;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Report;
using DefectVision.Imaging.Keeping;
using DefectVision.Inspection;
using DefectVision.Inspection.Recording;

namespace DefectVision.Evidence;

/// <summary>Writes what is put before the other side. The bytes depend on the record and the kept pictures alone.</summary>
public static class EvidenceWriter
{
    public const string ResultsName = "results.jsonl";
    public const string SummaryName = "summary.json";
    public const string DefectLogName = "defect-log.csv";
    public const string ReportName = "report.html";
    public const string PdfName = "report.pdf";
    public const string PlanName = "analysis-plan.json";

    /// <summary>Work to do, not evidence: in no packet and in no digest.</summary>
    public const string ToConfirmName = "to-confirm.csv";

    /// <summary>The files that the report rests on, in the order of its evidence root.</summary>
    internal static readonly string[] Beside = [ResultsName, SummaryName, DefectLogName, PlanName];

    /// <summary>
    /// Writes the outputs. All are complete under temporary names before the first takes its final one,
    /// so a full disk leaves the earlier outputs as they were.
    /// </summary>
    /// <param name="record">The inspection.</param>
    /// <param name="pictures">What the exhibits show; no photo is opened.</param>
    /// <param name="outFolder">Made when absent.</param>
    /// <param name="options">Language and paper; null: English, A4.</param>
    /// <returns>What was written: without the PDF where the machine has no font for it.</returns>
    /// <exception cref="IOException">The outputs cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The outputs may not be written.</exception>
    public static WrittenOutputs Write(
        InspectionRecord record, PictureStore pictures, string outFolder, CancellationToken cancel, ReportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(pictures);
        ArgumentNullException.ThrowIfNull(outFolder);

        var report = options ?? new ReportOptions();
        var terms = Terms.Of(record);
        using var files = new StagedFiles(outFolder);
        files.Stage(ResultsName, stream => ResultsFile.Write(record, terms, stream, cancel));
        files.Stage(SummaryName, stream => SummaryFile.Write(record, terms, stream));
        files.Stage(DefectLogName, stream => DefectLogFile.Write(record, terms, stream, cancel));
        if (record.Plan is { } plan)
        {
            files.Stage(PlanName, stream => stream.Write(Encoding.UTF8.GetBytes(plan.Text)));
        }

        // After the files whose digests the report names.
        var beside = files.Digests();
        var open = ToConfirmFile.Items(record, terms);
        files.Stage(ToConfirmName, stream => ToConfirmFile.Write(open, terms, stream, cancel));
        files.Stage(RecordFile.Name, stream => RecordFile.Write(record, stream));
        var remarks = StageReport(files, record, terms, pictures, beside, report, cancel);
        return new WrittenOutputs(files.Publish(), open.Count, remarks);
    }

    /// <summary>Writes a list of items to look at, in the form of <see cref="ToConfirmName"/>, with the answers left blank.</summary>
    /// <param name="record">The inspection that the items are of.</param>
    /// <param name="items">In the order of the list.</param>
    /// <param name="path">Full path of the list.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void WriteToConfirm(InspectionRecord record, IReadOnlyList<AskedItem> items, string path, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(path);
        using var files = new StagedFiles(Path.GetDirectoryName(path)!);
        files.Stage(Path.GetFileName(path), stream => ToConfirmFile.Write([.. items.Select(item => new OpenItem(item.Lot, item.Item, IsNeeded: true, item.Photo, item.Why))], Terms.Of(record), stream, cancel));
        files.Publish();
    }

    /// <summary>Writes the report again, beside outputs that stay as they are; nothing is decoded and nothing judged again.</summary>
    /// <param name="record">The inspection that the outputs are of.</param>
    /// <param name="pictures">What the exhibits show.</param>
    /// <param name="outFolder">Where the outputs are.</param>
    /// <param name="options">Language and paper.</param>
    /// <exception cref="IOException">The report cannot be written.</exception>
    public static WrittenOutputs WriteReport(InspectionRecord record, PictureStore pictures, string outFolder, ReportOptions options, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(options);
        using var files = new StagedFiles(outFolder);
        var beside = Beside.Where(name => File.Exists(Path.Combine(outFolder, name))).Select(name => FileDigest.Of(outFolder, name)).ToList();
        var remarks = StageReport(files, record, Terms.Of(record), pictures, beside, options, cancel);
        return new WrittenOutputs(files.Publish(), 0, remarks);
    }

    private static List<string> StageReport(
        StagedFiles files, InspectionRecord record, Terms terms, PictureStore pictures, IReadOnlyList<FileDigest> beside, ReportOptions report, CancellationToken cancel)
    {
        var language = report.Language ?? Language.English;
        var words = new Words(language, record.Terms.ClassNameIn);
        var number = ReportNumber.Of(record.AsOf, beside);
        var shown = new ExhibitPictures(pictures);
        var running = ReportFile.Running(record, number, words);
        IEnumerable<Block> Blocks() => ReportFile.Blocks(record, terms, beside, number, report.Remedy, shown, words, cancel);
        var remarks = new List<string>();
        files.Stage(ReportName, PdfName, (html, pdf) =>
        {
            var fonts = report.HasPdf ? PdfFonts.OfThisMachine() : null;
            remarks.AddRange(report.HasPdf ? Lacking(fonts, language) : []);
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
        return remarks;
    }

    private static IEnumerable<string> Lacking(PdfFonts? fonts, Language language)
    {
        if (fonts is null)
        {
            yield return $"{PdfName}: found no font on this machine, wanted {PdfFonts.Wanted}; it was not written";
        }
        else
        {
            foreach (var pack in language.Packs.Where(pack => !fonts.Has(pack)))
            {
                yield return $"{PdfName}: found no font for {pack.Name} on this machine, wanted {PdfFonts.Wanted}; its letters stand in it as numbers";
            }
        }
    }
}
