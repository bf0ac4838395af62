using System.CommandLine;
using DefectVision.Cases;
using DefectVision.Training.Labels;

namespace DefectVision.Cli.Commands;

/// <summary>Inspections whose answers of persons are labels to learn from.</summary>
internal static class FromCaseOption
{
    public static Option<string[]> Build() => new("--from-case")
    {
        Description = "learn from what persons answered in an inspection: its output folder (inspections/NAME); may be given several times, and beside DATASET",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
    };

    /// <summary>One source of labels at least is wanted; options that say how a data set is read want one.</summary>
    public static void Check(Command command, Option<string[]> cases, Argument<string?> dataset, IReadOnlyList<Option> ofDataset) => command.Validators.Add(result =>
    {
        if (result.GetResult(dataset) is { Tokens.Count: > 0 })
        {
            return;
        }

        if (result.GetResult(cases) is null)
        {
            result.AddError("DATASET, --from-case: found neither, wanted one at least");
        }

        foreach (var option in ofDataset.Where(option => result.GetResult(option) is { Implicit: false }))
        {
            result.AddError($"{option.Name}: found no DATASET, wanted one: it says how a data set is read");
        }
    });

    /// <exception cref="DirectoryNotFoundException">There is no such folder, or the photos are no longer where they were inspected.</exception>
    /// <exception cref="CaseException">It is no finished inspection, or nobody answered.</exception>
    public static IReadOnlyList<GivenLabels> Labels(ParseResult parsed, Option<string[]> cases, SessionContext context) => CaseLabels.Of(parsed.GetValue(cases) ?? [], context);
}
