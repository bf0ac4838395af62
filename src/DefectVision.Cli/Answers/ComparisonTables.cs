using DefectVision.Cli.Terminal;
using DefectVision.Statistics;
using DefectVision.Training;
using DefectVision.Training.Measuring;
using Spectre.Console;

namespace DefectVision.Cli.Answers;

/// <summary><c>model compare</c> for a person.</summary>
internal static class ComparisonTables
{
    public static void Write(ModelComparison comparison, IAnsiConsole console)
    {
        var (champion, candidate) = (comparison.Champion, comparison.Candidate);
        var sides = new Table().Border(TableBorder.Rounded).AddColumns(string.Empty, "champion", "candidate");
        Row("model", Name(champion), Name(candidate));
        Row("AUROC", Figure.Area(champion.Area), Figure.Area(candidate.Area));
        Row("sensitivity", Figure.Line(champion.Sensitivity), Figure.Line(candidate.Sensitivity));
        Row("specificity", Figure.Line(champion.Specificity), Figure.Line(candidate.Specificity));
        console.Write(sides);
        console.WriteLine($"counted {comparison.CountedHow}");
        console.WriteLine(comparison.Areas.GainInterval(ConfidenceLevel.P95) is { } gain
            ? Figure.Number($"AUROC, candidate minus champion: {comparison.Areas.Gain:+0.0000;-0.0000;0} ({gain.Lower:+0.0000;-0.0000;0} to {gain.Upper:+0.0000;-0.0000;0} at 95 %), p {Figure.PValue(comparison.Areas.PValue!.Value)}, paired DeLong")
            : "AUROC, candidate minus champion: 0, no interval: both rank every pair alike");
        if (comparison.Labels.Count > 0)
        {
            Classes(comparison, console);
        }

        console.WriteLine(Plain.Text(comparison.Verdict));

        void Row(string what, string first, string second) => sides.AddRow(what, Markup.Escape(Plain.Text(first)), Markup.Escape(Plain.Text(second)));
    }

    private static void Classes(ModelComparison comparison, IAnsiConsole console)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns(
            new TableColumn("class"),
            new TableColumn("champion right").RightAligned(),
            new TableColumn("candidate right").RightAligned(),
            new TableColumn("lost").RightAligned(),
            new TableColumn("won").RightAligned(),
            new TableColumn("p").RightAligned(),
            new TableColumn("falls behind"));
        foreach (var label in comparison.Labels)
        {
            table.AddRow(
                Markup.Escape(Plain.Text(label.Label)),
                label.Champion.ToString(),
                label.Candidate.ToString(),
                Figure.Number($"{label.Test.OnlyFirst}"),
                Figure.Number($"{label.Test.OnlySecond}"),
                Figure.PValue(label.Test.FirstBetter),
                label.FallsBehind ? "[red]YES[/]" : "no");
        }

        console.Write(table);
        console.WriteLine("right: a defective one flagged, by whatever name; a good one not flagged; each at the model's own operating point.");
        console.WriteLine("p: chance of so many lost or more among those on which the models differ, were both as good (McNemar, exact, one-sided).");
    }

    private static string Name(MeasuredModel model) => $"{model.Name}, SHA-256 {model.Sha256[..12]}";
}
