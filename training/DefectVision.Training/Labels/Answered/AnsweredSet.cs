namespace DefectVision.Training.Labels.Answered;

/// <summary>A labelled set in folders that grows by the answers of persons in inspections, with a list of where each photo comes from.</summary>
public static class AnsweredSet
{
    /// <summary>Photos from which nobody learns until a person decides.</summary>
    public const string UndecidedFolder = Undecided.Folder;

    /// <summary>Photos that models are measured on.</summary>
    public const string HeldOutFolder = "test";

    private const string Lock = ".adding.lock";

    /// <summary>Adds photos with their labels. What the set has already stays as it is; the same addition again changes nothing.</summary>
    /// <param name="folder">The set; made where there is none.</param>
    /// <param name="given">Labels of each case; every one has an origin.</param>
    /// <param name="heldOut">Share of new groups that goes to test/, 0 to below 1; null: none, and the set must hold none out.</param>
    /// <param name="progress">Told how far the photos are looked at.</param>
    /// <param name="cancel">Ends it; the set is then as it was.</param>
    /// <exception cref="DatasetException">The folder is no such set, or it holds photos out and nobody says how many of these.</exception>
    /// <exception cref="IOException">A photo or the list cannot be written; the set is then as it was, or whole.</exception>
    public static SetAddition Add(string folder, IReadOnlyList<GivenLabels> given, double? heldOut, IProgress<TrainingProgress>? progress, CancellationToken cancel)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        Check(full, folder, heldOut);
        Directory.CreateDirectory(full);
        using var only = new FileStream(Path.Combine(full, Lock), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        StagedPhotos.Finish(full);
        return new Addition(full, given, heldOut ?? 0).Make(progress, cancel);
    }

    // A folder of anything else would be taken for a set by a slip of the hand.
    private static void Check(string full, string folder, double? heldOut)
    {
        if (!Directory.Exists(full))
        {
            return;
        }

        if (!File.Exists(Path.Combine(full, AnswerList.FileName)) && Directory.EnumerateFileSystemEntries(full).Any(entry => !Path.GetFileName(entry).StartsWith('.')))
        {
            try
            {
                if (LabelledSet.Read(folder, "train", null, wantsGood: false, keepsFaults: true).Layout is not (LabelLayout.Folders or LabelLayout.MvTec) and var other)
                {
                    throw new DatasetException($"{folder}: found labels of the kind {LayoutWords.Of(other)}, wanted a set in folders, good/ and one a defect class, or a new folder");
                }
            }
            catch (DatasetException fault)
            {
                throw new DatasetException($"{fault.Message} (photos are added to a set in folders, or to a new folder)");
            }
        }

        if (heldOut is null && SetPath.Photos(full).Any(SetPath.IsHeldOut))
        {
            throw new DatasetException($"{folder}: found photos held out in test/, wanted --hold-out SHARE: how many of the new items are held out, 0 for none");
        }
    }
}
