using DefectVision.Inference;
using DefectVision.Inference.Foreign;
using DefectVision.Inference.Graph;
using DefectVision.Training.Labels;

namespace DefectVision.Training.Importing;

/// <summary>Which of a foreign classifier's numbers speak for good, and which for a defect.</summary>
/// <param name="Graph">In our frame, with score and logits.</param>
/// <param name="DefectClasses">In the order of the logits.</param>
/// <param name="Good">Names of what is good, in words.</param>
/// <param name="From">Who said so.</param>
internal sealed record Sides(OnnxGraph Graph, IReadOnlyList<string> DefectClasses, string Good, string From)
{
    private const string Unnamed = "defective";
    private static readonly string[] UsualGood = ["good", "ok", "normal", "pass"];

    /// <exception cref="DatasetException">The labels do not fit the numbers, or do not tell good from defective.</exception>
    /// <exception cref="ModelException">Nothing tells what the one number means, or --defect-output speaks of several.</exception>
    public static Sides Of(ForeignNetwork network, ForeignClassifier classifier, IReadOnlyList<string> labels, ImportOptions options)
    {
        if (classifier.Classes == 1)
        {
            return OfOneNumber(network, classifier, labels, options);
        }

        if (options.DefectIsHigh is not null)
        {
            throw new ModelException(FormattableString.Invariant($"{network.FileName}: found {classifier.Classes} numbers, wanted one: --defect-output is for a classifier that gives one number for both sides"));
        }

        if (labels.Count != classifier.Classes)
        {
            throw new DatasetException(FormattableString.Invariant($"{network.FileName}: found {labels.Count} labels ({string.Join(", ", labels)}) for {classifier.Classes} classes, wanted one for each: --labels-file"));
        }

        var isGood = IsGood(labels, options.Good, network.FileName);
        var (good, defective) = (Places(true), Places(false));
        return defective.Count > 0
            ? new Sides(classifier.Of(good, defective), [.. defective.Select(at => labels[at])], string.Join(", ", good.Select(at => labels[at])), Sayer(options))
            : throw new DatasetException($"{network.FileName}: found no label left that is a defect among {string.Join(", ", labels)}, wanted one at least");

        List<int> Places(bool side) => [.. Enumerable.Range(0, labels.Count).Where(at => isGood[at] == side)];
    }

    private static Sides OfOneNumber(ForeignNetwork network, ForeignClassifier classifier, IReadOnlyList<string> labels, ImportOptions options)
    {
        bool[] isGood = labels switch
        {
            [] => [],
            [var only] => [IsNamed(only, options.Good)],
            [_, _] => IsGood(labels, options.Good, network.FileName),
            _ => throw new DatasetException(FormattableString.Invariant($"{network.FileName}: found {labels.Count} labels ({string.Join(", ", labels)}) for one number, wanted two, the second for what a high number means")),
        };
        if (isGood is [true, true] or [false, false])
        {
            throw new DatasetException($"{network.FileName}: found two labels of one side ({string.Join(", ", labels)}), wanted a good one and a defective one");
        }

        // With two labels the number is that of the second, as of a sigmoid that was trained on 0 and 1.
        var isHigh = options.DefectIsHigh ?? (isGood.Length > 0
            ? !isGood[^1]
            : throw new ModelException($"{network.FileName}: found one number for both sides and no labels, wanted --defect-output high or low, or --labels-file"));
        return new Sides(
            classifier.OfOneNumber(isHigh),
            [labels.Where((_, at) => !isGood[at]).FirstOrDefault(Unnamed)],
            $"{labels.Where((_, at) => isGood[at]).FirstOrDefault("good")}, where the number is {(isHigh ? "low" : "high")}",
            options.DefectIsHigh is not null ? "--defect-output" : Sayer(options));
    }

    private static bool[] IsGood(IReadOnlyList<string> labels, IReadOnlyList<string> named, string file)
    {
        var unknown = named.Where(name => !labels.Contains(name, StringComparer.OrdinalIgnoreCase)).ToList();
        if (unknown.Count > 0)
        {
            throw new DatasetException($"{file}: found no label {string.Join(", ", unknown)} as --good names it, wanted some of {string.Join(", ", labels)}");
        }

        bool[] isGood = [.. labels.Select(label => IsNamed(label, named))];
        return isGood.Any(good => good)
            ? isGood
            : throw new DatasetException($"{file}: found no label named {string.Join(", ", UsualGood)} among {string.Join(", ", labels)}, wanted --good to name which of them are good");
    }

    private static bool IsNamed(string label, IReadOnlyList<string> named) => (named.Count > 0 ? named : UsualGood).Contains(label, StringComparer.OrdinalIgnoreCase);

    private static string Sayer(ImportOptions options) => options.Good.Count > 0 ? "--good" : "the names of its labels";
}
