using System.CommandLine;
using DefectVision.Cases;
using DefectVision.Cli.Terminal;
using DefectVision.History;

namespace DefectVision.Cli.Commands;

/// <summary><c>history postmortem CASE</c>: what was learned from a case, as a document.</summary>
internal static class HistoryPostMortemCommand
{
    private const string Folder = "post-mortems";

    public static Command Build(Func<ParseResult, Session> session)
    {
        var folder = new Argument<string>("CASE") { Description = "the output folder of an inspection (inspections/NAME)" };
        var cause = new Option<string?>("--cause") { Description = "the root cause, as the parties agree on it" };
        var action = new Option<string?>("--action") { Description = "what the supplier changes" };
        var lesson = new Option<string?>("--lesson") { Description = "what you do otherwise next time" };
        var person = new Option<string?>("--by") { Description = "who says so" };
        var day = HistoryOption.Day("--on", "when; default: today (UTC)");
        var output = new Option<string?>("--out", "-o") { Description = $"the folder of the documents; default: {Folder}/CASE beside the history" };
        var history = HistoryOption.Build();
        var command = new Command("postmortem", """
            Write the record of a case when it is over: what was found, asked and agreed, what came of it, the causes and the lessons; as DOCX and
            HTML, in English and Chinese. What is told is kept in the history, with what history outcome told before, and stands on the dashboard.

            Told later, it is added to what is known, and takes its place where both say something. The inspection stays as it is.

            Example:
              defectvision history postmortem inspections/PO-4711 --cause "worn needle" --action "needle changed each shift" --lesson "ask for the needle log" --by "A. Buyer"

            Exit codes: 0 written, 64 wrong usage, 65 not a finished inspection or not a history, 66 input not found, 74 not written,
            75 another program uses the history.
            """)
        {
            folder, cause, action, lesson, person, day, output, history,
        };
        command.SetAction((parsed, cancel) => Task.FromResult(session(parsed).Run(context =>
        {
            var (given, path) = (CaseArgument.Folder(parsed, folder), parsed.GetRequiredValue(history));
            var documents = Path.GetFullPath(parsed.GetValue(output) ?? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, Folder, Path.GetFileName(given)));
            var entry = new LessonEntry(
                parsed.GetValue(cause), parsed.GetValue(action), parsed.GetValue(lesson), parsed.GetValue(person), parsed.GetValue(day) ?? DateOnly.FromDateTime(context.Clock.GetUtcNow().UtcDateTime), null);
            var (kept, files) = Casework.Learn(given, path, entry, documents, context.Case());
            context.Streams.Answer.WriteLine(FormattableString.Invariant($"record of {Plain.Text(kept.Name)}: {ShownPath.Of(documents)}, {files.Count} files ({HistoryOption.Word(kept)})"));
            return ExitCode.Accepted;
        }, cancel)));
        return command;
    }
}
