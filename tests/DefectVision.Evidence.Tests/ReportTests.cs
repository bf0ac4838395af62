using System.Xml.Linq;
using DefectVision.Imaging;
using DefectVision.Imaging.Keeping;
using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Recording;

namespace DefectVision.Evidence.Tests;

public sealed class ReportTests
{
    [Fact]
    public void The_report_fetches_nothing_and_runs_nothing()
    {
        using var written = new WrittenEvidence(Shipments.Rich().Record(), KeepPictures);
        Assert.Contains("content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\"", written.Report, StringComparison.Ordinal);
        Assert.Empty(written.Page.Descendants("script"));
        Assert.Empty(written.Page.Descendants("link"));
        Assert.All(Attributes(written, "src"), source => Assert.StartsWith("data:image/jpeg;base64,", source.Value, StringComparison.Ordinal));
        Assert.All(Attributes(written, "href"), target => Assert.StartsWith("#", target.Value, StringComparison.Ordinal));
        Assert.DoesNotContain("url(", written.Report, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", written.Report, StringComparison.OrdinalIgnoreCase);
    }

    // The second hint is that of models made when a photo could be looked at in tiles.
    [Theory]
    [InlineData(" (--working-area for more)")]
    [InlineData(" (with --tiles auto: about 64 px, if model evaluate says that it helps)")]
    public void How_a_model_could_be_trained_otherwise_is_not_in_the_report(string hint)
    {
        const string Limit = "Every photo is seen at 384 x 384 px: in a photo of 4000 x 3000 px, what is smaller than about 167 px across cannot be told";
        var record = Shipments.Rich().Record();
        using var written = new WrittenEvidence(record with { Model = record.Model! with { Limits = [$"{Limit}{hint}."] } });
        Assert.Contains($"{Limit}.", written.Report, StringComparison.Ordinal);
        Assert.DoesNotContain(hint.Trim(), written.Report, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_link_inside_the_report_leads_somewhere()
    {
        using var written = new WrittenEvidence(Shipments.Rich().Record());
        var anchors = Attributes(written, "id").Select(id => "#" + id.Value).ToHashSet();
        Assert.All(Attributes(written, "href"), target => Assert.Contains(target.Value, anchors));
    }

    [Fact]
    public void A_flagged_item_is_an_exhibit_with_every_photo_of_it_and_its_score_against_the_threshold()
    {
        using var written = new WrittenEvidence(Shipments.Rich().Record(), KeepPictures);
        var card = Cards(written)[0];
        Assert.Contains("score 2.41, flagged from 0.87", card.Value, StringComparison.Ordinal);
        Assert.Contains("hole, critical; associated with workmanship", card.Value, StringComparison.Ordinal);
        Assert.Equal(2, Shots(card).Count);
        Assert.Contains("FLAGGED", Shots(card)[0].Value, StringComparison.Ordinal);
        Assert.DoesNotContain("FLAGGED", Shots(card)[1].Value, StringComparison.Ordinal);
        Assert.All(card.Descendants("img"), image => Assert.Equal("PO-4711/批次-丙 C/001_front.jpg", image.Attribute("alt")?.Value));
    }

    [Fact]
    public void A_flagged_photo_is_shown_with_its_heat_map_as_they_were_kept_and_the_scale_in_numbers()
    {
        using var written = new WrittenEvidence(Shipments.Rich().Record(), KeepPictures);
        var shot = Cards(written)[0];
        Assert.Equal([Thumbnail, HeatMap], shot.Descendants("img").Select(image => Convert.FromBase64String(image.Attribute("src")!.Value.Split(',')[1])));
        Assert.Contains("heat map, 1.0 yellow to 2.5 dark red; highest 7.3", shot.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_no_place_stands_out_the_legend_says_so()
    {
        var record = Shipments.Rich().Record();
        InspectedFile Unplaced(InspectedFile file) => file.Finding?.Heat is { } heat ? file with { Finding = file.Finding with { Heat = heat with { Place = null } } } : file;
        record = record with
        {
            Lots = [.. record.Lots.Select(judged => judged with
            {
                Lot = judged.Lot with { Items = [.. judged.Lot.Items.Select(item => item with { Photos = [.. item.Photos.Select(Unplaced)] })] },
            })],
        };
        using var written = new WrittenEvidence(record, KeepPictures);
        Assert.Contains("heat map, from 1.0; highest 7.3: the photo as a whole is flagged, no place of it", Cards(written)[0].Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_photo_of_which_no_picture_was_kept_is_told_in_words_and_not_shown()
    {
        using var written = new WrittenEvidence(Shipments.Rich().Record(), KeepPictures);
        Assert.Contains("No picture of this photo was kept.", Shots(Cards(written)[0])[1].Value, StringComparison.Ordinal);
        Assert.Contains("No picture of this photo was kept.", Cards(written)[1].Value, StringComparison.Ordinal);
        Assert.Empty(Cards(written)[1].Descendants("img"));
    }

    [Fact]
    public void A_heat_map_that_was_not_kept_is_neither_shown_nor_explained()
    {
        using var written = new WrittenEvidence(Shipments.Rich().Record(), store => store.Keep(Shipments.FrontPhoto, PictureKind.Thumbnail, Thumbnail));
        Assert.Single(Cards(written)[0].Descendants("img"));
        Assert.DoesNotContain("heat map", written.Visible, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Beside_the_photo_stands_the_close_up_where_one_was_kept_and_otherwise_no_close_up_is_spoken_of()
    {
        using var written = new WrittenEvidence(Shipments.Rich().Record(), store =>
        {
            KeepPictures(store);
            store.Keep(Shipments.FrontPhoto, PictureKind.CloseUp, CloseUp);
        });
        Assert.Equal([Thumbnail, CloseUp, HeatMap], Cards(written)[0].Descendants("img").Select(image => Convert.FromBase64String(image.Attribute("src")!.Value.Split(',')[1])));
        Assert.Contains("close-up of the place that stands out most", Cards(written)[0].Value, StringComparison.Ordinal);
        using var without = new WrittenEvidence(Shipments.Rich().Record(), KeepPictures);
        Assert.DoesNotContain("close-up", without.Visible, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Figures_are_numbered_once_through_the_report()
    {
        using var written = new WrittenEvidence(Shipments.Rich().Record());
        var captions = written.Page.Descendants("figcaption").Select(caption => caption.Value).ToList();
        Assert.True(captions.Count > 3);
        Assert.All(captions.Select((caption, at) => (caption, at)), figure => Assert.StartsWith(FormattableString.Invariant($"Figure {figure.at + 1}. "), figure.caption, StringComparison.Ordinal));
    }

    [Fact]
    public void An_exhibit_has_one_number_in_cards_defect_log_and_annex()
    {
        var record = Shipments.Rich().Record();
        using var written = new WrittenEvidence(record);
        var numbers = ExhibitNumbers.Of(record);
        Assert.Equal(Enumerable.Range(1, numbers.Count).Select(number => FormattableString.Invariant($"Exhibit {number}: item ")), Cards(written).Select(card => card.Value.Trim()[..16]));
        Assert.All(written.Log.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1), row =>
        {
            var cells = row.Split(',');
            Assert.Equal(numbers.Of(cells[0].TrimStart('\uFEFF'), cells[1])?.ToString(System.Globalization.CultureInfo.InvariantCulture), cells[^2]);
        });
    }

    [Fact]
    public void The_report_shows_the_photos_that_are_exhibited_and_no_others()
    {
        var record = Shipments.Rich().Record();
        using var written = new WrittenEvidence(record, store =>
        {
            foreach (var photo in record.Files.Where(file => file.Sha256 is not null))
            {
                store.Keep(photo.Sha256!, PictureKind.Thumbnail, Thumbnail);
            }
        });
        Assert.Equal(
            Exhibited.Photos(record).Select(photo => photo.Path).Order(StringComparer.Ordinal),
            written.Page.Descendants("img").Select(image => image.Attribute("alt")!.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_file_that_was_not_scored_is_named_with_its_reason_and_what_it_repeats()
    {
        var record = Shipments.Rich().Record();
        using var written = new WrittenEvidence(record);
        var rows = written.Page.Descendants("tr").Select(row => row.Value).ToList();
        Assert.All(
            record.Files.Where(file => file.Outcome != PhotoOutcome.Scored),
            file => Assert.Contains(rows, row => row.StartsWith(file.Path, StringComparison.Ordinal)
                && (file.SameAs is not null || row.Contains(file.Reason ?? "", StringComparison.Ordinal))
                && row.Contains(file.SameAs ?? "", StringComparison.Ordinal)));
        Assert.Contains(Shipments.ChineseLot + "/009_front.jpg", written.Visible, StringComparison.Ordinal);
    }

    [Fact]
    public void Forty_items_of_a_lot_are_shown_by_score_and_the_rest_is_counted()
    {
        using var written = new WrittenEvidence(Shipments.AllFlagged(3_000).Record());
        Assert.Equal(40, Cards(written).Count);
        Assert.Contains("item 0001", Cards(written)[0].Value, StringComparison.Ordinal);
        Assert.Contains("2,960 more items of this lot are not shown here (exhibits 41 to 3,000)", written.Visible, StringComparison.Ordinal);
        Assert.Equal(3_001, written.Log.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.InRange(written.Bytes(EvidenceWriter.ReportName).Length, 100_000, 2_000_000);
    }

    [Fact]
    public void A_probability_is_printed_only_when_the_model_is_calibrated()
    {
        using var calibrated = new WrittenEvidence(Shipments.Rich().Record());
        using var not = new WrittenEvidence(Shipments.Rich(isCalibrated: false).Record());
        Assert.Contains("calibrated probability", calibrated.Visible, StringComparison.Ordinal);
        Assert.DoesNotContain("calibrated probability", not.Visible, StringComparison.Ordinal);
        Assert.Contains("none: too few photos to fit one", not.Visible, StringComparison.Ordinal);
    }

    [Fact]
    public void Defaults_are_printed_as_defaults_when_nothing_was_agreed()
    {
        using var written = new WrittenEvidence(Shipments.Rich(Agreement.None).Record());
        Assert.Contains("ISO 2859-1:1999 / GB/T 2828.1-2012 (default, not agreed)", written.Visible, StringComparison.Ordinal);
        Assert.Contains("every term below is a default of the program", written.Visible, StringComparison.Ordinal);
        Assert.Contains("How the items were chosen from the lot: not recorded.", written.Visible, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lot_with_neither_items_nor_size_is_still_a_lot_of_the_report()
    {
        var shipment = new ShipmentRecord();
        shipment.Lot("EMPTY", null, []);
        using var written = new WrittenEvidence(shipment.Record());
        Assert.Contains("0 / –", written.Visible, StringComparison.Ordinal);
        Assert.Contains("No item of this lot was photographed.", written.Visible, StringComparison.Ordinal);
    }

    [Fact]
    public void The_words_keep_to_what_is_known()
    {
        using var written = new WrittenEvidence(Shipments.Rich().Record());
        using var flagged = new WrittenEvidence(Cases.FlagsReject().Record());
        Assert.Contains("Reject\u00A0by model flags, not confirmed.", string.Concat(flagged.Page.Descendants("p").Select(p => p.Value)), StringComparison.Ordinal);
        Assert.Contains("at least 22.3\u00A0% and at most 100.0\u00A0% of the lot's items would be flagged, 95\u00A0% each", written.Visible, StringComparison.Ordinal);
        Assert.Contains("at most 491 (98.2\u00A0%) of the lot's 500 items would be flagged, 95\u00A0%; no lower bound above zero", written.Visible, StringComparison.Ordinal);
        Assert.Contains("19 of 21 defective photos flagged (estimate 90.5\u00A0%)", written.Visible, StringComparison.Ordinal);
        Assert.DoesNotContain("proves", written.Visible, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("AI says", written.Visible, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("confidence interval", written.Visible, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Items_that_are_not_decided_are_listed_with_what_stands_in_the_way()
    {
        using var written = new WrittenEvidence(Shipments.Rich().Record());
        Assert.Contains(": score 0.87, nearer than 0.005 to the threshold 0.87", written.Visible, StringComparison.Ordinal);
        Assert.Contains(": truncated. The JPEG ends early.", written.Visible, StringComparison.Ordinal);
    }

    [Fact]
    public void The_report_names_the_digest_of_each_file_beside_it()
    {
        using var written = new WrittenEvidence(Shipments.Rich().Record());
        Assert.All(
            written.Paths.Where(path => Path.GetFileName(path) is not (EvidenceWriter.ReportName or EvidenceWriter.PdfName or EvidenceWriter.ToConfirmName or RecordFile.Name)),
            path => Assert.Contains(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path))), written.Report, StringComparison.Ordinal));
    }

    private static List<XElement> Cards(WrittenEvidence written) => Classed(written.Page.Root, "card");

    private static List<XElement> Shots(XElement card) => Classed(card, "shot");

    private static List<XElement> Classed(XElement? root, string word) =>
        [.. root?.Descendants().Where(element => element.Attribute("class")?.Value.Split(' ')[0] == word) ?? []];

    private static IEnumerable<XAttribute> Attributes(WrittenEvidence written, string name) => written.Page.Descendants().Attributes(name);

    /// <summary>Of the Chinese lot those of 001_front; none of 001_back and 002_front.</summary>
    private static void KeepPictures(PictureStore store)
    {
        store.Keep(Shipments.FrontPhoto, PictureKind.Thumbnail, Thumbnail);
        store.Keep(Shipments.FrontPhoto, PictureKind.HeatMap, HeatMap);
    }

    private static byte[] Thumbnail { get; } = new RgbImage(64, 48).ToJpeg(80);

    private static byte[] CloseUp { get; } = new RgbImage(48, 48).ToJpeg(80);

    private static byte[] HeatMap { get; } = new RgbImage(48, 64).ToJpeg(80);
}
