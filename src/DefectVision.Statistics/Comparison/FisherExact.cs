using DefectVision.Statistics.Tails;

namespace DefectVision.Statistics.Comparison;

/// <summary>Fisher's exact test that two lots, or two levels of one factor, have the same rate. It shows association, never cause.</summary>
/// <param name="TwoSided">All tables at most as probable as the one found.</param>
/// <param name="FirstHigher">Against the alternative that the first rate is higher.</param>
/// <param name="FirstLower">Against the alternative that the first rate is lower.</param>
/// <remarks>Source: Fisher 1935, The Design of Experiments. Tables within a relative 1e-7 of the observed probability count as equally probable.</remarks>
public sealed record FisherExact(Probability TwoSided, Probability FirstHigher, Probability FirstLower)
{
    private const double EquallyProbable = 1 + 1e-7;

    public static FisherExact Test(Tally first, Tally second)
    {
        var table = new HypergeometricTail(first.Total + second.Total, first.Count + second.Count, first.Total);
        var least = Math.Max(0, first.Count + second.Count - second.Total);
        var most = Math.Min(first.Total, first.Count + second.Count);
        var limit = table.At(first.Count) * EquallyProbable;
        // The probabilities rise to the mode and fall after it, so what is as improbable as the table found lies in two tails.
        var mode = ModeOf(table, least, most);
        var lastBelow = table.At(least) > limit ? least - 1 : Bisection.LastInteger(least, mode, x => table.At(x) <= limit);
        var firstAbove = table.At(most) > limit ? most + 1 : Bisection.FirstInteger(mode, most, x => table.At(x) <= limit);
        var twoSided = table.At(mode) <= limit ? 1 : table.AtMost(lastBelow) + table.AtLeast(firstAbove);
        return new FisherExact(
            Probability.Clamped(twoSided),
            Probability.Clamped(table.AtLeast(first.Count)),
            Probability.Clamped(table.AtMost(first.Count)));
    }

    private static long ModeOf(HypergeometricTail table, long least, long most) =>
        Math.Clamp((long)Math.Floor((table.SampleSize + 1.0) * (table.Nonconforming + 1.0) / (table.LotSize + 2.0)), least, most);
}
