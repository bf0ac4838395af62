using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;

namespace DefectVision.Claims.Remedies;

/// <summary>
/// What the agreement's dates say of the delivery of the lots that a claim speaks of. A lot is delivered on its day of shipment (CISG article 31 (a)); where only the arrival
/// is known, on that day.
/// </summary>
internal static class Delivery
{
    /// <returns>Null where the day of the inspection or of a lot is not known, and where some lots were delivered and others were not.</returns>
    public static DeliveryState? Of(InspectionRecord record)
    {
        if (record.Agreement.Visit.Date is not { } inspected)
        {
            return null;
        }

        var states = Lots(record).Select(lot => lot?.ShipmentDate ?? lot?.ArrivalDate)
            .Select(day => day is { } delivered ? delivered > inspected ? DeliveryState.Before : DeliveryState.After : (DeliveryState?)null)
            .Distinct().ToList();
        return states is [{ } same] ? same : null;
    }

    /// <summary>Before delivery, and the agreed day of no lot had passed at the inspection: the seller may still put the goods right (CISG article 37).</summary>
    public static bool MayBeCured(InspectionRecord record) =>
        Of(record) == DeliveryState.Before && Lots(record).All(lot => !(lot?.DueDate < record.Agreement.Visit.Date));

    /// <summary>How many lots are known to have been shipped by the day of the report, and how many there are.</summary>
    public static (int Shipped, int Lots) Shipped(InspectionRecord record)
    {
        var day = DateOnly.FromDateTime(record.AsOf.UtcDateTime);
        var last = record.Agreement.Visit.Date is { } inspected && inspected > day ? inspected : day;
        var lots = Lots(record).ToList();
        return (lots.Count(lot => lot?.ShipmentDate <= last || lot?.ArrivalDate <= last), lots.Count);
    }

    private static IEnumerable<AgreedLot?> Lots(InspectionRecord record) => LotFindings.SpokenOf(record).Select(lot => record.Terms.AgreedOf(lot.Lot.Name));
}
