using DefectVision.Fixtures;
using DefectVision.Inspection;
using DefectVision.Inspection.Reviewing;
using DefectVision.Pipeline.Intake;

namespace DefectVision.Pipeline.Tests.Intake;

/// <summary>Rules: every answer stands for one item of the shipment; a line that cannot is an error with file, line, found and wanted.</summary>
public sealed class ConfirmationsTests : IDisposable
{
    private const string Header = "item,confirmed,reader,time,lot,defect_class,severity,cause\n";

    private static readonly (string, string)[] Items = [("PO/a", "1"), ("PO/b", "1"), ("PO/b", "2")];

    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void A_line_is_read_whole()
    {
        var said = Assert.Single(Read("1,YES,Li,2026-11-24T09:30:00+08:00,a,hole,Critical,process\n").Readings);
        Assert.Equal(new Confirmation("PO/a", "1", true, "Li", new DateTimeOffset(2026, 11, 24, 1, 30, 0, TimeSpan.Zero), "hole", Severity.Critical, Cause.Process), said);
    }

    [Fact]
    public void The_lot_may_be_left_out_where_one_lot_only_has_the_item() => Assert.Equal("PO/b", Read("2,no,Li,2026-11-24,,,\n").Readings[0].Lot);

    [Theory]
    [InlineData("1,yes,Li,2026-11-24,,,", "which 2 lots hold")]
    [InlineData("9,yes,Li,2026-11-24,,,", "which the shipment does not hold")]
    [InlineData("2,yes,Li,2026-11-24,a,,", "of lot 'a', which the shipment does not hold")]
    [InlineData("2,perhaps,Li,2026-11-24,,,", "wanted yes or no")]
    [InlineData("2,yes,,2026-11-24,,,", "an empty reader")]
    [InlineData("2,yes,Li,yesterday,,,", "the time 'yesterday'")]
    [InlineData("2,yes,Li,2026-11-24,,,awful", "severity 'awful'")]
    [InlineData("2,yes,Li,2026-11-24,,,,bad luck", "cause 'bad luck', wanted one of material, process, workmanship, packaging")]
    public void A_wrong_line_is_named(string line, string said)
    {
        var fault = Assert.Throws<IntakeException>(() => Read(line + "\n"));
        Assert.StartsWith("confirmed.csv(2)", fault.Message, StringComparison.Ordinal);
        Assert.Contains(said, fault.Message, StringComparison.Ordinal);
    }

    private ConfirmedList Read(string lines) => Confirmations.Read(_temp.Put("confirmed.csv", Header + lines), Items);
}
