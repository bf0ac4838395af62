namespace DefectVision.Statistics.Calibration;

/// <summary>What items are, against what they were called.</summary>
public sealed class ConfusionTable
{
    private readonly Dictionary<(string Label, string Answer), long> _counts;

    /// <param name="items">Label and answer of each item, at least one item. A name may stand on one side alone.</param>
    public ConfusionTable(IReadOnlyCollection<(string Label, string Answer)> items)
    {
        ArgumentOutOfRangeException.ThrowIfZero(items.Count);
        _counts = items.GroupBy(item => item).ToDictionary(cell => cell.Key, cell => (long)cell.Count());
        Labels = [.. items.Select(item => item.Label).Distinct().Order(StringComparer.Ordinal)];
        Answers = [.. items.Select(item => item.Answer).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>The rows, in ordinal order.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>The columns that hold anything, in ordinal order.</summary>
    public IReadOnlyList<string> Answers { get; }

    /// <summary>Items of a label that were given an answer; 0 for names that do not occur.</summary>
    public long this[string label, string answer] => _counts.GetValueOrDefault((label, answer));

    /// <summary>Of the items of this label those called so.</summary>
    public Tally Recall(string name) => new(this[name, name], Answers.Sum(answer => this[name, answer]));

    /// <summary>Of the items called so those that are.</summary>
    public Tally Precision(string name) => new(this[name, name], Labels.Sum(label => this[label, name]));

    /// <summary>Harmonic mean of recall and precision, 0..1; 0 where nothing was right.</summary>
    /// <exception cref="ArgumentException">The name is neither a label nor an answer.</exception>
    public double F1(string name)
    {
        var (right, both) = (this[name, name], Recall(name).Total + Precision(name).Total);
        return both > 0 ? 2.0 * right / both : throw new ArgumentException($"'{name}' is neither a label nor an answer.", nameof(name));
    }

    /// <summary>Mean of <see cref="F1"/> over every name that is a label or an answer, each weighing the same.</summary>
    public double MacroF1 => Labels.Union(Answers).Average(F1);

    /// <summary>Mean recall over the labels, each weighing the same.</summary>
    public double BalancedAccuracy => Labels.Average(label => Recall(label).Share);
}
