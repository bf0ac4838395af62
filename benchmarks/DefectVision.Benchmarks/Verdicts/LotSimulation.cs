using DefectVision.Inference;
using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Judging;
using DefectVision.Statistics;
using DefectVision.Training;

namespace DefectVision.Benchmarks.Verdicts;

/// <summary>
/// Lots of made-up items whose flags nobody has read, judged as an inspection judges them. Every lot has a threshold of its own, set on its own good scores by the rule of
/// <c>train</c>, so that the chance of the calibration set is counted, too. The good photos are like those of the lot: what a change of goods or camera does is not simulated.
/// </summary>
internal sealed class LotSimulation
{
    private static readonly AgreedTerms Terms = new(new Agreement());

    private readonly Dictionary<Flags, Verdict> _verdicts = [];
    private readonly int _size;

    /// <param name="size">Items of the lot.</param>
    public LotSimulation(int size)
    {
        _size = size;
        Sample = (int)LotPlans.Of("lot", size, Terms, SectionKind.Workmanship, Enum.GetValues<Severity>()).Items!.Value;
        AtAql = (int)(size * Terms.LimitOf(Severity.Major)!.AqlPercent!.Value / 100);
    }

    /// <summary>Items that the plan asks for.</summary>
    public int Sample { get; }

    /// <summary>Defective items of a lot exactly at the AQL; of a size that the AQL does not divide, the most that are not above it.</summary>
    public int AtAql { get; }

    /// <param name="defective">Items of the lot.</param>
    /// <param name="sensitivity">Chance that the photo that shows the defect is flagged for it, 0 to 1.</param>
    public Shares Run(Situation situation, int defective, double sensitivity, int lots, ulong stream)
    {
        var generator = new PinnedGenerator(20261129, stream);
        var shares = new Shares();
        for (var lot = 0; lot < lots; lot++)
        {
            var point = PointOf(situation, generator);
            if (point.OrdersOnly)
            {
                return shares;
            }

            shares.Add(VerdictOf(situation.Views, point, Decisions(situation, point, defective, sensitivity, generator)));
        }

        return shares;
    }

    private static OperatingPoint PointOf(Situation situation, PinnedGenerator generator)
    {
        var photos = situation.Kind == CalibrationKind.Items ? situation.Views : 1;
        return OperatingPointChoice.Of(
            [.. from item in Enumerable.Range(0, situation.Good) from score in Scores(photos, situation.Dependence, generator) select ($"{item}", score, false)],
            null,
            situation.Kind == CalibrationKind.PhotosWithViews ? situation.Views : 1,
            "simulated");
    }

    // What is flagged, and what is too close to call, by the any-photo rule.
    private (int Flagged, int Undecided) Decisions(Situation situation, OperatingPoint point, int defective, double sensitivity, PinnedGenerator generator)
    {
        var (flagged, undecided, found) = (0, 0, 0);
        for (var item = 0; item < Sample; item++)
        {
            var isDefective = generator.NextInt(_size - item) < defective - found;
            found += isDefective ? 1 : 0;
            var decisions = Scores(situation.Views, situation.Dependence, generator).Select(score => point.Decide(OperatingPoint.Round(score))).ToList();
            if ((isDefective && generator.NextDouble() < sensitivity) || decisions.Contains(Decision.Flag))
            {
                flagged++;
            }
            else if (decisions.Contains(Decision.TooCloseToCall))
            {
                undecided++;
            }
        }

        return (flagged, undecided);
    }

    // Lots with the same counts have the same verdict.
    private Verdict VerdictOf(int views, OperatingPoint point, (int Flagged, int Undecided) decided)
    {
        var flags = new Flags(decided.Flagged, decided.Undecided, views, point.Specificity, point.Items?.Specificity, point.Items?.FewestPhotos);
        if (!_verdicts.TryGetValue(flags, out var verdict))
        {
            verdict = LotJudge.Judge(LotOf(flags), Terms, ModelOf(flags), GivenEvidence.None).Verdict;
            _verdicts.Add(flags, verdict);
        }

        return verdict;
    }

    private Lot LotOf(Flags flags) => new("lot", _size, ItemSource.FileNames, [.. Enumerable.Range(0, Sample).Select(item => ItemJudge.Judge(
        $"{item:000}",
        [.. Enumerable.Range(0, flags.Views).Select(view => PhotoOf(item, view, view > 0 ? Standing.Clear
            : item < flags.Flagged ? Standing.Flagged
            : item < flags.Flagged + flags.Undecided ? Standing.TooCloseToCall
            : Standing.Clear))],
        Terms))]);

    private static InspectedFile PhotoOf(int item, int view, Standing standing) => new(
        $"lot/{item:000}_{view}.jpg", 1, null, PhotoOutcome.Scored, null, new PhotoPlace("lot", $"{item:000}", $"{view}"), null, new Finding(0, standing, null, null), null);

    private static ModelUsed ModelOf(Flags flags) => new(
        "simulated", string.Empty, string.Empty, new Dictionary<string, int>(), [], string.Empty, 0, OperatingPoint.ScoreDigits, OperatingPoint.Margin, OperatingPointChoice.Usual,
        default, flags.Specificity, string.Empty, string.Empty, string.Empty, string.Empty, [])
    {
        ItemSpecificity = flags.ItemSpecificity,
        ItemPhotos = flags.ItemPhotos,
        MostStrange = 1,
    };

    // Normal scores of the photos of a good item, each pair with the same correlation (Box and Muller 1958, Annals of Mathematical Statistics 29:610).
    private static double[] Scores(int photos, double dependence, PinnedGenerator generator)
    {
        var own = Normal();
        var scores = new double[photos];
        for (var photo = 0; photo < photos; photo++)
        {
            scores[photo] = (Math.Sqrt(dependence) * own) + (Math.Sqrt(1 - dependence) * Normal());
        }

        return scores;

        double Normal() => Math.Sqrt(-2 * Math.Log(1 - generator.NextDouble())) * Math.Cos(2 * Math.PI * generator.NextDouble());
    }

    private sealed record Flags(int Flagged, int Undecided, int Views, Tally Specificity, Tally? ItemSpecificity, int? ItemPhotos);
}
