using DefectVision.Inference;
using DefectVision.Statistics.Calibration;
using DefectVision.Training.Labels;
using DefectVision.Training.Labels.Doctor;
using DefectVision.Training.Measuring;

namespace DefectVision.Training;

/// <summary>
/// A candidate against the model in use, on the same labelled photos that neither has learned from. The candidate passes when the area under its ROC curve is larger
/// (paired DeLong, two-sided at 5 %, at least 20 defective items, or photos where nothing tells the items) and no label, "good" among them, falls behind at the models' own operating points.
/// Where one of them only orders there is nothing to compare at operating points; a candidate that only orders does not replace a champion that flags.
/// </summary>
/// <param name="Set">The photos.</param>
/// <param name="LeftOut">Photos that could not be read.</param>
/// <param name="Champion">The model in use.</param>
/// <param name="Candidate">The one that would replace it.</param>
/// <param name="Areas">Champion first, of the <see cref="Trials"/>.</param>
/// <param name="Labels">"good" first; empty where one of the models only orders, and has no operating point.</param>
public sealed record ModelComparison(
    LabelledSet Set,
    IReadOnlyList<LeftOut> LeftOut,
    MeasuredModel Champion,
    MeasuredModel Candidate,
    AreaComparison Areas,
    IReadOnlyList<ClassComparison> Labels)
{
    private const double Level = 0.05;

    /// <summary>What the doctor said of the labels; errors among them were accepted.</summary>
    public required IReadOnlyList<LabelFinding> Findings { get; init; }

    /// <summary>What is counted: "items" where the set tells them, since photos of one item are no two trials; else "photos".</summary>
    public required string Trials { get; init; }

    /// <summary>The same, and what told the items, in words.</summary>
    public required string CountedHow { get; init; }

    /// <summary>Photos of the set that one of the models learned from or had its threshold set on: they were left out, since they would flatter it.</summary>
    public required IReadOnlyList<string> Seen { get; init; }

    /// <summary>Labels on which the candidate falls behind.</summary>
    public IReadOnlyList<string> Behind => [.. Labels.Where(label => label.FallsBehind).Select(label => label.Label)];

    /// <summary>The candidate only orders, and the champion flags.</summary>
    public bool LosesFlags => Candidate.OrdersOnly && !Champion.OrdersOnly;

    public Gate Gate =>
        Behind.Count > 0 || LosesFlags ? Gate.FallsBehind
        : Champion.Area.Nonconforming >= AreaUnderCurve.FewestNonconforming && Areas.Gain > 0 && Areas.PValue?.Value <= Level ? Gate.Better
        : Gate.NotShownToBeBetter;

    /// <summary>The gate in a sentence.</summary>
    public string Verdict => Gate switch
    {
        Gate.Better when Labels.Count == 0 => "The candidate ranks better. A model that only orders flags nothing, so flags were not compared.",
        Gate.Better => "The candidate is better, and falls behind in no class.",
        Gate.FallsBehind when LosesFlags => "The candidate falls behind: it only orders and flags nothing, and the champion flags.",
        Gate.FallsBehind => $"The candidate falls behind in {string.Join(", ", Behind)}.",
        _ when Champion.Area.Nonconforming < AreaUnderCurve.FewestNonconforming => FormattableString.Invariant(
            $"The candidate is not shown to be better: found {Champion.Area.Nonconforming} defective {Trials}, wanted at least {AreaUnderCurve.FewestNonconforming}."),
        _ when Areas.PValue is null => "The candidate is not shown to be better: both rank every pair alike.",
        _ when Areas.Gain <= 0 => "The candidate is not shown to be better: its area is no larger.",
        _ => "The candidate is not shown to be better: the difference may be chance.",
    };

    /// <param name="champion">The model in use.</param>
    /// <param name="candidate">The one that would replace it.</param>
    /// <param name="photos">That neither has learned from.</param>
    /// <param name="progress">Told how far it has come.</param>
    /// <param name="findings">Told once, before anything is scored, what the doctor says of the labels.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="DirectoryNotFoundException">No such folder.</exception>
    /// <exception cref="DatasetException">One of the models learned from these very photos, the set lacks good or defective photos that can be read and that neither has seen, or the doctor found an error that was not accepted.</exception>
    public static ModelComparison Of(
        Model champion, Model candidate, HoldOut photos, IProgress<TrainingProgress>? progress, IProgress<IReadOnlyList<LabelFinding>>? findings, CancellationToken cancel)
    {
        var (whole, found) = photos.Read(progress, findings, cancel);
        foreach (var (model, part) in new[] { (champion, "champion"), (candidate, "candidate") })
        {
            if (model.Contract.Training.DatasetSha256 == whole.Sha256)
            {
                throw new DatasetException($"{photos.Folder}: found the very photos that {(model.Contract.Training.IsForeign ? $"the threshold of the {part} ({model.Contract.Name}) was set on" : $"the {part} ({model.Contract.Name}) learned from")}, wanted photos that neither model has seen");
            }
        }

        var isSeen = whole.Photos.ToLookup(photo => IsSeen(champion, photo) || IsSeen(candidate, photo));
        if (!isSeen[false].Any())
        {
            throw new DatasetException($"{photos.Folder}: found none but photos that one of the models learned from, wanted photos that neither has seen");
        }

        var set = isSeen[true].Any() ? whole.Only([.. isSeen[false]]) : whole;
        var (first, leftOut) = Scoring.Of(champion, set, withHeatMaps: false, "scoring with the champion", progress, cancel);
        var (second, _) = Scoring.Of(candidate, set, withHeatMaps: false, "scoring with the candidate", progress, cancel);
        if (!first.Select(photo => photo.Photo.Path).SequenceEqual(second.Select(photo => photo.Photo.Path)))
        {
            throw new DatasetException($"{photos.Folder}: found photos that changed while they were scored, wanted the same for both models");
        }

        var areItems = set.ItemsSaidBy != ItemsSaidBy.Nothing;
        if (areItems)
        {
            (first, second) = (ItemTrials.Of(first), ItemTrials.Of(second));
        }

        return new ModelComparison(
            set,
            leftOut,
            MeasuredModel.Of(champion, first),
            MeasuredModel.Of(candidate, second),
            AreaComparison.Of(MeasuredModel.Scores(first), MeasuredModel.Scores(second)),
            champion.Contract.OperatingPoint.OrdersOnly || candidate.Contract.OperatingPoint.OrdersOnly ? [] : [.. first.Zip(second).GroupBy(pair => pair.First.Photo.Label)
                .OrderBy(label => label.Key == LabelledPhoto.Good ? 0 : 1).ThenBy(label => label.Key, StringComparer.Ordinal)
                .Select(label => ClassComparison.Of(label.Key, [.. label.Select(pair => (IsRight(pair.First), IsRight(pair.Second)))]))])
        {
            Findings = found,
            Trials = areItems ? "items" : "photos",
            CountedHow = areItems ? $"by item, each by its highest score; items told by {ItemWords.Of(set.ItemsSaidBy)}" : "by photo: nothing tells which photos show one item",
            Seen = [.. isSeen[true].Select(photo => photo.Path)],
        };
    }

    private static bool IsSeen(Model model, LabelledPhoto photo) => model.Contract.Training.Digests?.Contains(photo.Sha256) == true;

    private static bool IsRight(ScoredPhoto photo) => photo.Flagged != photo.Photo.IsGood;
}
