namespace DefectVision.Inspection.Judging.Sections;

/// <summary>Flags that nobody has read and that reject nothing, in words: the model was not measured on such photos, or the item may be of other goods.</summary>
internal static class UnsureFlags
{
    /// <param name="lot">As found.</param>
    /// <param name="severity">Whose flags are meant.</param>
    /// <param name="model">Whose flags they are.</param>
    /// <returns>A part of a sentence; null where every flag counts.</returns>
    public static FormattableString? Of(Lot lot, SeverityRange severity, ModelUsed model)
    {
        if (!model.TellsGoods)
        {
            return $"this model cannot tell whether it knows these goods, so that its flags alone reject nothing";
        }

        if (lot.IsOutsideRange)
        {
            var first = lot.PhotosOutsideRange.First();
            return $"{lot.PhotosOutsideRange.Count()} of {lot.JudgedPhotos.Count()} photos are unlike those that the model learned from, such as {first.Path} ({first.Finding!.OutsideTrainedRange!}), so that no flag of this lot rejects before a person has read it";
        }

        var unsure = lot.Items.Where(item => item is { IsAwaiting: true, IsFlagUnsure: true } && severity.Contains(item.Severity)).ToList();
        var strange = unsure.Count(item => item.IsPerhapsOtherGoods);
        var outside = unsure.Where(item => !item.IsPerhapsOtherGoods).ToList();
        FormattableString? other = strange == 0 ? null : (FormattableString)$"flags on what are perhaps other goods wait for a person and reject nothing: {strange}";
        FormattableString? unlike = outside.Count == 0 ? null : (FormattableString)$"flags on photos unlike those that the model learned from wait for a person and reject nothing: {outside.Count}, such as {outside[0].Name} ({Why(outside[0])})";
        return other is null ? unlike : unlike is null ? other : $"{unlike}; {other}";
    }

    private static string Why(Item item) => item.Photos.First(photo => photo.Finding is { Standing: Standing.Flagged, OutsideTrainedRange: not null }).Finding!.OutsideTrainedRange!;
}
