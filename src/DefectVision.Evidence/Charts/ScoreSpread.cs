using DefectVision.Inspection;

namespace DefectVision.Evidence.Charts;

/// <summary>How the highest scores of a lot's items are spread: bins of one width, whole ones on both sides of the threshold, so that no bin holds flagged items and others.</summary>
/// <param name="Counts">Items in each bin.</param>
/// <param name="From">Where the first bin begins.</param>
/// <param name="Step">Width of a bin.</param>
/// <param name="Below">Bins below the threshold.</param>
/// <param name="Highest">The highest score.</param>
/// <param name="Model">That gave the scores.</param>
internal sealed record ScoreSpread(IReadOnlyList<int> Counts, double From, double Step, int Below, double Highest, ModelUsed Model)
{
    private const int Bins = 26;

    public double To => From + (Counts.Count * Step);

    public int Items => Counts.Sum();

    /// <summary>Items from the threshold on.</summary>
    public int Above => Counts.Skip(Below).Sum();

    /// <summary>Items from the threshold on that are within one bin of it.</summary>
    public int JustAbove => Below < Counts.Count ? Counts[Below] : 0;

    /// <summary>Items below the threshold that are within one bin of it.</summary>
    public int JustBelow => Below > 0 ? Counts[Below - 1] : 0;

    /// <returns>Null where no item was scored.</returns>
    public static ScoreSpread? Of(IReadOnlyList<Item> items, ModelUsed model)
    {
        var scores = items.Select(item => item.Score).OfType<double>().ToList();
        if (scores.Count == 0)
        {
            return null;
        }

        var (least, most) = (Math.Min(scores.Min(), model.Threshold), Math.Max(scores.Max(), model.Threshold));
        var step = Math.Max((most - least) / (Bins - 2), 1e-9);
        var below = (int)Math.Ceiling((model.Threshold - least) / step);
        var counts = new int[Bins];
        foreach (var score in scores)
        {
            counts[Bin(score, model.Threshold, below, step)]++;
        }

        return new ScoreSpread(counts, model.Threshold - (below * step), step, below, scores.Max(), model);
    }

    private static int Bin(double score, double threshold, int below, double step) => score >= threshold
        ? Math.Min(below + (int)((score - threshold) / step), Bins - 1)
        : Math.Max(below - 1 - (int)((threshold - score) / step), 0);
}
