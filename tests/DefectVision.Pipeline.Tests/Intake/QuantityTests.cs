using System.Globalization;
using DefectVision.Fixtures;
using DefectVision.Inspection.Imported;
using DefectVision.Pipeline.Intake;

namespace DefectVision.Pipeline.Tests.Intake;

/// <summary>Rules: a number is read exactly, with its unit; one with two readings is refused unless other numbers of the list settle it.</summary>
public sealed class QuantityTests : IDisposable
{
    private static readonly KnownItems Known = new([("a", "1"), ("a", "2"), ("a", "3")]);

    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Theory]
    [InlineData("54.1", "54.1", null)]
    [InlineData("-0.5", "-0.5", null)]
    [InlineData("−0.5", "-0.5", null)]
    [InlineData("5４.1", "54.1", null)]
    [InlineData("21 1/4", "21.25", null)]
    [InlineData("21-1/4", "21.25", null)]
    [InlineData("21 1/4\"", "21.25", "in")]
    [InlineData("21½", "21.5", null)]
    [InlineData("1/2", "0.5", null)]
    [InlineData("3/64 inch", "0.046875", "in")]
    [InlineData("54.1 cm", "54.1", "cm")]
    [InlineData("54.1cm", "54.1", "cm")]
    [InlineData("2%", "2", "%")]
    [InlineData("54,1", "54.1", null)]
    [InlineData("1,234.5", "1234.5", null)]
    [InlineData("1.234,5", "1234.5", null)]
    [InlineData("1,234,567", "1234567", null)]
    [InlineData("0,125", "0.125", null)]
    [InlineData("12.125", "12.125", null)]
    public void A_number_with_one_reading_is_read_exactly(string text, string value, string? unit) =>
        Assert.Equal(new Quantity(Number(value), unit), Assert.Single(Quantity.Read(text, NumberMark.PointAssumed)));

    [Theory]
    [InlineData("")]
    [InlineData("N/A")]
    [InlineData("#VALUE!")]
    [InlineData("1e3")]
    [InlineData("1/3")]
    [InlineData("21 5/4")]
    [InlineData("1/0")]
    [InlineData("1,2,3")]
    [InlineData("12,34.5")]
    [InlineData("1000000000000")]
    public void What_is_no_number_is_none(string text) => Assert.Empty(Quantity.Read(text, NumberMark.PointAssumed));

    [Theory]
    [InlineData("1,234", 0, "1.234", "1234")]
    [InlineData("1.234", 0, "1.234", null)]
    [InlineData("1,234", 1, "1.234", null)]
    [InlineData("1.234", 1, "1.234", "1234")]
    [InlineData("1,234", 2, "1234", null)]
    [InlineData("1.234", 2, "1.234", null)]
    [InlineData("1,234", 3, "1.234", null)]
    [InlineData("1.234", 3, "1234", null)]
    [InlineData("1,234", 4, "1.234", "1234")]
    [InlineData("1.234", 4, "1.234", "1234")]
    public void A_mark_before_three_digits_is_what_the_list_makes_it(string text, int mark, string first, string? second) =>
        Assert.Equal(((string?[])[first, second]).OfType<string>().Select(Number), Quantity.Read(text, (NumberMark)mark).Select(quantity => quantity.Value));

    [Theory]
    [InlineData("item;point;value;upper\n1;chest;1,234;9\n", "1.234")]
    [InlineData("item;point;value;upper\n1;chest;1.234;9,5\n", "1234")]
    [InlineData("item;point;value;upper\n1;chest;1.234;9.5\n", "1.234")]
    [InlineData("item,point,value,upper\n1,chest,\"1,234\",9.5\n", "1234")]
    [InlineData("item,point,value,upper\n1,chest,\"1,234\",\"9,5\"\n", "1.234")]
    [InlineData("item\tpoint\tvalue\tupper\n1\tchest\t54,1\t99\n", "54.1")]
    public void Other_numbers_of_the_list_settle_it(string text, string value) =>
        Assert.Equal(Number(value), Assert.Single(Measurements.Read(_temp.Put("measurements.csv", text), Known).Measurements).Value);

    [Theory]
    [InlineData("54", "±2%", "52.92", "55.08", null)]
    [InlineData("54", "+2%/-1%", "53.46", "55.08", null)]
    [InlineData("54 cm", "±1 cm", "53", "55", "cm")]
    [InlineData("54", "+1/−1", "53", "55", null)]
    [InlineData("54", "+/-1/4", "53.75", "54.25", null)]
    [InlineData("54", "+1/4 / -1/2", "53.5", "54.25", null)]
    [InlineData("54", "＋1／－0", "54", "55", null)]
    [InlineData("54", "± 0.5", "53.5", "54.5", null)]
    public void A_tolerance_is_read_as_it_is_written(string nominal, string tolerance, string lower, string upper, string? unit)
    {
        var one = Assert.Single(Measurements.Read(_temp.Put("measurements.csv", $"item,point,value,nominal,tolerance\n1,chest,54,{nominal},{tolerance}\n"), Known).Measurements);
        Assert.Equal((Number(lower), Number(upper), unit), (one.Lower!.Value, one.Upper!.Value, one.Unit));
    }

    [Theory]
    [InlineData("N/A")]
    [InlineData("-")]
    [InlineData("")]
    public void What_was_not_measured_is_neither_good_nor_bad(string value) =>
        Assert.Equal(MeasuredStanding.NotMeasured, Assert.Single(Measurements.Read(_temp.Put("measurements.csv", $"item,point,value,upper\n1,chest,{value},9\n"), Known).Measurements).Standing);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
