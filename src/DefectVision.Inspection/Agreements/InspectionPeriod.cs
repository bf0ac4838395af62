namespace DefectVision.Inspection.Agreements;

/// <summary>Until when the buyer must have inspected a lot and complained of it, by the contract.</summary>
/// <param name="From">The day of arrival or shipment; it does not count (as UNIDROIT Principles 1.12 and most laws have it).</param>
/// <param name="Days">Calendar days.</param>
public sealed record InspectionPeriod(DateOnly From, int Days)
{
    public DateOnly LastDay => From.AddDays(Days);

    /// <returns>Null where the contract gives no period, or nobody gave the day that it runs from.</returns>
    public static InspectionPeriod? Of(Contract contract, AgreedLot? lot) =>
        contract.InspectionDays is { } days && contract.InspectionStartOf(lot) is { } from ? new InspectionPeriod(from, days) : null;
}
