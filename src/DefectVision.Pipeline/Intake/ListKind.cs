namespace DefectVision.Pipeline.Intake;

/// <summary>A list that a shipment may have in its folder under a usual name, or that somebody names.</summary>
public enum ListKind
{
    Agreement,
    Manifest,
    Confirmed,
    Draw,
    Measurements,
    Tests,
    ThirdParty,

    /// <summary>Public holidays in place of those shipped: deadlines are counted by them.</summary>
    Holidays,
}
