using System.Text;
using DefectVision.Evidence.Data;
using DefectVision.Inspection;
using DefectVision.Inspection.Imported;
using DefectVision.Inspection.Reviewing;

namespace DefectVision.Evidence.Tests;

/// <summary>Rules: one row per item that still needs a person, most suspect first; names stay text in a spreadsheet; work to do, not evidence.</summary>
public sealed class ToConfirmFileTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("017", "\"=\"\"017\"\"\"")]
    [InlineData("1E5", "\"=\"\"1E5\"\"\"")]
    [InlineData("2-11", "\"=\"\"2-11\"\"\"")]
    [InlineData("2026-11-24", "\"=\"\"2026-11-24\"\"\"")]
    [InlineData("10:30 PM", "\"=\"\"10:30 PM\"\"\"")]
    [InlineData("MAR1", "\"=\"\"MAR1\"\"\"")]
    [InlineData("5 September", "\"=\"\"5 September\"\"\"")]
    [InlineData("11月24日", "\"=\"\"11月24日\"\"\"")]
    [InlineData("1,000", "\"=\"\"1,000\"\"\"")]
    [InlineData("A017", "A017")]
    [InlineData("LOT-A", "LOT-A")]
    [InlineData("MARK1", "MARK1")]
    [InlineData("-", "'-")]
    [InlineData("-12", "'-12")]
    [InlineData("=017", "'=017")]
    [InlineData("+5", "'+5")]
    [InlineData("@5", "'@5")]
    [InlineData("017_front.jpg", "017_front.jpg")]
    [InlineData(null, "")]
    public void A_name_that_looks_like_a_number_or_a_date_stays_text(string? name, string cell) => Assert.Equal(cell, CsvCell.Name(name));

    [Fact]
    public void Flagged_disputed_and_close_items_are_listed_by_score_and_what_is_settled_or_clear_is_not()
    {
        var shipment = new ShipmentRecord { Agreement = Shipments.Agreed };
        Lot(
            shipment,
            "A",
            shipment.Item("clear", Photo(shipment, "clear", 0.1)),
            shipment.Item("flagged", Photo(shipment, "flagged", 1.5, "hole")),
            shipment.Item("confirmed", Photo(shipment, "confirmed", 2.5, "hole")) with { Review = Review(ReaderWord.Defective) },
            shipment.Item("overruled", Photo(shipment, "overruled", 2.4)) with { Review = Review(ReaderWord.Good) },
            shipment.Item("disputed", Photo(shipment, "disputed", 2.3)) with { Review = Review(ReaderWord.Good, ReaderWord.Defective) },
            shipment.Item("unsure", Photo(shipment, "unsure", 0.3)) with { Review = Review(ReaderWord.Unsure) },
            shipment.Item("close", Photo(shipment, "close", 0.87)),
            shipment.Item("half", Photo(shipment, "half", 0.2), shipment.Odd("A/half_back.jpg", PhotoOutcome.Truncated, "It ends early.", new("A", "half", "back"))),
            shipment.Item("lost", shipment.Odd("A/lost.jpg", PhotoOutcome.Truncated, "It ends early.", new("A", "lost", ""))));
        Assert.Equal(
            [
                "A,disputed,,,,,major,,A/disputed.jpg,2.3,,the readers do not agree",
                "A,flagged,,,,hole,critical,workmanship,A/flagged.jpg,1.5,,flagged by the model",
                "A,close,,,,,,,A/close.jpg,0.87,,too close to call",
                "A,unsure,,,,,,,A/unsure.jpg,0.3,,the reader is unsure",
            ],
            Rows(shipment));
    }

    [Fact]
    public void Where_nothing_in_a_lot_is_flagged_all_of_it_is_listed_after_what_is_needed()
    {
        var shipment = new ShipmentRecord();
        Lot(shipment, "A", shipment.Item("1", Photo(shipment, "1", 0.1)), shipment.Item("2", Photo(shipment, "2", 0.8)), shipment.Item("3", Photo(shipment, "3", 0.9)) with { Review = Review(ReaderWord.Good), Standing = ItemStanding.Clear });
        Lot(shipment, "B", shipment.Item("4", Photo(shipment, "4", 0.2)), shipment.Item("5", Photo(shipment, "5", 0.2)));
        Lot(shipment, "C", shipment.Item("6", Photo(shipment, "6", 0.5)), shipment.Item("7", Photo(shipment, "7", 0.9)));
        Assert.Equal(["7", "2", "4", "5", "1"], Rows(shipment).Select(row => row.Split(',')[1].Trim('"', '=')));
    }

    [Fact]
    public void Of_several_flagged_photos_the_one_that_counts_is_named()
    {
        var shipment = new ShipmentRecord { Agreement = Shipments.Agreed };
        Lot(shipment, "A", shipment.Item("x", Photo(shipment, "front", 1, "hole", "x"), Photo(shipment, "back", 2, "stain", "x")));
        Assert.StartsWith("A,x,,,,hole,critical,workmanship,A/front.jpg,1,", Assert.Single(Rows(shipment)), StringComparison.Ordinal);
    }

    [Fact]
    public void An_item_beside_the_draw_is_listed_too()
    {
        var shipment = new ShipmentRecord();
        var extra = shipment.Item("extra", Photo(shipment, "extra", 2));
        Lot(shipment, "A", shipment.Item("1", Photo(shipment, "1", 0.1)));
        var record = shipment.Record();
        record = record with { Lots = [record.Lots[0] with { Lot = record.Lots[0].Lot with { NotDrawn = [extra] } }] };
        Assert.StartsWith("A,extra,", Assert.Single(Rows(record)), StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_written_with_the_outputs_and_named_in_no_digest()
    {
        using var written = new WrittenEvidence(Shipments.Rich().Record());
        var bytes = written.Bytes(EvidenceWriter.ToConfirmName);
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        Assert.StartsWith("\uFEFFlot,item,confirmed,reader,time,defect_class,severity,cause,photo,score,unlike_others,why\r\n", written.Text(EvidenceWriter.ToConfirmName), StringComparison.Ordinal);
        Assert.DoesNotContain(EvidenceWriter.ToConfirmName, EvidenceWriter.Beside);
        Assert.DoesNotContain(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)), written.Report, StringComparison.Ordinal);
    }

    private static void Lot(ShipmentRecord shipment, string name, params Item[] items) => shipment.Lot(name, null, items);

    private static InspectedFile Photo(ShipmentRecord shipment, string name, double score, string? defectClass = null, string? item = null)
    {
        var lot = item is null && int.TryParse(name, out var number) ? number switch { <= 3 => "A", <= 5 => "B", _ => "C" } : "A";
        return shipment.Scored(new(lot, item ?? name, ""), $"{lot}/{name}.jpg", score, defectClass);
    }

    private static ItemReview Review(params ReaderWord[] words) =>
        ItemReview.Of([.. words.Select((word, at) => new Confirmation("A", "x", word, $"reader {at}", Noon, null, null))])!;

    private static List<string> Rows(ShipmentRecord shipment) => Rows(shipment.Record());

    private static List<string> Rows(InspectionRecord record)
    {
        using var stream = new MemoryStream();
        ToConfirmFile.Write(ToConfirmFile.Items(record, Terms.Of(record)), Terms.Of(record), stream, CancellationToken.None);
        return [.. Encoding.UTF8.GetString(stream.ToArray()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1)];
    }
}
