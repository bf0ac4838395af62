using System.Text;
using DefectVision.Imaging;
using DefectVision.Inspection;

namespace DefectVision.Evidence.Workflow;

/// <summary>Writes an inspection for the programs that a workflow is made of. Nothing of it is evidence: it is in no packet and in no digest.</summary>
public static class WorkflowFile
{
    /// <summary>Whether a form is added to a file that others write to, too, such as the summary of a job; the others replace it.</summary>
    public static bool IsAdded(WorkflowForm form) => form is WorkflowForm.Markdown or WorkflowForm.Variables;

    /// <param name="record">The inspection.</param>
    /// <param name="form">In what form.</param>
    /// <param name="path">Full path; its folder is made where there is none. A form that replaces the file leaves the old one until the new one is whole.</param>
    /// <param name="places">Where the outputs are, as later steps are to find them.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static void Write(InspectionRecord record, WorkflowForm form, string path, WorkflowPlaces places, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(places);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            PlainFile.CheckPlace(path);
            WriteTo(record, form, path, places, cancel);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new IOException($"{path}: cannot be written ({fault.Message})", fault);
        }
    }

    private static void WriteTo(InspectionRecord record, WorkflowForm form, string path, WorkflowPlaces places, CancellationToken cancel)
    {
        if (IsAdded(form))
        {
            using var text = new MemoryStream();
            Write(record, form, text, places, cancel);
            using var end = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
            text.WriteTo(end);
            return;
        }

        using var files = new StagedFiles(Path.GetDirectoryName(path)!);
        files.Stage(Path.GetFileName(path), stream => Write(record, form, stream, places, cancel));
        files.Publish();
    }

    internal static void Write(InspectionRecord record, WorkflowForm form, Stream stream, WorkflowPlaces places, CancellationToken cancel)
    {
        switch (form)
        {
            case WorkflowForm.JUnit:
                JUnitFile.Write(record, stream, cancel);
                break;
            case WorkflowForm.Sarif:
                SarifFile.Write(record, stream, cancel);
                break;
            default:
                using (var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" })
                {
                    if (form == WorkflowForm.Markdown)
                    {
                        MarkdownFile.Write(record, text);
                    }
                    else
                    {
                        VariablesFile.Write(record, text, places);
                    }
                }

                break;
        }
    }
}
