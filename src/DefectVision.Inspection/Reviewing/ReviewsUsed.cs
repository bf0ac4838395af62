namespace DefectVision.Inspection.Reviewing;

/// <summary>The review log that a record rests on.</summary>
/// <param name="Sha256">Of the file's bytes, lower-case hex.</param>
/// <param name="Answers">That stand.</param>
/// <param name="TakenBack">Lines that were taken back.</param>
/// <param name="Protocol">How items were put before the readers.</param>
/// <param name="InspectedAsOf">The date of the inspection without the review: that of a reviewed one is the last answer's, where that is later.</param>
public sealed record ReviewsUsed(string Sha256, int Answers, int TakenBack, ReviewProtocol Protocol, DateTimeOffset InspectedAsOf)
{
    /// <summary>Answers of one reader on one item that stand in the list, too, each as reader, lot and item: the later one counts.</summary>
    public IReadOnlyList<string> AlsoInList { get; init; } = [];

    /// <summary>Items that readers answered for and the shipment no longer holds, each with its lot: those answers count for nothing.</summary>
    public IReadOnlyList<string> NotFound { get; init; } = [];
}
