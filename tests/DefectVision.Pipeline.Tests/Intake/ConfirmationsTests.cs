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

    private static readonly (string, string, string)[] Photos =
        [("PO/a/front.jpg", "PO/a", "1"), ("PO/b/front.jpg", "PO/b", "2"), ("PO/b/back.jpg", "PO/b", "2"), ("PO/b/left/back.jpg", "PO/b", "2")];

    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    // The answers of a list lost their classes without a word where its column had another name.
    [Theory]
    [InlineData("defect_class")]
    [InlineData("Defect class")]
    [InlineData("defect")]
    [InlineData("Defect type")]
    [InlineData("class")]
    [InlineData("缺陷类别")]
    public void The_class_of_a_defect_is_read_by_any_name_that_its_column_has_in_the_trade(string column)
    {
        var file = _temp.Put("named.csv", $"item,confirmed,reader,time,{column}\n2,yes,Li,2026-11-24,stain\n");
        Assert.Equal("stain", Assert.Single(Confirmations.Read(file, new KnownItems(Items) { Photos = Photos }).Readings).DefectClass);
    }

    [Fact]
    public void A_line_is_read_whole()
    {
        var said = Assert.Single(Read("1,YES,Li,2026-11-24T09:30:00+08:00,a,hole,Critical,process\n").Readings);
        Assert.Equal(new Confirmation("PO/a", "1", ReaderWord.Defective, "Li", new DateTimeOffset(2026, 11, 24, 1, 30, 0, TimeSpan.Zero), "hole", Severity.Critical, Cause.Process), said);
    }

    [Fact]
    public void The_lot_may_be_left_out_where_one_lot_only_has_the_item() => Assert.Equal("PO/b", Read("2,no,Li,2026-11-24,,,\n").Readings[0].Lot);

    [Theory]
    [InlineData("1,yes,Li,2026-11-24,,,", "which 2 lots hold")]
    [InlineData("9,yes,Li,2026-11-24,,,", "which the shipment does not hold")]
    [InlineData("2,yes,Li,2026-11-24,a,,", "of lot 'a', which the shipment does not hold")]
    [InlineData("2,perhaps,Li,2026-11-24,,,", "wanted yes, no, unsure or different")]
    [InlineData("2,yes,,2026-11-24,,,", "an empty reader")]
    [InlineData("2,yes,  ,2026-11-24,,,", "an empty reader, wanted the name of the person who looked")]
    [InlineData("2,unsure,Li,,,,", "an answer with an empty time, wanted when the person looked")]
    [InlineData("2,yes,Li,05/11/2026,,,", "time '05/11/2026', which is 2026-11-05 or 2026-05-11, wanted a date with one reading")]
    [InlineData("2,yes,Li,09:30,,,", "time '09:30'")]
    [InlineData("front.jpg,yes,Li,2026-11-24,,,", "'front.jpg', which fits 2 items, wanted one of them: PO/a: 1, PO/b: 2")]
    [InlineData("back.jpg,yes,Li,2026-11-24,a,,", "of lot 'a', which the shipment does not hold")]
    [InlineData("ront.jpg,yes,Li,2026-11-24,,,", "which the shipment does not hold")]
    [InlineData("2,yes,Li,yesterday,,,", "time 'yesterday'")]
    [InlineData("2,yes,Li,2026-11-24,,,awful", "severity 'awful'")]
    [InlineData("2,yes,Li,2026-11-24,,,,bad luck", "cause 'bad luck', wanted one of material, process, workmanship, packaging")]
    public void A_wrong_line_is_named(string line, string said)
    {
        var fault = Assert.Throws<IntakeException>(() => Read(line + "\n"));
        Assert.StartsWith("confirmed.csv(2", fault.Message, StringComparison.Ordinal);
        Assert.Contains(said, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("yes", ReaderWord.Defective)]
    [InlineData("No", ReaderWord.Good)]
    [InlineData("UNSURE", ReaderWord.Unsure)]
    [InlineData(" yes ", ReaderWord.Defective)]
    [InlineData("ｙｅｓ", ReaderWord.Defective)]
    public void An_answer_is_yes_no_or_unsure(string answer, ReaderWord word) => Assert.Equal(word, Assert.Single(Read($"2,{answer},Li,2026-11-24,,,\n").Readings).Word);

    [Fact]
    public void A_line_without_an_answer_is_counted_and_is_none_whatever_else_it_holds()
    {
        var list = Read("2,,,,,hole,major\n2,  ,Li,2026-11-24,,,\n99,,,,,,\n2,no,Li,2026-11-24,,,\n");
        Assert.Equal(3, list.Unanswered);
        Assert.Equal(ReaderWord.Good, Assert.Single(list.Readings).Word);
    }

    [Theory]
    [InlineData("back.jpg", "PO/b", "2", null)]
    [InlineData("left/back.jpg", "PO/b", "2", "PO/b/left/back.jpg")]
    [InlineData("b/front.jpg", "PO/b", "2", "PO/b/front.jpg")]
    [InlineData("PO/a/front.jpg", "PO/a", "1", "PO/a/front.jpg")]
    [InlineData("a\\front.jpg", "PO/a", "1", "PO/a/front.jpg")]
    [InlineData("2", "PO/b", "2", null)]
    public void An_item_may_be_named_by_a_photo_of_it_and_a_photo_that_is_one_alone_is_kept(string named, string lot, string item, string? photo)
    {
        var said = Assert.Single(Read($"{named},no,Li,2026-11-24,,,\n").Readings);
        Assert.Equal((lot, item, photo), (said.Lot, said.Item, said.Photo));
    }

    [Fact]
    public void The_lot_decides_between_photos_of_one_name() => Assert.Equal("2", Assert.Single(Read("front.jpg,no,Li,2026-11-24,b,,\n").Readings).Item);

    [Fact]
    public void An_item_of_that_name_goes_before_a_photo_of_that_name() =>
        Assert.Equal(
            ("PO/c", "x.jpg"),
            Confirmations.Read(_temp.Put("confirmed.csv", Header + "x.jpg,no,Li,2026-11-24,,,\n"), new KnownItems([.. Items, ("PO/c", "x.jpg")]) { Photos = [("PO/a/x.jpg", "PO/a", "1")] })
                .Readings.Select(said => (said.Lot, said.Item)).Single());

    // German and Chinese Excel, an English clock and a list by hand.
    [Theory]
    [InlineData("2026-11-05 09:30")]
    [InlineData("2026/11/5 9:30")]
    [InlineData("05.11.2026 09:30")]
    [InlineData("2026-11-05T17:30:00+08:00")]
    [InlineData("5 Nov 2026 9:30 AM")]
    public void A_time_is_read_as_spreadsheets_save_it_and_without_a_zone_is_UTC(string time) =>
        Assert.Equal(new DateTimeOffset(2026, 11, 5, 9, 30, 0, TimeSpan.Zero), Assert.Single(Read($"2,no,Li,{time},,,\n").Readings).Time);

    [Theory]
    [InlineData("11/24/2026")]
    [InlineData("24/11/2026")]
    [InlineData("24.11.2026")]
    public void A_date_that_can_be_read_in_one_way_only_is_read(string time) =>
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.Zero), Assert.Single(Read($"2,no,Li,{time},,,\n").Readings).Time);

    private ConfirmedList Read(string lines) => Confirmations.Read(_temp.Put("confirmed.csv", Header + lines), new KnownItems(Items) { Photos = Photos });
}
