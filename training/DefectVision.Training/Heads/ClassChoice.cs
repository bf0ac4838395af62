namespace DefectVision.Training.Heads;

/// <summary>How the head for the class looks, chosen by the mean share over the classes that is told right, cross-fitted.</summary>
/// <param name="examples">Of photos as they are and altered.</param>
/// <param name="turned">Of defective photos, turned.</param>
/// <param name="folds">Of each of the examples.</param>
/// <param name="ofMiddle">How many of the first numbers are of the middle of the photo.</param>
internal sealed class ClassChoice(
    IReadOnlyList<Example<float[]>> examples, IReadOnlyList<Example<float[]>> turned, int[] folds, int ofMiddle, IProgress<TrainingProgress>? progress, CancellationToken cancel)
{
    private static readonly double[] Penalties = [0.003, 0.01, 0.03, 0.1, 0.3, 1, 3];

    private readonly IReadOnlyList<string> _classes =
        [.. examples.Where(example => !example.Photo.IsGood).Select(example => example.Photo.Label).Distinct().Order(StringComparer.Ordinal)];

    private int _tried;

    /// <summary>The head over the whole embedding, and what cross-fitting says of it.</summary>
    public (LinearHead Head, ToldClasses Told) Choose()
    {
        var best = ToldClasses.Nothing(_classes);
        if (_classes.Count > 1)
        {
            // Half as many numbers again tell something by chance: they must tell clearly more (the rule of one standard error; Breiman et al. 1984, 3.4.3).
            var (whole, middle) = (BestStill(atMiddle: false), BestStill(atMiddle: true));
            best = middle.Right > whole.Right + whole.StandardError ? middle : whole;

            // Turned photos are many: whether they help is asked once the rest is known.
            if (turned.Count > 0)
            {
                var still = best.Look!;
                foreach (var penalty in new[] { still.Penalty, still.Penalty / 3 })
                {
                    best = Better(best, still with { IsTurned = true, Penalty = penalty });
                }
            }
        }

        var learn = Learned(best.Look).Where(example => !example.Photo.IsGood).ToList();
        var head = HeadFitting.Classes([.. learn.Select(example => example.Values)], [.. learn.Select(example => example.Photo.Label)], _classes, best.Look?.Penalty ?? 1);
        return (Skips(best.Look) ? head.After(ofMiddle) : head, best);
    }

    private ToldClasses BestStill(bool atMiddle) =>
        Penalties.Aggregate(ToldClasses.Nothing(_classes), (best, penalty) => Better(best, new ClassLook(atMiddle, false, penalty)));

    private ToldClasses Better(ToldClasses best, ClassLook look)
    {
        progress?.Report(new TrainingProgress("telling the classes", _tried++, (2 * Penalties.Length) + 2));
        var told = ToldClasses.Of(look, examples, CrossFitting.Classes(Learned(look), examples.Count, folds, _classes, look.Penalty, cancel), _classes);
        return told.Right > best.Right ? told : best;
    }

    private static bool Skips(ClassLook? look) => look is { AtMiddle: false };

    // The examples first, so that their folds are those of the list.
    private List<Example<float[]>> Learned(ClassLook? look)
    {
        var all = look is { IsTurned: true } ? examples.Concat(turned) : examples;
        return [.. Skips(look) ? all.Select(example => example with { Values = example.Values[ofMiddle..] }) : all];
    }
}
