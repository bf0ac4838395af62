namespace DefectVision.Inspection;

/// <summary>How photos were put in an order to look in where no model judges them.</summary>
/// <param name="Network">Name of the network that turned them into numbers.</param>
/// <param name="NetworkSha256">Of its file, lower-case hex.</param>
/// <param name="Photos">That have a place in the order.</param>
/// <param name="References">Photos of one view that the others were held against, at most.</param>
public sealed record LookOrder(string Network, string NetworkSha256, int Photos, int References)
{
    /// <summary>Of the photos, those that are as like the others turned as upright; null where there are none.</summary>
    public TurnedOrder? Turned { get; init; }
}
