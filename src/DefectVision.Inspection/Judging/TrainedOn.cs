namespace DefectVision.Inspection.Judging;

/// <summary>What is said of a lot in which the model meets photos that it was made from.</summary>
internal static class TrainedOn
{
    /// <summary>One remark, or none where no scored photo of the lot is known to be such a one.</summary>
    public static IEnumerable<FormattableString> Remarks(Lot lot)
    {
        var known = lot.Items.SelectMany(item => item.Photos).Where(photo => photo.Finding?.WasTrainedOn == true).ToList();
        return known.Count == 0
            ? []
            : [$"Photos that the model learned from, or that its threshold was set on: {known.Count}, such as {known[0].Path}; what it says of them proves nothing about other photos."];
    }
}
