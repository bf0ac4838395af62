using DefectVision.Training.Labels;

namespace DefectVision.Training;

/// <summary>What a training learns from: the labelled set that a person names, labels that are given photo by photo, or all of them as one set.</summary>
internal static class TrainingSet
{
    /// <param name="options">Name the set, the labels, or both.</param>
    /// <param name="before">The model that is added to; null: there is none, and good photos are wanted.</param>
    /// <exception cref="DirectoryNotFoundException">No such folder.</exception>
    /// <exception cref="DatasetException">The labels cannot be read, or hold no good photo though no model is added to.</exception>
    public static LabelledSet Read(TrainingOptions options, Learned? before)
    {
        if (options.Given.Count == 0)
        {
            return Folder(options, wantsGood: before is null);
        }

        var folder = options.Dataset is null ? null : Folder(options, wantsGood: false);
        var spelling = new ClassSpelling(
            [.. folder?.DefectClasses ?? [], .. before?.Contract.DefectClasses ?? []], options.Given.SelectMany(given => given.Labels).Select(label => label.DefectClass).OfType<string>());
        IReadOnlyList<LabelledSet> sets = [.. folder is null ? Array.Empty<LabelledSet>() : [folder], .. options.Given.Select(given => LabelledSet.Of(given, spelling))];
        var whole = new LabelledSet(
            string.Join(" + ", sets.Select(set => set.Name).Distinct()),
            [.. sets.SelectMany(set => set.Photos).DistinctBy(photo => (Path.GetFullPath(photo.Path), photo.Label))
                .OrderBy(photo => photo.Label, StringComparer.Ordinal).ThenBy(photo => photo.Path, StringComparer.Ordinal)])
        {
            Layout = sets[0].Layout,
            LabelledHow = string.Join("; and ", sets.Select(set => set.LabelledHow).Distinct()),
            ItemsSaidBy = sets.Select(set => set.ItemsSaidBy).FirstOrDefault(said => said != ItemsSaidBy.Nothing),
            Unlabelled = sets[0].Unlabelled,
            Faults = [.. sets.SelectMany(set => set.Faults)],
        };
        if (whole.Photos.Any(photo => photo.IsGood || before is not null))
        {
            return whole;
        }

        var found = before is null ? FormattableString.Invariant($"no photo labelled '{LabelledPhoto.Good}' among {whole.Photos.Count}, wanted good photos") : "no photo, wanted one at least";
        throw new DatasetException($"{options.Source}: found {found}{Unusable(whole.Faults)}");
    }

    private static string Unusable(IReadOnlyList<string> faults) => faults.Count == 0 ? string.Empty
        : FormattableString.Invariant($" ({faults.Count} {(faults.Count == 1 ? "label" : "labels")} cannot be used, the first: {faults[0]})");

    private static LabelledSet Folder(TrainingOptions options, bool wantsGood) =>
        LabelledSet.Read(options.Dataset!, "train", options.Group, options.Labels, wantsGood, keepsFaults: true, options.UnlabelledIsGood);
}
