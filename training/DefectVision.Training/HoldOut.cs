using System.Text.RegularExpressions;
using DefectVision.Training.Labels;
using DefectVision.Training.Labels.Doctor;

namespace DefectVision.Training;

/// <summary>Labelled photos that models are measured on, as a person names them; where the set has parts, "test" is measured.</summary>
/// <param name="Folder">Of the set.</param>
public sealed record HoldOut(string Folder)
{
    /// <summary>How the labels lie.</summary>
    public LabelLayout Labels { get; init; } = LabelLayout.Auto;

    /// <summary>Finds a photo's item in its file name (first capture, or the whole match); null: told by the labels.</summary>
    public Regex? ItemPattern { get; init; }

    /// <summary>In a YOLO set a photo without a text file is good; else it has no label.</summary>
    public bool UnlabelledIsGood { get; init; }

    /// <summary>True: measure although the doctor found an error in the labels.</summary>
    public bool AcceptFindings { get; init; }

    /// <summary>The set, once the doctor has looked at its labels as it does before learning. Nothing is learned from them, so that no class is too small.</summary>
    /// <param name="findings">Told once what the doctor says.</param>
    /// <exception cref="DirectoryNotFoundException">No such folder.</exception>
    /// <exception cref="DatasetException">The labels cannot be read, or there is an error among the findings that was not accepted.</exception>
    internal (LabelledSet Set, IReadOnlyList<LabelFinding> Found) Read(IProgress<TrainingProgress>? progress, IProgress<IReadOnlyList<LabelFinding>>? findings, CancellationToken cancel)
    {
        var set = LabelledSet.Read(Folder, "test", ItemPattern, Labels, keepsFaults: true, unlabelledIsGood: UnlabelledIsGood);
        var found = LabelDoctor.Examine(set, Folder, progress, cancel).Where(finding => finding.Kind is not (FindingKind.ClassTooSmall or FindingKind.Unreadable)).ToList();
        findings?.Report(found);
        LabelDoctor.RefuseErrors(found, Folder, AcceptFindings, "measure");
        return (set, found);
    }
}
