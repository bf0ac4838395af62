using DefectVision.Statistics;

namespace DefectVision.Training.Heads;

/// <summary>What a head that had not seen the photos' groups made of their classes.</summary>
/// <param name="Look">How it looked; null when there is only one class.</param>
/// <param name="Classes">In the order of the logits.</param>
/// <param name="Told">Of each class the photos, as they are, whose class was told right; empty when there is only one.</param>
/// <param name="FewestProbability">A class told with less is better called unknown, 0 to 1.</param>
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

    // Where calling a class unknown spares most: below it more answers were wrong than right by more than below any other.
    private static double ProbabilityToTell(IReadOnlyList<Example<float[]>> examples, (string Class, double Probability)?[] answers)
    {
        var (fewest, most, spared) = (0.0, 0, 0);
        foreach (var (answer, photo) in answers.Zip(examples, (answer, example) => (answer, example.Photo)).Where(told => told.answer is not null).OrderBy(told => told.answer!.Value.Probability))
        {
            spared += answer!.Value.Class == photo.Label ? -1 : 1;
            if (spared > most)
            {
                (fewest, most) = (answer.Value.Probability, spared);
            }
        }

        return Math.Round(fewest, 4);
    }
}
