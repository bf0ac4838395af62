namespace DefectVision.Training.Heads;

/// <summary>Whether trees stand beside the linear head for defective.</summary>
internal static class TreeChoice
{
    /// <summary>Of 900 numbers and fewer photos than this a tree finds splits that tell by chance, and the linear head is hard to beat.</summary>
    public const int FewestPhotos = 500;

    /// <summary>On each side: with fewer, a leaf of 20 examples, each photo counted twice, is a tenth of the side and more.</summary>
    public const int FewestOfSide = 100;

    /// <summary>How the head looks, and its cross-fitted scores.</summary>
    /// <param name="examples">Of photos as they are and altered.</param>
    /// <param name="folds">Of each of the examples.</param>
    /// <param name="linear">The linear head they would stand beside.</param>
    public static (DefectiveLook Look, IReadOnlyList<CrossFitted> Fitted) Of(
        IReadOnlyList<Example<float[]>> examples, int[] folds, LinearChoice linear, IProgress<TrainingProgress>? progress, CancellationToken cancel)
    {
        var tooFew = TooFew(examples);
        if ((tooFew ?? TreeFitting.Missing()) is { } reason)
        {
            return (new DefectiveLook(linear, reason) { IsLibraryMissing = tooFew is null }, linear.Fitted);
        }

        progress?.Report(new TrainingProgress("trying trees", 0, 1));
        var trees = CrossFitting.Scores(examples, folds, (rows, defective) => TreeFitting.Defective(rows, defective).Score, cancel);
        progress?.Report(new TrainingProgress("trying trees", 1, 1));
        var average = linear.Fitted.Zip(trees, (fit, score) => fit with { Score = DefectiveHead.Mean(fit.Score, score) }).ToList();
        var look = new DefectiveLook(linear, null, LogLoss.Of(average), LogLoss.StandardErrorOfDifference(linear.Fitted, average));
        return (look, look.HasTrees ? average : linear.Fitted);
    }

    /// <summary>In words; null when they are enough.</summary>
    public static string? TooFew(IReadOnlyList<Example<float[]>> examples)
    {
        var photos = examples.Where(example => !example.Take.IsAltered).ToList();
        var good = photos.Count(example => example.Photo.IsGood);
        var bad = photos.Count - good;
        return photos.Count >= FewestPhotos && Math.Min(good, bad) >= FewestOfSide
            ? null
            : FormattableString.Invariant($"found {good} good and {bad} defective photos, wanted {FewestPhotos} with {FewestOfSide} of each");
    }
}
