using System.CommandLine;
using System.CommandLine.Parsing;
using DefectVision.Cases;
using DefectVision.Cases.Inspecting;
using DefectVision.Cli.Terminal;
using DefectVision.Evidence.Workflow;
using DefectVision.Pipeline.Intake;

namespace DefectVision.Cli.Commands;

/// <summary>Files that <c>inspect</c> and <c>merge</c> write for the other programs of a workflow, when asked to.</summary>
internal sealed class WorkflowOptions
{
    private readonly Dictionary<WorkflowForm, Option<string?>> _files = new()
    {
        [WorkflowForm.JUnit] = new("--junit") { Description = "write the verdicts as JUnit XML to this file: a suite per lot, a rejection is a failure, a hold an error", HelpName = "FILE" },
        [WorkflowForm.Sarif] = new("--sarif") { Description = "write the defect log as SARIF 2.1.0 to this file", HelpName = "FILE" },
        [WorkflowForm.Markdown] = new("--summary-markdown") { Description = "add the verdicts as Markdown to this file, such as $GITHUB_STEP_SUMMARY", HelpName = "FILE" },
        [WorkflowForm.Variables] = new("--output-file") { Description = "add verdict, counts and paths as lines name=value to this file, such as $GITHUB_OUTPUT", HelpName = "FILE" },
    };

    public void AddTo(Command command)
    {
        foreach (var option in _files.Values)
        {
            command.Add(option);
        }

        command.Validators.Add(result =>
        {
            foreach (var twice in _files.Values.Select(option => (Option: option, Path: Given(result, option))).Where(one => one.Path is not null).GroupBy(one => one.Path, StringComparer.FromComparison(Whereabouts.Names)).Where(same => same.Count() > 1))
            {
                result.AddError($"{string.Join(" and ", twice.Select(one => one.Option.Name))}: found the same file, wanted one each");
            }
        });
    }

    /// <summary>Whether any of the files was asked for.</summary>
    public bool IsGiven(SymbolResult result) => _files.Values.Any(option => result.GetResult(option) is { Implicit: false });

    /// <summary>Refuses places where the file would be taken for a photo, or would take the place of an output, before work begins.</summary>
    /// <param name="shipment">Full path of the shipment's folder; null where it is not known.</param>
    /// <param name="outFolder">Full path of the case.</param>
    /// <exception cref="UsageException">A file is to lie in such a place.</exception>
    public void Check(ParseResult parsed, string? shipment, string outFolder)
    {
        foreach (var (option, path) in Given(parsed))
        {
            if (shipment is not null && Whereabouts.IsBelow(path, shipment))
            {
                throw new UsageException($"{option.Name}: found a file in the shipment's own folder, wanted another place: it would be inspected with the photos");
            }

            if (Directory.Exists(path))
            {
                throw new UsageException($"{option.Name}: found the folder {ShownPath.Of(path)}, wanted a file");
            }

            if (Whereabouts.IsSame(Path.GetDirectoryName(path)!, outFolder) && CasePaths.IsOfCase(Path.GetFileName(path)))
            {
                throw new UsageException($"{option.Name}: found {Path.GetFileName(path)}, which the case has already, wanted another name");
            }
        }
    }

    /// <summary>Writes what was asked for.</summary>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public void Write(ParseResult parsed, InspectAnswer answer, string outFolder, CancellationToken cancel)
    {
        foreach (var (form, option) in _files)
        {
            if (parsed.GetValue(option) is { } path)
            {
                WorkflowFile.Write(answer.Record, form, Path.GetFullPath(path), new WorkflowPlaces(ShownPath.Of(outFolder), answer.Written.ToLookAt), cancel);
            }
        }
    }

    private IEnumerable<(Option Option, string Path)> Given(ParseResult parsed) =>
        _files.Values.Select(option => (Option: (Option)option, Path: parsed.GetValue(option))).Where(one => one.Path is not null).Select(one => (one.Option, Path.GetFullPath(one.Path!)));

    private static string? Given(SymbolResult result, Option<string?> option) => result.GetResult(option) is { Tokens: [{ Value: { Length: > 0 } path }] } ? Path.GetFullPath(path) : null;
}
