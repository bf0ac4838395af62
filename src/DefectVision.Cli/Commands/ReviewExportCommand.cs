using System.CommandLine;
using DefectVision.Cases;
using DefectVision.Cli.Terminal;
using DefectVision.Evidence.Data;

namespace DefectVision.Cli.Commands;

/// <summary><c>review export DIR</c>: the answers of a review as a list.</summary>
internal static class ReviewExportCommand
{
    public static Command Build(Func<ParseResult, Session> session)
    {
        var folder = CaseArgument.Build();
        var output = new Option<string?>("--out", "-o") { Description = $"the list; default: {ConfirmedFile.Name} in the inspection's folder" };
        var overwrite = new Option<bool>("--overwrite") { Description = "replace a file that is there" };
        var command = new Command("export", """
            Write what readers said in a review as confirmed.csv, which inspect --confirmed reads back to the same answers.
            Regions and notes have no column there: they stay in reviews.jsonl.
            Example:
              defectvision review export inspections/PO-4711 --out confirmed.csv
            Exit codes: 0 written, 64 wrong usage, 65 not a finished inspection or nobody reviewed it, 66 input not found, 74 output not written.
            """)
        {
            folder, output, overwrite,
        };
        command.SetAction((parsed, cancel) => Task.FromResult(session(parsed).Run(context =>
        {
            var from = CaseArgument.Folder(parsed, folder);
            var file = Path.GetFullPath(parsed.GetValue(output) ?? Path.Combine(from, ConfirmedFile.Name));
            if (File.Exists(file) && !parsed.GetValue(overwrite))
            {
                throw new UsageException($"{ShownPath.Of(file)}: it is there already; --overwrite replaces it, --out names another file");
            }

            var answers = Casework.ExportReview(from, file);
            context.Streams.Answer.WriteLine(FormattableString.Invariant($"written: {ShownPath.Of(file)}, answers: {answers}"));
            return ExitCode.Accepted;
        }, cancel)));
        return command;
    }
}
