using DefectVision.Statistics.Tails;

namespace DefectVision.Statistics.Calibration;

/// <summary>Two scores compared on the same items.</summary>
/// <param name="First">Area of the first score.</param>
/// <param name="Second">Area of the second score.</param>
/// <param name="Z">Difference of the areas over its standard error; null when that error is zero.</param>
/// <param name="PValue">Two-sided; null when there is no Z.</param>
/// <remarks>Source: DeLong, DeLong and Clarke-Pearson 1988, Biometrics 44:837.</remarks>
public sealed record AreaComparison(Probability First, Probability Second, double? Z, Probability? PValue)
{
    /// <summary>Second minus first, −1..1.</summary>
    public double Gain => Second.Value - First.Value;

    /// <summary>Of the difference; 0 when the two rank all pairs alike.</summary>
    public double StandardError { get; init; }

    /// <summary>Two-sided interval of <see cref="Gain"/> by the normal approximation, cut to −1..1 (class A); null when there is no Z.</summary>
    public (double Lower, double Upper)? GainInterval(ConfidenceLevel confidence)
    {
        if (Z is null)
            return null;
        var half = NormalTail.UpperQuantile(confidence.Alpha / 2) * StandardError;
        return (Math.Max(-1, Gain - half), Math.Min(1, Gain + half));
    }

    public BoundStatus Status => Z is null ? BoundStatus.Degenerate : BoundStatus.Ok;

    /// <param name="first">Scores and labels, at least one item of each kind.</param>
    /// <param name="second">Another score of the same items in the same order.</param>
    public static AreaComparison Of(IReadOnlyList<LabelledScore> first, IReadOnlyList<LabelledScore> second)
    {
        if (!first.Select(item => item.Nonconforming).SequenceEqual(second.Select(item => item.Nonconforming)))
            throw new ArgumentException("The two lists do not hold the same items in the same order: their labels differ.", nameof(second));
        var (a, b) = (new DeLong(first), new DeLong(second));
        var (areaA, areaB) = (Probability.Clamped(a.Area), Probability.Clamped(b.Area));
        var variance = DeLong.VarianceOfDifference(a, b);
        if (!(variance > 0))
            return new AreaComparison(areaA, areaB, null, null);
        var error = Math.Sqrt(variance);
        var z = (a.Area - b.Area) / error;
        return new AreaComparison(areaA, areaB, z, Probability.Clamped(NormalTail.TwoSided(z))) { StandardError = error };
    }
}
