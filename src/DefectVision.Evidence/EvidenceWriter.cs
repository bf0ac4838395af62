using System.Text;
using DefectVision.Evidence.Data;
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
    public const string PlanName = "analysis-plan.json";

    /// <summary>
    /// Writes the outputs. All are complete under temporary names before the first takes its final one,
    /// so a full disk leaves the earlier outputs as they were.
    /// </summary>
    /// <param name="record">The inspection.</param>
    /// <param name="shipmentFolder">Where the record's paths begin; only the exhibits' photos are read from it.</param>
    /// <param name="outFolder">Made when absent.</param>
    /// <param name="heatMap">Where the model sees something in a photo, from its bytes; null, or giving null: no heat map is shown.</param>
    /// <returns>The paths written.</returns>
    /// <exception cref="IOException">The outputs cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The outputs may not be written.</exception>
    public static IReadOnlyList<string> Write(InspectionRecord record, string shipmentFolder, string outFolder, CancellationToken cancel, Func<byte[], HeatMap?>? heatMap = null)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(shipmentFolder);
        ArgumentNullException.ThrowIfNull(outFolder);

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
        files.Stage(ReportName, stream => ReportFile.Write(record, terms, beside, new ExhibitPictures(shipmentFolder, heatMap), stream, cancel));
        cancel.ThrowIfCancellationRequested();
        return files.Publish();
    }
}
