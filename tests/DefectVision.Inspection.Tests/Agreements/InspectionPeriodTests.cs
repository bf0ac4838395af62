using DefectVision.Inspection.Agreements;

namespace DefectVision.Inspection.Tests.Agreements;

/// <summary>The day of the event is not counted; the period ends with its last day (UNIDROIT Principles 2016, 1.12).</summary>
public sealed class InspectionPeriodTests
{
    private static readonly AgreedLot Arrived = new(9) { ShipmentDate = new DateOnly(2026, 10, 22), ArrivalDate = new DateOnly(2026, 11, 20) };

    [Theory]
    [InlineData(PeriodStart.Arrival, 10, "2026-11-30")]
    [InlineData(PeriodStart.Shipment, 1, "2026-10-23")]
    public void It_runs_from_the_day_after_arrival_or_shipment(PeriodStart from, int days, string last) =>
        Assert.Equal(DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture), InspectionPeriod.Of(Contract.None with { InspectionDays = days, InspectionFrom = from }, Arrived)!.LastDay);

    [Fact]
    public void Without_a_period_or_a_day_there_is_none()
    {
        Assert.Null(InspectionPeriod.Of(Contract.None, Arrived));
        Assert.Null(InspectionPeriod.Of(Contract.None with { InspectionDays = 10 }, new AgreedLot(9)));
        Assert.Null(InspectionPeriod.Of(Contract.None with { InspectionDays = 10 }, null));
    }
}
