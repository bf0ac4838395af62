using DefectVision.Fixtures;
using DefectVision.Pipeline.Intake;

namespace DefectVision.Pipeline.Tests.Intake;

/// <summary>Rules: all wrong lines are reported at once, with line and column, before a photo is scored; they are left out only where somebody says so, and then named.</summary>
public sealed class WrongLinesTests : IDisposable
{
    private readonly TempFolder _temp = new();
    private readonly KnownItems _known = new([("a", "1"), ("a", "2")]);

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void All_wrong_lines_are_named_with_line_and_column()
    {
        var file = _temp.Put("confirmed.csv", "item,confirmed,reader,time\n1,perhaps,Li,2026-11-24\n2,yes,Li,2026-11-24\n9,yes,Li,2026-11-24\n1,yes,Li,soon\n1,5\" pipe,Li,2026-11-24\n");
        var fault = Assert.Throws<IntakeException>(() => Confirmations.Read(file, _known));
        Assert.Equal(["confirmed.csv(2, confirmed)", "confirmed.csv(4, item)", "confirmed.csv(5, time)", "confirmed.csv(6)"], fault.Lines.Select(line => line.Place));
        Assert.Equal(4, fault.Message.Split('\n').Length);
    }

    [Fact]
    public void A_wrong_line_is_left_out_where_somebody_says_so()
    {
        var reading = new ListReading(accepts: true);
        var list = Confirmations.Read(_temp.Put("confirmed.csv", "item,confirmed,reader,time\n1,perhaps,Li,2026-11-24\n2,yes,Li,2026-11-24\n"), _known, reading);
        Assert.Equal("2", Assert.Single(list.Readings).Item);
        reading.Settle();
        Assert.Equal(["confirmed.csv(2, confirmed): this line was left out, as told."], reading.Remarks.Select(FormattableString.Invariant));
        Assert.Throws<IntakeException>(() => new ListReading(accepts: false, reading).Settle());
    }

    [Fact]
    public void A_long_cell_is_cut_in_a_message() =>
        Assert.InRange(
            Assert.Throws<IntakeException>(() => Confirmations.Read(_temp.Put("confirmed.csv", $"item,confirmed,reader,time\n1,{new string('x', 5_000)},Li,2026-11-24\n"), _known)).Message.Length, 60, 300);

    [Theory]
    [InlineData(3)]
    [InlineData(200_000)]
    public void A_quotation_that_never_closes_is_found_where_it_begins(int rows)
    {
        var text = $"item,confirmed,reader,time\n1,no,Li,2026-11-24\n2,\"no,Li,2026-11-24\n{string.Concat(Enumerable.Repeat("1,no,Li,2026-11-24\n", rows))}";
        var fault = Assert.Throws<IntakeException>(() => Confirmations.Read(_temp.Put("confirmed.csv", text), _known));
        Assert.Equal(3, Assert.Single(fault.Lines).Line);
        Assert.Contains("quotation", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_of_another_shipment_is_answered_with_the_nearest_names()
    {
        var fault = Assert.Throws<IntakeException>(() => Confirmations.Read(
            _temp.Put("confirmed.csv", "item,confirmed,reader,time\nA-01x,no,Li,2026-11-24\n"), new KnownItems([("a", "A-010"), ("a", "A-012"), ("a", "B-777"), ("a", "A-013")])));
        Assert.Contains("the nearest are A-010, A-012, A-013", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_lines_of_all_lists_end_the_run_before_a_photo_is_scored()
    {
        using var shipment = new Shipment();
        shipment.Put("lot/1_front.jpg", Photos.Good(1));
        shipment.Put("confirmed.csv", "item,confirmed,reader,time\n9,yes,Li,2026-11-24\n");
        shipment.Put("measurements.csv", "item,point,value,upper\n1,chest,much,9\n");
        var fault = Assert.Throws<IntakeException>(() => shipment.Inspect());
        Assert.Equal(["confirmed.csv(2, item)", "measurements.csv(2, value)"], fault.Lines.Select(line => line.Place));
        Assert.False(Directory.Exists(shipment.At("out")) && Directory.EnumerateFileSystemEntries(shipment.At("out")).Any());
    }
}
