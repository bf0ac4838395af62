using DefectVision.Inference;
using DefectVision.Statistics;
using DefectVision.Training.Labels;
using DefectVision.Training.Labels.Doctor;

namespace DefectVision.Training.Importing;

/// <summary>What an import made.</summary>
/// <param name="Contract">As it went into the file.</param>
/// <param name="ForeignFile">Name of the foreign file.</param>
/// <param name="ForeignSha256">Of its bytes, lower-case hex.</param>
/// <param name="Facts">What was taken for true of it, and who said so.</param>
/// <param name="Set">The labelled set.</param>
/// <param name="Findings">What the doctor said of it.</param>
/// <param name="LeftOut">Photos that could not be used.</param>
/// <param name="Scored">Score of every photo.</param>
/// <param name="ClassesTold">Of each class that both know the defective photos whose class was told right; empty when the model has only one class.</param>
public sealed record ImportResult(
    ModelContract Contract,
    string ForeignFile,
    string ForeignSha256,
    IReadOnlyList<ImportFact> Facts,
    LabelledSet Set,
    IReadOnlyList<LabelFinding> Findings,
    IReadOnlyList<LeftOut> LeftOut,
    IReadOnlyList<(double Score, bool Defective)> Scored,
    IReadOnlyDictionary<string, Tally> ClassesTold)
{
    /// <summary>Area under the ROC curve with its interval, in words; it needs photos of both sides.</summary>
    public string Area => Scored.Any(entry => entry.Defective) ? CardFigures.Area(Scored) : "not measured: no defective photo was given";
}
