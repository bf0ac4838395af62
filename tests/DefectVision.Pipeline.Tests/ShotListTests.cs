using DefectVision.Fixtures;
using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Judging;

namespace DefectVision.Pipeline.Tests;

/// <summary>
/// Rules: an item that lacks a view which was agreed is incomplete, and named, until a person answers for it. Views of packing, labels and scales are kept with their item and
/// not scored, unless the agreement says otherwise.
/// </summary>
public sealed class ShotListTests : IDisposable
{
    private readonly Shipment _shipment = new();

    public void Dispose() => _shipment.Dispose();

    [Fact]
    public void An_item_without_a_view_that_was_agreed_is_incomplete_and_named()
    {
        Put("1_front", "1_back", "2_front", "3_front", "3_背面");
        var lot = Inspect("views: { required: [front, back] }");
        Assert.Equal([ItemStanding.Clear, ItemStanding.Incomplete, ItemStanding.Clear], lot.Lot.Items.Select(item => item.Standing));
        Assert.Equal(["back"], lot.Lot.Items[1].MissingViews);
        Assert.Equal(1, lot.Tally.Undecided);
        Assert.Contains("1 item lacks a view that was agreed: 2 (back)", Reasons(lot), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_shot_list_no_view_is_missing()
    {
        Put("1_front", "1_back", "2_front");
        var lot = Inspect("product: x");
        Assert.All(lot.Lot.Items, item => Assert.Equal((ItemStanding.Clear, 0), (item.Standing, item.MissingViews.Count)));
    }

    [Fact]
    public void A_lot_has_its_own_shot_list_where_one_is_given()
    {
        Put("1_front", "2_front");
        var lot = Inspect("views: [front, back]\nlots: { a: { views: { required: [front] } } }");
        Assert.DoesNotContain(lot.Lot.Items, item => item.MissingViews.Count > 0);
        lot = Inspect("views: [front]\nlots: { a: { views: [front, inside] } }");
        Assert.All(lot.Lot.Items, item => Assert.Equal(["inside"], item.MissingViews));
        Assert.Contains(lot.Remarks, remark => remark.Format.StartsWith("No photo of this lot shows a view", StringComparison.Ordinal));
    }

    [Fact]
    public void A_view_whose_photo_is_damaged_is_missing()
    {
        Put("1_front", "2_front", "2_back");
        _shipment.Put("a/1_back.jpg", Photos.Truncated(40));
        var lot = Inspect("views: [front, back]");
        Assert.Equal([ItemStanding.Incomplete, ItemStanding.Clear], lot.Lot.Items.Select(item => item.Standing));
    }

    [Fact]
    public void A_person_who_answered_needs_no_further_view_and_a_flag_stays_one()
    {
        Put("1_front", "2_front", "2_back");
        _shipment.Put("confirmed.csv", "item,confirmed,reader,time\n1,no,Li,2026-11-24T09:00:00Z\n");
        _shipment.Put("a/3_front.jpg", Photos.Stain(3));
        var lot = Inspect("views: [front, back]");
        Assert.Equal([false, false, true], lot.Lot.Items.Select(item => item.LacksViews));
        Assert.Equal(ItemStanding.Flagged, lot.Lot.Items[2].Standing);
        Assert.Equal(0, lot.Tally.Undecided);
    }

    [Fact]
    public void Photos_of_labels_and_packing_are_kept_with_their_item_and_not_scored()
    {
        Put("1_front", "2_front");
        _shipment.Put("a/1_label.jpg", Photos.Stain(1));
        _shipment.Put("a/2_包装.jpg", Photos.Stain(2));
        _shipment.Put("a/3_label.jpg", Photos.Good(50));
        var record = Run("views: [front, label]");
        var lot = Shipment.LotOf(record, "a");
        Assert.Equal(0, lot.Tally.Flagged);
        Assert.Equal(3, record.Files.Count(file => file is { Outcome: PhotoOutcome.Attachment, IsContext: true, Facts: not null, Place.Lot: "a" }));
        Assert.Equal([[], ["label"], ["front"]], lot.Lot.Items.Select(item => item.MissingViews));
        Assert.Contains("1 item has photos of its packing, a label or a scale alone: 3", Reasons(lot), StringComparison.Ordinal);
    }

    [Fact]
    public void The_agreement_says_which_views_are_context()
    {
        Put("1_front", "2_front");
        _shipment.Put("a/1_label.jpg", Photos.Stain(1));
        _shipment.Put("a/2_insole.jpg", Photos.Stain(2));
        Assert.Equal([ItemStanding.Clear, ItemStanding.Flagged], Inspect("product: x").Lot.Items.Select(item => item.Standing));
        Assert.Equal([ItemStanding.Flagged, ItemStanding.Flagged], Inspect("views: { context: [] }").Lot.Items.Select(item => item.Standing));
        Assert.Equal([ItemStanding.Flagged, ItemStanding.Clear], Inspect("views: { context: [insole] }").Lot.Items.Select(item => item.Standing));
    }

    [Fact]
    public void Where_every_photo_shows_a_label_the_labels_are_the_goods()
    {
        Put("1_label", "2_label");
        Assert.Equal(2, Inspect("product: x").Tally.Scored);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(4, false)]
    public void A_file_named_for_a_carton_alone_shows_no_item_unless_cartons_are_half_of_the_lot(int cartons, bool isContext)
    {
        Put("IMG_2001", "IMG_2002", "IMG_2003");
        Put([.. Enumerable.Range(1, cartons).Select(number => $"carton_{number:000}")]);
        Assert.Equal(isContext ? 3 : 3 + cartons, Inspect("product: x").Tally.Items);
        Assert.Equal(3 + cartons, Inspect("views: { context: [] }").Tally.Items);
    }

    [Fact]
    public void A_photo_of_a_carton_does_not_unsettle_how_the_items_of_its_lot_were_told()
    {
        Put("1_front", "1_back", "2_front", "2_back", "carton_1");
        Assert.Equal((ItemSource.FileNames, 2L), (Inspect("product: x").Lot.ItemSource, Inspect("product: x").Tally.Items));
    }

    [Fact]
    public void A_damaged_photo_of_a_label_is_no_label()
    {
        Put("1_front", "2_front", "2_label");
        _shipment.Put("a/1_label.jpg", Photos.Truncated(40));
        var lot = Inspect("views: [label]");
        Assert.Equal([["label"], []], lot.Lot.Items.Select(item => item.MissingViews));
    }

    private InspectionRecord Run(string agreement) => _shipment.Inspect(agreement: AgreementReader.Read(System.Text.Encoding.UTF8.GetBytes(agreement), "agreement.yaml"));

    private LotJudgement Inspect(string agreement) => Shipment.LotOf(Run(agreement), "a");

    private static string Reasons(LotJudgement lot) => string.Join("; ", lot.Section(SectionKind.QuantityAndPhotos).Reasons.Select(FormattableString.Invariant));

    private void Put(params string[] names)
    {
        foreach (var name in names)
        {
            _shipment.Put($"a/{name}.jpg", Photos.Good(_put++));
        }
    }

    private int _put;
}
