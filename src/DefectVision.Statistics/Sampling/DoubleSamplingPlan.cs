using DefectVision.Statistics.Tails;

namespace DefectVision.Statistics.Sampling;

/// <summary>A double sampling plan: the first sample accepts, rejects or asks for a second of the same size.</summary>
/// <param name="FirstSampleSize">Items drawn first, n1.</param>
/// <param name="SecondSampleSize">Items drawn when the first sample does not decide, n2.</param>
/// <param name="FirstAcceptance">Ac1: accept at once up to here.</param>
/// <param name="FirstRejection">Re1: reject at once from here on.</param>
/// <param name="SecondAcceptance">Ac2, of both samples together.</param>
/// <param name="SecondRejection">Re2 = Ac2 + 1.</param>
/// <remarks>Source of the numbers: MIL-STD-105E, Tables III-A and III-B; they depend on the acceptance number of the matching single plan only.</remarks>
public sealed record DoubleSamplingPlan(
    int FirstSampleSize,
    int SecondSampleSize,
    int FirstAcceptance,
    int FirstRejection,
    int SecondAcceptance,
    int SecondRejection)
{
    private static readonly Dictionary<int, (int Ac1, int Re1, int Ac2, int Re2)> BySingleAcceptance = new()
    {
        [1] = (0, 2, 1, 2),
        [2] = (0, 3, 3, 4),
        [3] = (1, 4, 4, 5),
        [5] = (2, 5, 6, 7),
        [7] = (3, 7, 8, 9),
        [8] = (3, 7, 11, 12),
        [10] = (5, 9, 12, 13),
        [12] = (6, 10, 15, 16),
        [14] = (7, 11, 18, 19),
        [18] = (9, 14, 23, 24),
        [21] = (11, 16, 26, 27),
        [27] = (15, 20, 34, 35),
        [30] = (17, 22, 37, 38),
        [41] = (23, 29, 52, 53),
        [44] = (25, 31, 56, 57),
    };

    /// <summary>The double plan that goes with a single plan of MIL-STD-105E, normal or tightened. Null with acceptance number 0, for which the single plan is used, and at letter A.</summary>
    public static DoubleSamplingPlan? MatchingMilStd105E(SingleSamplingPlan plan)
    {
        if (plan.Edition != MilStd105E.Edition || plan.Severity == InspectionSeverity.Reduced)
            throw new ArgumentException($"Found a {plan.Severity} plan of {plan.Edition}, wanted a normal or tightened one of {MilStd105E.Edition}.", nameof(plan));
        var smaller = Iso2859.SampleSizes.LastOrDefault(size => size < plan.SampleSize);
        if (smaller == 0 || !BySingleAcceptance.TryGetValue(plan.AcceptanceNumber, out var numbers))
            return null;
        return new DoubleSamplingPlan(smaller, smaller, numbers.Ac1, numbers.Re1, numbers.Ac2, numbers.Re2);
    }

    /// <summary>Acceptance on the first sample. Binomial.</summary>
    public Probability AcceptanceOnFirst(Rate quality) => Probability.Clamped(BinomialTail.AtMost(FirstAcceptance, FirstSampleSize, quality.Value));

    /// <summary>Rejection on the first sample. Binomial.</summary>
    public Probability RejectionOnFirst(Rate quality) => Probability.Clamped(BinomialTail.AtLeast(FirstRejection, FirstSampleSize, quality.Value));

    /// <summary>Acceptance on either sample. Binomial.</summary>
    public Probability Acceptance(Rate quality)
    {
        var sum = AcceptanceOnFirst(quality).Value;
        for (var found = FirstAcceptance + 1; found < FirstRejection; found++)
            sum += BinomialTail.At(found, FirstSampleSize, quality.Value) * BinomialTail.AtMost(SecondAcceptance - found, SecondSampleSize, quality.Value);
        return Probability.Clamped(sum);
    }

    /// <summary>The mean number of items drawn when each sample drawn is inspected to its end.</summary>
    public double AverageSampleNumber(Rate quality)
    {
        var undecided = 0.0;
        for (var found = FirstAcceptance + 1; found < FirstRejection; found++)
            undecided += BinomialTail.At(found, FirstSampleSize, quality.Value);
        return FirstSampleSize + SecondSampleSize * undecided;
    }
}
