using DefectVision.Cases.Claiming;
using DefectVision.Cases.Inspecting;
using DefectVision.Evidence;
using DefectVision.Inspection.Recording;
using DefectVision.Inspection.Reviewing;
using DefectVision.Pipeline;

namespace DefectVision.Cases.Reviewing;

/// <summary>Takes the review of a case up into its record and outputs: whatever reads the case afterwards reads what its readers said.</summary>
internal static class ReviewedCase
{
    /// <param name="opened">The case.</param>
    /// <param name="shipment">Where the shipment is now; null: where it was inspected.</param>
    /// <returns>The same where its outputs hold the review as it stands; otherwise opened anew, its outputs written again. Nothing is scored.</returns>
    /// <exception cref="CaseException">The review was changed after it was written.</exception>
    /// <exception cref="IOException">The outputs cannot be written: they are as they were.</exception>
    public static OpenedCase UpToDate(OpenedCase opened, string? shipment, CaseContext context) => Write(opened, shipment, context).Opened;

    /// <summary>The same, with what was written; null where nothing had to be.</summary>
    public static (OpenedCase Opened, WrittenOutputs? Written) Write(OpenedCase opened, string? shipment, CaseContext context)
    {
        var log = ReviewLogFile.Read(opened.Folder) is { Entries.Count: > 0 } found ? found : null;
        if (log?.Sha256 == opened.Record.Reviews?.Sha256)
        {
            return (opened, null);
        }

        context.Say(log is null
            ? $"{ReviewLog.FileName} is gone: the outputs are written again without the review"
            : $"{ReviewLog.FileName}: {log.Standing.Count} answers of readers; the outputs are written again with them");
        var record = Reviewed.By(opened.Record, log);
        if (opened.FoundShipment(shipment) is { } place)
        {
            InspectionRun.Show(record, place, opened.Folder, opened.File.Settings.Limits, context.Cancel);
        }
        else
        {
            context.Say($"the shipment '{opened.File.Shipment}' is not where it was inspected: exhibits that are new are shown without a picture");
        }

        var written = Outputs.Write(record, opened.Folder, opened.File.Settings, Claimant.Holidays(opened), context);
        StoredJson.Write(Path.Combine(opened.Folder, CasePaths.Case), opened.File with
        {
            Review = log?.Protocol,
            RecordSha256 = StoredJson.Sha256OfFile(Path.Combine(opened.Folder, RecordFile.Name)),
            SummarySha256 = StoredJson.Sha256OfFile(Path.Combine(opened.Folder, EvidenceWriter.SummaryName)),
        });
        return (OpenedCase.At(opened.Folder), written);
    }
}
