using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using DefectVision.Statistics;

namespace DefectVision.Accuracy;

/// <summary>The trials as a table for persons and one for programs.</summary>
/// <param name="Trials">In the order they were made.</param>
/// <param name="Command">That made them.</param>
/// <param name="Commit">Of the code.</param>
internal sealed record Results(IReadOnlyList<Trial> Trials, string Command, string Commit)
{
    private static readonly ConfidenceLevel Confidence = new(0.95);

    /// <summary>Every trial, a line each.</summary>
    public string Csv()
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" });
        csv.WriteRecords(Trials.Select(trial => new
        {
            commit = Commit,
            set = trial.Goods,
            recipe = trial.Recipe,
            seed = trial.Seed,
            learned = trial.Learned,
            input = Invariant($"{trial.Width}x{trial.Height}"),
            located = trial.IsLocated,
            good = trial.Area.Conforming,
            defective = trial.Area.Nonconforming,
            auroc = Round(trial.Area.Value.Value),
            auroc_from = Round(trial.Area.TwoSided(Confidence).Lower.Value),
            auroc_to = Round(trial.Area.TwoSided(Confidence).Upper.Value),
            sensitivity_at_5_percent = Round(trial.AtFivePercent),
            flagged_defective = trial.Sensitivity.Total > 0 ? trial.Sensitivity.Count : (long?)null,
            passed_good = trial.Specificity.Total > 0 ? trial.Specificity.Count : (long?)null,
            aupro = trial.Overlap is { } overlap ? Round(overlap) : (double?)null,
            training_seconds = Math.Round(trial.TrainingSeconds, 1),
            scoring_cpu_ms = Math.Round(trial.ScoringMilliseconds, 1),
        }));
        csv.Flush();
        return text.ToString();
    }

    /// <summary>Means over the seeds, a line for each set and recipe; then which recipe the other sets would have chosen for each set.</summary>
    public string Markdown(DateOnly day)
    {
        var text = new StringBuilder();
        Line($"# Accuracy");
        Line($"");
        Line($"Learned from good photos alone, measured on photos not learned from. `*`: choices of the recipe were made on this set before it was measured here.");
        Line($"");
        Line($"{day:yyyy-MM-dd}, `{Command}`, commit {Commit}, {Environment.ProcessorCount} cores, {RuntimeInformation.ProcessArchitecture}. Means over the seeds {string.Join(", ", Trials.Select(trial => trial.Seed).Distinct())}; the interval is 95 % (DeLong), the widest of the seeds', and not given below twenty defective photos. At the default threshold the photos of all seeds are counted together.");
        Line($"");
        Line($"| set | recipe | learned from | input, px | located | AUROC | interval | sensitivity at 5 % false alarms | flagged of defective | passed of good | AUPRO | training, s | CPU ms a photo |");
        Line($"|---|---|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (var group in Trials.GroupBy(trial => (trial.Goods, trial.Recipe)))
        {
            var first = group.First();
            var intervals = group.Select(trial => trial.Area.TwoSided(Confidence)).ToList();
            var hasInterval = group.All(trial => trial.Area.Status == BoundStatus.Ok);
            var star = Split.Chosen.Contains(first.Goods) ? " *" : string.Empty;
            Line($"| {first.Goods}{star} | {first.Recipe} | {first.Learned} | {first.Width} x {first.Height} | {(first.IsLocated ? "yes" : "no")} | {Area(group):0.000} | {(hasInterval ? Invariant($"{intervals.Min(one => one.Lower.Value):0.000} to {intervals.Max(one => one.Upper.Value):0.000}") : "-")} | {group.Average(trial => trial.AtFivePercent):0.00} | {Pooled(group, trial => trial.Sensitivity)} | {Pooled(group, trial => trial.Specificity)} | {(first.Overlap is null ? "-" : Invariant($"{group.Average(trial => trial.Overlap!.Value):0.000}"))} | {group.Average(trial => trial.TrainingSeconds):0.0} | {group.Average(trial => trial.ScoringMilliseconds):0.0} |");
        }

        var recipes = Trials.Select(trial => trial.Recipe).Distinct().ToList();
        var sets = Trials.GroupBy(trial => trial.Goods).Where(set => recipes.TrueForAll(recipe => set.Any(trial => trial.Recipe == recipe))).Select(set => set.Key).ToList();
        if (sets.Count == 0)
        {
            return text.ToString();
        }

        Line($"");
        Line($"| recipe | mean AUROC of {sets.Count} sets |");
        Line($"|---|---|");
        foreach (var recipe in recipes)
        {
            Line($"| {recipe} | {sets.Average(set => Area(Trials.Where(trial => trial.Goods == set && trial.Recipe == recipe))):0.000} |");
        }

        if (recipes.Count > 1 && sets.Count > 1)
        {
            var left = sets.Select(set => (Set: set, Chosen: recipes.MaxBy(recipe => sets.Where(other => other != set).Average(other => Area(Trials.Where(trial => trial.Goods == other && trial.Recipe == recipe))))!)).ToList();
            Line($"");
            Line($"Leave one set out: the recipe that does best on all other sets, and what it scores on this one. Mean {left.Average(one => Area(Trials.Where(trial => trial.Goods == one.Set && trial.Recipe == one.Chosen))):0.000}.");
            Line($"");
            Line($"| set | chosen without it | AUROC |");
            Line($"|---|---|---|");
            foreach (var (set, chosen) in left)
            {
                Line($"| {set} | {chosen} | {Area(Trials.Where(trial => trial.Goods == set && trial.Recipe == chosen)):0.000} |");
            }
        }

        return text.ToString();

        void Line(FormattableString words) => text.Append(words.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }

    private static double Area(IEnumerable<Trial> trials) => trials.Average(trial => trial.Area.Value.Value);

    private static string Pooled(IEnumerable<Trial> trials, Func<Trial, Tally> tally)
    {
        var all = trials.Select(tally).ToList();
        return all.Any(one => one.Total == 0) ? "orders only" : Invariant($"{all.Sum(one => one.Count)} of {all.Sum(one => one.Total)}");
    }

    private static double Round(double value) => Math.Round(value, 4);

    private static string Invariant(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
