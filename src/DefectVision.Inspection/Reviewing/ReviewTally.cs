namespace DefectVision.Inspection.Reviewing;

/// <summary>The items of a lot that a person looked at, counted.</summary>
/// <param name="Confirmed">Defective by the readers' word, flagged before or not.</param>
/// <param name="Overruled">Flagged by the model, and found good.</param>
/// <param name="FoundGood">Not flagged by the model, and found good.</param>
/// <param name="Disputed">Readers are divided or unsure; counted as good in lower bounds.</param>
/// <param name="Awaiting">Flagged by the model, looked at by nobody.</param>
/// <param name="Unseen">Of all items, those nobody looked at: the awaiting ones among them.</param>
public sealed record ReviewTally(long Confirmed, long Overruled, long FoundGood, long Disputed, long Awaiting, long Unseen)
{
    public static ReviewTally Of(IReadOnlyList<Item> items) => new(
        items.Count(item => item.IsConfirmed),
        items.Count(item => item.IsOverruled),
        items.Count(item => item.Review?.Answer == ReviewAnswer.Overruled && !item.IsOverruled),
        items.Count(item => item.IsDisputed),
        items.Count(item => item.IsAwaiting),
        items.Count(item => item.Review is null));
}
