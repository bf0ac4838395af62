using DefectVision.Evidence;
using DefectVision.Imaging.Keeping;
using DefectVision.Inspection.Recording;
using DefectVision.Inspection.Reviewing;
using DefectVision.Pipeline.Intake;
using DefectVision.Pipeline.Journalling;

namespace DefectVision.Cases;

/// <summary>What is where in a case's folder.</summary>
public static class CasePaths
{
    internal const string Case = "case.json";
    internal const string Local = "local.json";
    internal const string Part = "part.json";
    internal const string Inputs = "inputs";

    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        Case, Local, Part, Inputs, JournalPrints.FileName, PictureStore.FolderName, RecordFile.Name, ReviewLog.FileName, EvidenceWriter.ResultsName, EvidenceWriter.SummaryName,
        EvidenceWriter.DefectLogName, EvidenceWriter.ReportName, EvidenceWriter.PdfName, EvidenceWriter.PlanName, EvidenceWriter.ToConfirmName,
    };

    /// <summary>Whether a name in a case's folder is one of its own, so that nothing else may take it.</summary>
    public static bool IsOfCase(string name) => Names.Contains(name);

    /// <summary>Where a list is kept.</summary>
    internal static string Of(string folder, CaseInput input) => Path.Combine(folder, Inputs, Lists.Word(input.Kind), input.Name);
}
