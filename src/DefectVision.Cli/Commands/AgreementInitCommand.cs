using System.CommandLine;
using System.Text;
using DefectVision.Cli.Terminal;
using DefectVision.Imaging;
using DefectVision.Inspection.Agreements;
using DefectVision.Pipeline.Intake;

namespace DefectVision.Cli.Commands;

/// <summary><c>agreement init</c>: an agreement to fill in.</summary>
internal static class AgreementInitCommand
{
    public static Command Build(Func<ParseResult, Session> session)
    {
        var file = new Argument<string>("FILE") { Description = "where it goes", DefaultValueFactory = _ => ShipmentIntake.AgreementFileName };
        var overwrite = new Option<bool>("--overwrite") { Description = "replace a file that lies there" };
        var command = new Command("init", """
            Write a commented agreement to fill in.

            Example:
              defectvision agreement init PO-4711/agreement.yaml

            Exit codes: 0 written, 64 wrong usage, 74 output not written.
            """)
        {
            file, overwrite,
        };
        command.SetAction((parsed, cancel) => Task.FromResult(session(parsed).Run(context => Write(parsed.GetRequiredValue(file), parsed.GetValue(overwrite), context), cancel)));
        return new Command("agreement", "what buyer and supplier agreed") { command };
    }

    private static int Write(string file, bool overwrite, SessionContext context)
    {
        var path = Path.GetFullPath(file);
        if (Path.Exists(path) && !overwrite)
        {
            throw new UsageException($"{file}: found a file already there, wanted none (or --overwrite)");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        PlainFile.CheckPlace(path);
        File.WriteAllText(path, AgreementForm.Text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        context.Streams.Answer.WriteLine($"agreement: {ShownPath.Of(path)}");
        return ExitCode.Accepted;
    }
}
