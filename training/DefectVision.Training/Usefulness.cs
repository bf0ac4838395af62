using DefectVision.Inference;
using DefectVision.Statistics.Calibration;
using DefectVision.Training.Labels;

namespace DefectVision.Training;

/// <summary>Nobody is helped by a model that ranks like a coin: it is an error with a reason, and nothing is written.</summary>
internal static class Usefulness
{
    /// <param name="name">Of the model.</param>
    /// <param name="crossFitted">Scores of photos that it had not seen.</param>
    /// <exception cref="ModelException">A score is no number.</exception>
    /// <exception cref="DatasetException">Defective photos rank no higher than good ones.</exception>
    public static void Check(string name, IReadOnlyList<(double Score, bool Defective)> crossFitted)
    {
        if (crossFitted.Any(entry => !double.IsFinite(entry.Score)))
        {
            throw new ModelException($"{name}: the training gave scores that are no numbers, wanted finite ones; nothing was written");
        }

        if (crossFitted.Any(entry => entry.Defective)
            && AreaUnderCurve.Of([.. crossFitted.Select(entry => new LabelledScore(entry.Score, entry.Defective))]).Value.Value is <= 0.5 and var area)
        {
            throw new DatasetException(FormattableString.Invariant(
                $"{name}: on photos it had not seen it told defective from good no better than a coin (area under the ROC curve {area:0.###}), wanted more than 0.5; nothing was written. Are the labels right, and can the defect be seen at the working size?"));
        }
    }
}
