namespace DefectVision.Training.Heads;

/// <summary>Log loss of log-odds, in nats: both sides weigh the same, however many photos each has.</summary>
internal static class LogLoss
{
    public static double Of(IReadOnlyList<CrossFitted> fitted) => fitted.GroupBy(fit => fit.Pair.Defective).Sum(side => side.Average(Of)) / 2;

    /// <summary>Standard error of the difference between two heads on the same examples. Photos of one group say the same twice: each group counts once.</summary>
    public static double StandardErrorOfDifference(IReadOnlyList<CrossFitted> one, IReadOnlyList<CrossFitted> other)
    {
        var sizes = one.CountBy(fit => fit.Pair.Defective).ToDictionary();
        var groups = one.Zip(other, (first, second) => (first.Take.Photo.Group, Share: (Of(first) - Of(second)) / (2 * sizes[first.Pair.Defective])))
            .GroupBy(entry => entry.Group, StringComparer.Ordinal)
            .Select(group => group.Sum(entry => entry.Share))
            .ToList();
        var mean = groups.Average();
        return Math.Sqrt(groups.Sum(group => Math.Pow(group - mean, 2)) * groups.Count / (groups.Count - 1));
    }

    private static double Of(CrossFitted fit) => Math.Log(1 + Math.Exp(Math.Clamp(fit.Pair.Defective ? -fit.Score : fit.Score, -500, 500)));
}
