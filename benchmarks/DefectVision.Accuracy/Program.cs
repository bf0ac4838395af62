using System.CommandLine;
using System.CommandLine.Parsing;
using System.Diagnostics;
using System.Globalization;
using DefectVision.FirstShipment;

namespace DefectVision.Accuracy;

internal static class Program
{
    private static readonly Argument<string> Folder = new("folder") { Description = "holds a folder for each kind of goods, with photos in good/ and in other folders", DefaultValueFactory = _ => "../shared/data" };
    private static readonly Option<ulong[]> Seeds = new("--seeds") { Description = "a training each", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [1, 2, 3] };
    private static readonly Option<Recipe[]> Recipes = new("--recipe")
    {
        Description = "NAME:key=value,…; keys area, locate, backbone; what is not named is the default of train. Several are compared",
        DefaultValueFactory = _ => [Recipe.Plain],
        CustomParser = Parsed,
    };

    private static readonly Option<string[]> Sets = new("--sets") { Description = "these alone", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<string> Out = new("--out") { Description = "where the table goes: OUT.md and OUT.csv", DefaultValueFactory = _ => "benchmarks/results/accuracy" };

    private static int Main(string[] arguments)
    {
        var root = new RootCommand("Trains on the good photos of each set and measures what the model is worth on the others.") { Folder, Seeds, Recipes, Sets, Out };
        root.SetAction((parsed, cancel) => Task.Run(() => Run(parsed, arguments, cancel), cancel));
        return root.Parse(arguments).Invoke();
    }

    private static int Run(ParseResult parsed, string[] arguments, CancellationToken cancel)
    {
        var wanted = parsed.GetValue(Sets) ?? [];
        var all = Goods.Below(parsed.GetRequiredValue(Folder)).Where(goods => wanted.Length == 0 || wanted.Contains(goods.Name)).ToList();
        if (all.Count == 0)
        {
            Console.Error.WriteLine($"{parsed.GetRequiredValue(Folder)}: found no set{(wanted.Length == 0 ? string.Empty : $" named {string.Join(" or ", wanted)}")}, wanted folders with photos in good/ and in other folders");
            return 2;
        }

        var (trials, commit) = (new List<Trial>(), Commit());
        var command = "dotnet run -c Release --project benchmarks/DefectVision.Accuracy" + (arguments.Length == 0 ? string.Empty : " -- " + string.Join(' ', arguments));
        foreach (var goods in all)
        {
            foreach (var recipe in parsed.GetValue(Recipes)!)
            {
                foreach (var seed in parsed.GetValue(Seeds)!)
                {
                    var trial = Trial.Of(goods, recipe, seed, cancel);
                    trials.Add(trial);
                    Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{trial.Goods}, {trial.Recipe}, seed {trial.Seed}: AUROC {trial.Area.Value.Value:0.000}, flagged {trial.Sensitivity.Count} of {trial.Sensitivity.Total}, passed {trial.Specificity.Count} of {trial.Specificity.Total}, {trial.TrainingSeconds:0} s"));
                    Write(new Results(trials, command, commit), parsed.GetRequiredValue(Out));
                }
            }
        }

        return 0;
    }

    private static Recipe[] Parsed(ArgumentResult words)
    {
        try
        {
            return [.. words.Tokens.Select(token => Recipe.Parse(token.Value))];
        }
        catch (FormatException fault)
        {
            words.AddError(fault.Message);
            return [];
        }
    }

    // After every trial, so that a run that is broken off leaves what it measured.
    private static void Write(Results results, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        File.WriteAllText(path + ".csv", results.Csv());
        File.WriteAllText(path + ".md", results.Markdown(DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date)));
    }

    private static string Commit()
    {
        var (commit, changed) = (Git("rev-parse --short HEAD"), Git("status --porcelain -- src training models"));
        return commit.Length == 0 ? "unknown" : changed.Length == 0 ? commit : commit + " with changes";
    }

    private static string Git(string arguments)
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var said = git.StandardOutput.ReadToEnd().Trim();
            git.WaitForExit();
            return git.ExitCode == 0 ? said : string.Empty;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return string.Empty;
        }
    }
}
