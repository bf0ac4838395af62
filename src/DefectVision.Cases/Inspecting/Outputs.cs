using DefectVision.Cases.Claiming;
using DefectVision.Claims.Deadlines;
using DefectVision.Evidence;
using DefectVision.Evidence.Languages;
using DefectVision.Imaging.Keeping;
using DefectVision.Inspection;

namespace DefectVision.Cases.Inspecting;

/// <summary>Writes what an inspection gave: all of it, or the report alone.</summary>
internal static class Outputs
{
    public static WrittenOutputs Write(InspectionRecord record, string folder, CaseSettings settings, Holidays holidays, CaseContext context) =>
        Said(EvidenceWriter.Write(record, new PictureStore(folder), folder, context.Cancel, Options(record, settings, holidays)), context);

    public static WrittenOutputs Report(OpenedCase opened, CaseSettings settings, CaseContext context) =>
        Said(EvidenceWriter.WriteReport(opened.Record, new PictureStore(opened.Folder), opened.Folder, Options(opened.Record, settings, Claimant.Holidays(opened)), context.Cancel), context);

    /// <summary>The outputs of a case as they are by another record, in another folder, without the PDF.</summary>
    public static void Again(InspectionRecord record, OpenedCase opened, string folder, CaseContext context) =>
        EvidenceWriter.Write(record, new PictureStore(opened.Folder), folder, context.Cancel, Options(record, opened.File.Settings with { HasPdf = false }, Claimant.Holidays(opened)));

    private static ReportOptions Options(InspectionRecord record, CaseSettings settings, Holidays holidays) =>
        new(settings.Language ?? Language.English, settings.Paper ?? Paper.A4, settings.HasPdf ?? true) { Remedy = ReportRemedy.Of(record, holidays) };

    private static WrittenOutputs Said(WrittenOutputs written, CaseContext context)
    {
        foreach (var remark in written.Remarks)
        {
            context.Say(remark);
        }

        return written;
    }
}
