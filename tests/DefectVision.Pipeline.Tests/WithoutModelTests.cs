using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;
using DefectVision.Pipeline.Intake;

namespace DefectVision.Pipeline.Tests;

/// <summary>Rule: where no model is named nothing is flagged, every photo is accounted for, and persons, gauges and tests decide; a first model may come later.</summary>
public sealed class WithoutModelTests : IDisposable
{
    private readonly Shipment _shipment = Shipment.OfThirty();

    public void Dispose() => _shipment.Dispose();

    [Fact]
    public void Every_file_ends_as_it_does_with_a_model_and_what_would_be_scored_is_read()
    {
        var scored = _shipment.Inspect("scored").Files
            .Select(file => (file.Path, Outcome: file.Outcome == PhotoOutcome.Scored ? PhotoOutcome.Read : file.Outcome, file.Reason, file.Facts, file.SameAs));
        var record = _shipment.InspectWithoutModel();
        Assert.Equal(scored, record.Files.Select(file => (file.Path, file.Outcome, file.Reason, file.Facts, file.SameAs)));
        Assert.Equal((30, 0), (record.Accounting[PhotoOutcome.Read], record.Accounting[PhotoOutcome.Scored]));
        Assert.All(record.Files, file => Assert.Null(file.Finding));
        Assert.Null(record.Model);
    }

    [Fact]
    public void A_lot_that_nobody_looked_at_is_held_and_not_inspected()
    {
        var record = _shipment.InspectWithoutModel();
        Assert.All(record.Lots, lot =>
        {
            Assert.Equal((Verdict.Hold, SectionAnswer.NotInspected), (lot.Verdict, lot.Section(SectionKind.Workmanship).Answer));
            Assert.Equal((0L, 0L), (lot.Tally.Flagged, lot.Tally.Scored));
            Assert.Null(lot.FlaggedShare);
            Assert.Null(lot.Claim!.AtLeast);
        });
        Assert.Equal(Verdict.Hold, record.Verdict);
    }

    [Theory]
    [InlineData("no", Verdict.Accept)]
    [InlineData("yes", Verdict.Reject)]
    public void Persons_decide(string last, Verdict verdict)
    {
        var lot = Shipment.LotOf(_shipment.InspectWithoutModel("first"), "lot-1").Lot;
        var answers = lot.Items.Select((item, at) => $"lot-1,{item.Name},{(at < 3 ? last : "no")},Li,2026-11-24T0{at}:00:00Z\n");
        _shipment.Put("confirmed.csv", "lot,item,confirmed,reader,time\n" + string.Concat(answers));
        var agreement = new Agreement { Lots = new Dictionary<string, AgreedLot> { ["lot-1"] = new(lot.Items.Count) } };
        var judged = Shipment.LotOf(_shipment.InspectWithoutModel("second", agreement: agreement), "lot-1");
        Assert.Equal(verdict, judged.Verdict);
        Assert.Equal(verdict == Verdict.Reject ? 3 : 0, judged.Claim!.AtLeast!.Items);
    }

    // Whoever proves a lot bad shows it: an item that a person confirmed has its pictures, scored or not.
    [Fact]
    public void An_item_that_a_person_confirmed_is_shown_with_its_pictures()
    {
        var item = Shipment.LotOf(_shipment.InspectWithoutModel("first"), "lot-1").Lot.Items.First(one => one.HasReadablePhoto);
        _shipment.Put("confirmed.csv", $"lot,item,confirmed,reader,time\nlot-1,{item.Name},yes,Li,2026-11-24T01:00:00Z\n");
        var record = _shipment.InspectWithoutModel();
        var shown = Exhibited.Photos(record).Where(photo => photo.IsReadable).ToList();
        Assert.Equal(item.Photos.Count(photo => photo.IsReadable), shown.Count);
        Assert.Equal(shown.Select(photo => $"{photo.Sha256}.thumb.jpg").Order(), _shipment.Kept("out").Keys.Select(name => Path.GetFileName(name)).Order());
        var report = System.Text.Encoding.UTF8.GetString(_shipment.Outputs(record, "out")["report.html"]);

        // Among the exhibits, and the closest of them on page one.
        Assert.Equal(shown.Count + 1, report.Split("<img ").Length - 1);
        Assert.DoesNotContain("No picture", report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void The_number_of_workers_and_a_second_run_change_nothing(int workers)
    {
        var record = _shipment.InspectWithoutModel();
        var other = _shipment.InspectWithoutModel("other", workers);
        var again = _shipment.InspectWithoutModel("other", workers);
        Assert.Equal(record.Files, other.Files);
        Assert.Equal(record.Files, again.Files);
    }

    [Fact]
    public void An_inspection_begun_without_a_model_goes_on_with_the_first_one_as_if_it_had_begun_with_it()
    {
        _shipment.InspectWithoutModel();
        var record = _shipment.Inspect();
        Assert.Equal(30, record.Accounting[PhotoOutcome.Scored]);
        Assert.Null(record.PlanAtStart);
        Assert.Equal(_shipment.Inspect("other").Files, record.Files);
        Assert.Contains("expected no model", Assert.Throws<IntakeException>(() => _shipment.InspectWithoutModel()).Message, StringComparison.Ordinal);
    }
}
