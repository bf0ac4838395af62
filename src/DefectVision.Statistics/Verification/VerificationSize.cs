namespace DefectVision.Statistics.Verification;

/// <summary>How many items people should look at.</summary>
public static class VerificationSize
{
    /// <summary>Of the unflagged items when every flagged one is looked at: a tenth, but 60 at least, where that many exist. With no miss among m, misses are at most about 3/m.</summary>
    public static long Unflagged(long unflagged)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(unflagged);
        return Math.Min(unflagged, Math.Max(60, (unflagged + 9) / 10));
    }

    /// <summary>
    /// Neyman's allocation of a budget too small for all: in proportion to stratum size times the standard deviation of a guess, at least two
    /// of each stratum (the flagged one first if the budget does not reach), at most all of it, by largest remainder with ties to the flagged.
    /// </summary>
    /// <param name="flagged">Items flagged.</param>
    /// <param name="unflagged">Items not flagged.</param>
    /// <param name="guessFlagged">Expected share of nonconforming items among the flagged.</param>
    /// <param name="guessUnflagged">Expected share of nonconforming items among the unflagged.</param>
    /// <param name="budget">Items that can be looked at.</param>
    /// <remarks>Source: Neyman 1934, Journal of the Royal Statistical Society 97:558; Cochran 1977, chapter 5.</remarks>
    public static (long Flagged, long Unflagged) Neyman(long flagged, long unflagged, Rate guessFlagged, Rate guessUnflagged, long budget)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(flagged);
        ArgumentOutOfRangeException.ThrowIfNegative(unflagged);
        ArgumentOutOfRangeException.ThrowIfNegative(budget);
        var total = Math.Min(budget, flagged + unflagged);
        var (leastFlagged, leastUnflagged) = (Math.Min(2, flagged), Math.Min(2, unflagged));
        if (total <= leastFlagged + leastUnflagged)
        {
            var first = Math.Min(total, leastFlagged);
            return (first, total - first);
        }

        var (weightFlagged, weightUnflagged) = (flagged * Deviation(guessFlagged), unflagged * Deviation(guessUnflagged));
        var weights = weightFlagged + weightUnflagged;
        var share = weights > 0 ? total * weightFlagged / weights : total * (double)flagged / (flagged + unflagged);
        // With two strata the largest remainder is rounding to the nearest, halves to the flagged.
        var toFlagged = Math.Clamp((long)Math.Floor(share + 0.5), Math.Max(leastFlagged, total - unflagged), Math.Min(flagged, total - leastUnflagged));
        return (toFlagged, total - toFlagged);
    }

    private static double Deviation(Rate rate) => Math.Sqrt(rate.Value * (1 - rate.Value));
}
