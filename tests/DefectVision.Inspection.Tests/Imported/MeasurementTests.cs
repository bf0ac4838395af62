using DefectVision.Inspection.Imported;

namespace DefectVision.Inspection.Tests.Imported;

/// <summary>Rule: pass and fail are told in decimal arithmetic; a value exactly at a limit passes; what has no value is not measured.</summary>
public sealed class MeasurementTests
{
    [Theory]
    [InlineData("9.69", MeasuredStanding.Fail)]
    [InlineData("9.7", MeasuredStanding.Pass)]
    [InlineData("10.3", MeasuredStanding.Pass)]
    [InlineData("10.3000000001", MeasuredStanding.Fail)]
    [InlineData(null, MeasuredStanding.NotMeasured)]
    public void A_value_at_a_limit_passes_and_one_beyond_fails(string? value, MeasuredStanding expected) =>
        Assert.Equal(expected, Measured(value, 9.7m, 10.3m).Standing);

    [Fact]
    public void One_limit_alone_bounds_one_side()
    {
        Assert.Equal(MeasuredStanding.Pass, Measured("-1000", null, 10.3m).Standing);
        Assert.Equal(MeasuredStanding.Fail, Measured("9", 9.7m, null).Standing);
    }

    [Fact]
    public void The_deviation_is_exact_and_absent_where_a_number_is()
    {
        // In binary 0.3 - 0.1 is not 0.2.
        Assert.Equal(0.2m, (Measured("0.3", 0, 1) with { Nominal = 0.1m }).Deviation);
        Assert.Null(Measured("0.3", 0, 1).Deviation);
        Assert.Null((Measured(null, 0, 1) with { Nominal = 0.1m }).Deviation);
    }

    [Fact]
    public void Each_standing_is_counted()
    {
        var list = new MeasurementList("measurements.csv", "", [Measured("1", 0, 1), Measured("2", 0, 1), Measured(null, 0, 1), Measured(null, 0, 1)]);
        Assert.Equal([1, 1, 2], list.Counts.Values);
    }

    private static Measurement Measured(string? value, decimal? lower, decimal? upper) =>
        new("lot", "1", "length", null, lower, upper, "mm", value is null ? null : decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), null);
}
