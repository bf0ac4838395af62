namespace DefectVision.Training.Measuring;

/// <summary>The items of a set as trials, as an inspection counts them: each by the highest score of its photos, flagged when one of them is, defective when one of them is.</summary>
internal static class ItemTrials
{
    /// <returns>One an item, in the order of their first photos; its photo stands for its label, which is that of its defective photos.</returns>
    public static IReadOnlyList<ScoredPhoto> Of(IReadOnlyList<ScoredPhoto> photos) => [.. photos.GroupBy(photo => photo.Photo.Item, StringComparer.Ordinal).Select(item => One([.. item]))];

    private static ScoredPhoto One(IReadOnlyList<ScoredPhoto> photos)
    {
        var highest = photos.MaxBy(photo => photo.Score)!;
        var labelled = photos.OrderBy(photo => photo.Photo.IsGood).ThenBy(photo => photo.Photo.Label, StringComparer.Ordinal).ThenBy(photo => photo.Photo.Path, StringComparer.Ordinal).First().Photo;
        return new ScoredPhoto(labelled, highest.Score, highest.Answer, photos.Any(photo => photo.Flagged));
    }
}
