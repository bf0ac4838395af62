namespace DefectVision.History.Scorecards;

/// <summary>A lot in a series.</summary>
/// <param name="Shipment">That it came in.</param>
/// <param name="Lot">What is kept of it.</param>
/// <param name="Reading">What its plan said at the limit of the series.</param>
public sealed record SeriesLot(ShipmentEntry Shipment, LotEntry Lot, ReadingEntry Reading)
{
    /// <summary>After it inspection is another.</summary>
    public bool IsSwitch { get; init; }

    public override string ToString() => FormattableString.Invariant($"{Shipment.Name} {Lot.Name} ({Shipment.Day:yyyy-MM-dd})");
}
