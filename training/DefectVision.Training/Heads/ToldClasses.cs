using DefectVision.Statistics;

namespace DefectVision.Training.Heads;

/// <summary>What a head that had not seen the photos' groups made of their classes.</summary>
/// <param name="Look">How it looked; null when there is only one class.</param>
/// <param name="Classes">In the order of the logits.</param>
/// <param name="Told">Of each class the photos, as they are, whose class was told right; empty when there is only one.</param>
/// <param name="FewestProbability">Classes told with less were wrong more often than right, 0 to 1.</param>
internal sealed record ToldClasses(ClassLook? Look, IReadOnlyList<string> Classes, IReadOnlyDictionary<string, Tally> Told, double FewestProbability)
{
    /// <summary>Mean over the classes of the share told right.</summary>
    public double Right => Told.Count == 0 ? -1 : Told.Values.Average(tally => (double)tally.Count / tally.Total);

    /// <summary>Of <see cref="Right"/>, if the photos were independent.</summary>
    public double StandardError => Math.Sqrt(Told.Values.Sum(tally => (double)tally.Count * (tally.Total - tally.Count) / Math.Pow(tally.Total, 3))) / Told.Count;

    public static ToldClasses Nothing(IReadOnlyList<string> classes) => new(null, classes, new Dictionary<string, Tally>(), 0);

    /// <param name="look">How it looked.</param>
    /// <param name="examples">Of photos as they are and altered.</param>
    /// <param name="answers">Of each example; null for a good photo.</param>
    /// <param name="classes">In the order of the logits.</param>
    public static ToldClasses Of(ClassLook look, IReadOnlyList<Example<float[]>> examples, (string Class, double Probability)?[] answers, IReadOnlyList<string> classes) => new(
        look,
        classes,
        classes.ToDictionary(name => name, name => new Tally(
            examples.Where((example, at) => !example.Take.IsAltered && example.Photo.Label == name && answers[at]?.Class == name).Count(),
            examples.Count(example => !example.Take.IsAltered && example.Photo.Label == name))),
        ProbabilityToTell(examples, answers));

    // Classes told with less probability than this were wrong more often than right.
    private static double ProbabilityToTell(IReadOnlyList<Example<float[]>> examples, (string Class, double Probability)?[] answers)
    {
        var told = answers.Select((answer, at) => (answer?.Probability, IsRight: answer?.Class == examples[at].Photo.Label)).Where(answer => answer.Probability is not null)
            .OrderBy(answer => answer.Probability).ToList();
        var fewest = 0.0;
        for (int at = 0, right = 0; at < told.Count; at++)
        {
            right += told[at].IsRight ? 1 : 0;
            if (2 * right < at + 1)
            {
                fewest = told[at].Probability!.Value;
            }
        }

        return Math.Round(fewest, 4);
    }
}
