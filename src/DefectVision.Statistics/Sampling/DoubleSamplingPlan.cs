using DefectVision.Statistics.Tails;

namespace DefectVision.Statistics.Sampling;

/// <summary>A double sampling plan: the first sample accepts, rejects or asks for a second, and both together decide.</summary>
/// <param name="FirstSampleSize">Items drawn first, n1.</param>
/// <param name="SecondSampleSize">Items drawn when the first sample does not decide, n2.</param>
/// <param name="FirstAcceptance">Ac1: accept at once up to here.</param>
/// <param name="FirstRejection">Re1: reject at once from here on.</param>
/// <param name="SecondAcceptance">Ac2, of both samples together.</param>
/// <param name="SecondRejection">Re2 = Ac2 + 1.</param>
/// <remarks>Source of the formulas: MIL-STD-105E; Schilling and Neubauer, Acceptance Sampling in Quality Control, ch. 6.</remarks>
public sealed record DoubleSamplingPlan(
    int FirstSampleSize,
    int SecondSampleSize,
    int FirstAcceptance,
    int FirstRejection,
    int SecondAcceptance,
    int SecondRejection) : OperatingCurve
{
    // MIL-STD-105E, Tables III-A and III-B: they depend on the acceptance number of the matching single plan only.
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

    /// <summary>Items of both samples, n1 + n2.</summary>
    public int ItemsAtMost => FirstSampleSize + SecondSampleSize;

    /// <summary>The first of its numbers that cannot be meant, with what is wanted of it; null when they make a plan.</summary>
    public string? Fault =>
        FirstSampleSize < 1 ? Wrong("n1", FirstSampleSize, "at least", 1)
        : SecondSampleSize < 1 ? Wrong("n2", SecondSampleSize, "at least", 1)
        : FirstAcceptance < 0 ? Wrong("Ac1", FirstAcceptance, "at least", 0)
        : FirstRejection < FirstAcceptance + 2L ? Wrong("Re1", FirstRejection, "at least", FirstAcceptance + 2L, "with no number between Ac1 and Re1 the second sample is never drawn")
        : FirstRejection > FirstSampleSize + 1L ? Wrong("Re1", FirstRejection, "at most", FirstSampleSize + 1L, "the first sample cannot hold more than n1")
        : SecondAcceptance <= FirstAcceptance ? Wrong("Ac2", SecondAcceptance, "at least", FirstAcceptance + 1L, "it counts both samples together")
        : SecondRejection != SecondAcceptance + 1L ? Wrong("Re2", SecondRejection, "exactly", SecondAcceptance + 1L, "the second sample decides, so it is Ac2 + 1")
        : FirstRejection > SecondRejection ? Wrong("Re1", FirstRejection, "at most", SecondRejection, "what rejects after both samples rejects after the first")
        : SecondRejection >= (long)FirstRejection + SecondSampleSize ? Wrong("Re2", SecondRejection, "at most", FirstRejection - 1L + SecondSampleSize, "otherwise the second sample never rejects")
        : null;

    /// <summary>Acceptance on either sample. Binomial.</summary>
    public override Probability AcceptanceOfProcess(Rate quality)
    {
        var sum = AcceptanceOnFirst(quality).Value;
        foreach (var found in Undecided)
            sum += BinomialTail.At(found, FirstSampleSize, quality.Value) * BinomialTail.AtMost(SecondAcceptance - found, SecondSampleSize, quality.Value);
        return Probability.Clamped(sum);
    }

    /// <inheritdoc/>
    public override Probability AcceptanceOfLot(long lotSize, long nonconforming)
    {
        var first = First(lotSize, nonconforming);
        var second = Math.Min(SecondSampleSize, lotSize - first.SampleSize);
        var sum = first.AtMost(FirstAcceptance);
        foreach (var found in Undecided)
        {
            if (first.At(found) is > 0 and var chance)
                sum += chance * new HypergeometricTail(lotSize - first.SampleSize, nonconforming - found, second).AtMost(SecondAcceptance - found);
        }
        return Probability.Clamped(sum);
    }

    /// <inheritdoc/>
    public override Rate QualityAcceptedWith(Probability acceptance) =>
        Rate.Clamped(Bisection.FirstDouble(0, 1, quality => AcceptanceOfProcess(new Rate(quality)).Value <= acceptance.Value));

    /// <summary>The chance that the first sample of a lot with so many nonconforming items decides, either way. Hypergeometric.</summary>
    /// <param name="lotSize">Items, 1 or more; samples larger than the lot are cut to it.</param>
    /// <param name="nonconforming">0..lotSize.</param>
    public Probability DecisionOnFirstOfLot(long lotSize, long nonconforming)
    {
        var first = First(lotSize, nonconforming);
        return Probability.Clamped(first.AtMost(FirstAcceptance) + first.AtLeast(FirstRejection));
    }

    /// <summary>The mean number of items drawn when each sample drawn is inspected to its end. Binomial.</summary>
    public double AverageSampleNumber(Rate quality) =>
        FirstSampleSize + SecondSampleSize * Undecided.Sum(found => BinomialTail.At(found, FirstSampleSize, quality.Value));

    /// <summary>The same for a lot with so many nonconforming items. Hypergeometric.</summary>
    /// <param name="lotSize">Items, 1 or more; samples larger than the lot are cut to it.</param>
    /// <param name="nonconforming">0..lotSize.</param>
    public double AverageSampleNumberOfLot(long lotSize, long nonconforming)
    {
        var first = First(lotSize, nonconforming);
        return first.SampleSize + Math.Min(SecondSampleSize, lotSize - first.SampleSize) * Undecided.Sum(found => first.At(found));
    }

    // The counts that ask for the second sample.
    private IEnumerable<int> Undecided => Enumerable.Range(FirstAcceptance + 1, Math.Max(0, FirstRejection - FirstAcceptance - 1));

    private HypergeometricTail First(long lotSize, long nonconforming)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lotSize, 1);
        _ = new Tally(nonconforming, lotSize);
        return new HypergeometricTail(lotSize, nonconforming, Math.Min(FirstSampleSize, lotSize));
    }

    private static string Wrong(string name, int found, string side, long wanted, string? why = null) =>
        FormattableString.Invariant($"{name} {found}, wanted {side} {wanted}") + (why is null ? string.Empty : ": " + why);
}
