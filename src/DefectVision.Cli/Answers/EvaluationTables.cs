using DefectVision.Cli.Terminal;
using DefectVision.Inference;
using DefectVision.Statistics;
using DefectVision.Training;
using Spectre.Console;

namespace DefectVision.Cli.Answers;

/// <summary><c>model evaluate</c> for a person.</summary>
internal static class EvaluationTables
{
    public static void Write(Model model, Evaluation evaluation, IAnsiConsole console)
    {
        Head(model, evaluation, console);
        if (evaluation.OrdersOnly)
        {
            console.WriteLine("The model only orders: it flags nothing, so neither sensitivity nor specificity is measured, and no class is told. Its ranking is measured by the areas.");
            return;
        }

        OperatingPoint(evaluation, console);
        Classes(evaluation, console);
        Confusion(evaluation, console);
        console.WriteLine("95 % of photos holds if the photos were independent; several photos of one item are not. The item is the trial.");
        if (!evaluation.TellsClasses)
        {
            console.WriteLine("The model learned from good photos alone: it tells no classes, so neither macro-F1 nor the balanced accuracy of the classes is measured.");
        }
    }

    private static void Head(Model model, Evaluation evaluation, IAnsiConsole console)
    {
        var table = new Table().Border(TableBorder.Simple).HideHeaders().AddColumns("what", "value");
        Row("model", Figure.Number($"{model.Contract.Name}, SHA-256 {model.Sha256[..12]}"));
        Row("photos", string.Join(", ", evaluation.Set.Counts.Select(entry => $"{entry.Key} {entry.Value}")));
        Row("image AUROC", Figure.Area(evaluation.Area));
        Row("average precision", Figure.Number($"{evaluation.AveragePrecision.Value:0.0000}"));
        Row("pixel AUPRO", evaluation.Pixels is { } pixels
            ? Figure.Number($"{pixels.Overlap.Value:0.0000} up to {100 * pixels.Limit.Value:0} % of false pixels; {pixels.Regions} regions in {pixels.MarkedPhotos} photos, {pixels.UnmarkedPhotos} defective ones unmarked")
            : $"not measured: {evaluation.WhyNoPixels}");
        Row("calibration", evaluation.Calibration?.Measures is { } measures
            ? Figure.Number($"Brier {measures.Brier:0.0000}, log loss {measures.LogLoss:0.0000}, ECE {measures.ExpectedErrorEqualWidth:0.0000} in {measures.Bins} bins of equal width, {measures.ExpectedErrorEqualMass:0.0000} of equal mass")
            : "not measured: the model has no calibration");
        Row("threshold", Figure.Threshold(model.Contract.OperatingPoint));
        if (evaluation.OrdersOnly)
        {
            Row("balanced accuracy", "not measured");
        }
        else if (evaluation.TellsClasses)
        {
            Row("macro-F1", Figure.Number($"{evaluation.Confusion.MacroF1:0.0000}, over good and every defect class that occurs or was answered"));
            Row("balanced accuracy", Figure.Number($"{evaluation.Confusion.BalancedAccuracy:0.0000} over the classes, {evaluation.BalancedAccuracy:0.0000} over good and defective"));
        }
        else
        {
            Row("balanced accuracy", Figure.Number($"{evaluation.BalancedAccuracy:0.0000} over good and defective"));
        }

        console.Write(table);

        void Row(string what, string value) => table.AddRow(what, Markup.Escape(Plain.Text(value)));
    }

    private static void OperatingPoint(Evaluation evaluation, IAnsiConsole console)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns(
            new TableColumn("at the threshold"), new TableColumn("counted").RightAligned(), new TableColumn("share").RightAligned(), new TableColumn("95 %, exact").RightAligned());
        Row("sensitivity: defective photos flagged", evaluation.Sensitivity);
        Row("specificity: good photos not flagged", evaluation.Specificity);
        if (!evaluation.Items.OnePhotoEach)
        {
            Row("sensitivity: defective items flagged", evaluation.Items.Sensitivity);
            Row("specificity: good items not flagged", evaluation.Items.Specificity);
        }

        console.Write(table);
        console.WriteLine(Figure.Number($"{evaluation.Items.Items} items, told by {evaluation.Items.ToldBy}. An item is defective, and flagged, when any of its photos is."));

        void Row(string what, Tally tally) => table.AddRow(what, tally.ToString(), Figure.Share(tally), Figure.Bounds(tally));
    }

    private static void Classes(Evaluation evaluation, IAnsiConsole console)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns(
            new TableColumn("class"),
            new TableColumn("flagged").RightAligned(),
            new TableColumn("95 %, exact").RightAligned(),
            new TableColumn("recall: called so").RightAligned(),
            new TableColumn("precision: is so").RightAligned(),
            new TableColumn("F1").RightAligned());
        foreach (var label in evaluation.Labels)
        {
            var flagged = evaluation.FlaggedOfClass.TryGetValue(label, out var tally) ? tally : evaluation.Specificity.Complement;
            table.AddRow(
                Name(label),
                flagged.ToString(),
                Figure.Bounds(flagged),
                evaluation.Confusion.Recall(label).ToString(),
                evaluation.Confusion.Precision(label).ToString(),
                Figure.Number($"{evaluation.Confusion.F1(label):0.000}"));
        }

        console.Write(table);
    }

    private static void Confusion(Evaluation evaluation, IAnsiConsole console)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumn(@"is \ called");
        foreach (var answer in evaluation.Answers)
        {
            table.AddColumn(new TableColumn(Name(answer)).RightAligned());
        }

        foreach (var label in evaluation.Labels)
        {
            table.AddRow([Name(label), .. evaluation.Answers.Select(answer => evaluation.Confusion[label, answer] is > 0 and var photos ? Figure.Number($"{photos}") : "·")]);
        }

        console.Write(table);
    }

    private static string Name(string name) => Markup.Escape(Plain.Text(name));
}
