namespace DefectVision.Inspection.Reviewing;

/// <summary>The items of a lot that a person looked at, counted.</summary>
/// <param name="Confirmed">Defective by the readers' word, flagged before or not.</param>
/// <param name="Overruled">Looked at and not defective.</param>
/// <param name="Disputed">Readers are divided; counted as good in lower bounds.</param>
/// <param name="Awaiting">Flagged by the model, looked at by nobody.</param>
/// <param name="Unseen">Of all items, those nobody looked at: the awaiting ones among them.</param>
public sealed record ReviewTally(long Confirmed, long Overruled, long Disputed, long Awaiting, long Unseen);
