using DefectVision.Cases.Inspecting;
using DefectVision.Cli.Terminal;
using DefectVision.Evidence;
using DefectVision.Inspection;

namespace DefectVision.Cli.Answers;

/// <summary>What <c>inspect</c> and <c>merge</c> answer: the lots, and the verdict as exit code.</summary>
internal static class InspectAnswers
{
    public static int Answered(string format, SessionContext context, InspectAnswer answer, string outFolder)
    {
        Answer(format, answer, outFolder, context.Streams);
        var code = CodeOf(answer.Record);
        if (code == ExitCode.DataUnusable)
        {
            context.Streams.Say($"error: {NoPhoto(answer.Record)}; {Path.Combine(ShownPath.Of(outFolder), EvidenceWriter.ReportName)} lists every file and why");
        }

        return code;
    }

    /// <summary>What an inspection ends with.</summary>
    public static int CodeOf(InspectionRecord record) => record.PhotosRead == 0 ? ExitCode.DataUnusable : CodeOf(record.Verdict);

    public static int CodeOf(Verdict verdict) => verdict switch
    {
        Verdict.Accept => ExitCode.Accepted,
        Verdict.Reject => ExitCode.Rejected,
        _ => ExitCode.Hold,
    };

    /// <summary>Why an inspection has no verdict.</summary>
    public static string NoPhoto(InspectionRecord record) => $"{record.Name}: found no photo that could be read";

    private static void Answer(string format, InspectAnswer answer, string outFolder, Streams streams)
    {
        switch (format)
        {
            case "json":
                streams.Answer.WriteLine(File.ReadAllText(Path.Combine(outFolder, EvidenceWriter.SummaryName)).TrimEnd());
                break;
            case "jsonl":
                foreach (var line in File.ReadLines(Path.Combine(outFolder, EvidenceWriter.ResultsName)))
                {
                    streams.Answer.WriteLine(line);
                }

                break;
            default:
                LotTable.Write(answer.Record, streams.AnswerConsole);
                if (answer.Written.ToLookAt > 0)
                {
                    streams.Answer.WriteLine(FormattableString.Invariant($"to look at: {answer.Written.ToLookAt} {(answer.Written.ToLookAt == 1 ? "item" : "items")}, listed in {Path.Combine(ShownPath.Of(outFolder), EvidenceWriter.ToConfirmName)} (answer with defectvision review {ShownPath.Of(outFolder)}; or fill in confirmed, reader and time, and give it back with --confirmed)"));
                }

                streams.Answer.WriteLine($"report: {Path.Combine(ShownPath.Of(outFolder), EvidenceWriter.ReportName)}");
                if (File.Exists(Path.Combine(outFolder, EvidenceWriter.PdfName)))
                {
                    streams.Answer.WriteLine($"to print: {Path.Combine(ShownPath.Of(outFolder), EvidenceWriter.PdfName)}");
                }

                break;
        }
    }
}
