using System.Globalization;
using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Codes;
using DefectVision.Inspection.Judging;

namespace DefectVision.Inspection.Tests.Codes;

/// <summary>Rule: a label that names another lot, article or order than its own is named; one that names its own supports it; any other is listed.</summary>
public sealed class CodeComparisonTests
{
    private static readonly Agreement Agreed = new()
    {
        PurchaseOrder = "PO-4711",
        Lots = new Dictionary<string, AgreedLot>
        {
            ["LOT-A"] = new(10) { Codes = ["L2026-118A"], Skus = ["TS-100"], Gtins = ["00036000291452"] },
            ["LOT-B"] = new(10) { Skus = ["TS-100", "TS-200"], Gtins = ["04006381333931"] },
        },
    };

    [Theory]
    [InlineData("code_128", "LOT-B", CodeField.Lot)]
    [InlineData("code_128", "lot - b", CodeField.Lot)]
    [InlineData("code_39", "TS-200", CodeField.Sku)]
    [InlineData("ean_13", "4006381333931", CodeField.Gtin)]
    [InlineData("itf_14", "04006381333931", CodeField.Gtin)]
    [InlineData("code_128", "\u001D0104006381333931", CodeField.Gtin)]
    [InlineData("code_128", "\u001D10LOT-B", CodeField.Lot)]
    [InlineData("qr_code", "SKU=TS-100;LOT=LOT-B;QTY=20", CodeField.Lot)]
    [InlineData("qr_code", "https://id.gs1.org/01/04006381333931/21/17", CodeField.Gtin)]
    public void A_label_of_another_lot_is_named(string symbology, string text, CodeField field)
    {
        var code = Only(symbology, text);
        Assert.Equal((field, "LOT-B"), (code.Other, string.Join('|', code.OtherLots)));
    }

    [Theory]
    [InlineData("code_128", "LOT-A", CodeField.Lot)]
    [InlineData("code_128", "L2026-118a", CodeField.Lot)]
    [InlineData("code_128", "TS-100", CodeField.Sku)]
    [InlineData("upc_a", "036000291452", CodeField.Gtin)]
    [InlineData("ean_13", "0036000291452", CodeField.Gtin)]
    [InlineData("code_128", "PO 4711", CodeField.Order)]
    [InlineData("qr_code", "LOT-A,LOT-B", CodeField.Lot)]
    public void A_label_of_the_own_lot_supports_it(string symbology, string text, CodeField field)
    {
        var code = Only(symbology, text);
        Assert.Equal((field, null), (code.Own, code.Other));
    }

    [Theory]
    [InlineData("LOT-BB")]
    [InlineData("XLOT-B")]
    [InlineData("\u001D21LOT-B")]
    [InlineData("5901234123457")]
    [InlineData("PORT-4712")]
    [InlineData("SPO4712")]
    [InlineData("PO-47")]
    public void A_label_that_only_resembles_one_is_listed_and_no_more(string text)
    {
        var code = Only("code_128", text);
        Assert.Equal((null, null), (code.Own, code.Other));
    }

    [Theory]
    [InlineData("PO-4712")]
    [InlineData("P.O. 4712")]
    [InlineData("po4712")]
    [InlineData("\u001D4004712")]
    [InlineData("PO:4712;QTY:20")]
    public void A_purchase_order_other_than_the_agreed_one_is_named(string text) => Assert.Equal(CodeField.Order, Only("code_128", text).Other);

    [Fact]
    public void Without_an_agreed_order_no_order_is_another() => Assert.Null(Only("code_128", "PO-4712", Agreed with { PurchaseOrder = null }).Other);

    [Fact]
    public void Item_photo_code_and_lot_stand_in_the_remark_and_own_labels_are_counted()
    {
        var record = Record(Agreed, Photo("LOT-A", "017", "code_128", "LOT-B"), Photo("LOT-A", "018", "code_128", "LOT-A"), Photo("LOT-B", "001", "code_128", "LOT-B"));
        var remarks = CodeRemarks.Of(CodeComparison.Of(record)[0]).Select(remark => remark.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(
            [
                "Item 017 (LOT-A/017.jpg): the label reads 'LOT-B' (Code 128), which is the lot number of another lot: LOT-B.",
                "Photos with codes that name this lot or its purchase order: 1; items that they show: 1.",
            ],
            remarks);
    }

    [Fact]
    public void A_photo_of_packing_is_compared_with_the_lot_in_whose_folder_it_lies()
    {
        var carton = Photo("LOT-A", "x", "code_128", "LOT-B") with { Path = "LOT-A/carton/1.jpg", Place = null, NearLot = "LOT-A", Outcome = PhotoOutcome.Attachment };
        var code = Assert.Single(CodeComparison.Of(Record(Agreed, carton, Photo("LOT-B", "001", "qr_code", "nothing")))[0].Codes);
        Assert.Equal((CodeField.Lot, null), (code.Other, code.Photo.LotItem));
    }

    // Folders called 1, 2, A, B: a single letter is met by chance.
    [Fact]
    public void A_name_of_one_letter_is_compared_with_no_label()
    {
        var record = Record(Agreement.None, Photo("1", "a", "qr_code", "2"), Photo("2", "b", "qr_code", "2"));
        Assert.All(CodeComparison.Of(record).SelectMany(lot => lot.Codes), code => Assert.Equal((null, null), (code.Own, code.Other)));
    }

    [Fact]
    public void Where_nothing_was_looked_for_nothing_is_said() =>
        Assert.Empty(CodeComparison.Of(Record(Agreed, Photo("LOT-A", "017", "code_128", "LOT-B")) with { SearchedForCodes = false }));

    [Fact]
    public void Withheld_codes_are_gone_and_counted_and_the_others_stay()
    {
        var record = WithheldCodes.Of(Record(Agreed, Photo("LOT-A", "017", "code_128", "LOT-B"), Photo("LOT-A", "018", "code_128", "LOT-A")), new HashSet<string> { "LOT-A/017.jpg" });
        var lot = CodeComparison.Of(record)[0];
        Assert.Equal((2, 1, "LOT-A"), (lot.Searched, lot.Withheld, Assert.Single(lot.Codes).Code.Text));
        Assert.DoesNotContain(record.Lots.SelectMany(judged => judged.Lot.Items).SelectMany(item => item.Photos), photo => photo.Codes!.Codes.Any(code => code.Text == "LOT-B"));
    }

    [Fact]
    public void The_agreement_says_what_labels_carry()
    {
        var lot = AgreementReader.Read("lots:\n  A: { size: 5, codes: [L1, L2], sku: TS-100, gtin: [036000291452, 4006381333931] }\n"u8.ToArray(), "agreement.yaml").Lots["A"];
        Assert.Equal(["L1", "L2"], lot.Codes);
        Assert.Equal(["TS-100"], lot.Skus);
        Assert.Equal(["00036000291452", "04006381333931"], lot.Gtins);
    }

    [Theory]
    [InlineData("4006381333930")]
    [InlineData("40063813")]
    [InlineData("TS-100")]
    public void A_trade_item_number_that_is_none_is_refused_by_its_place(string gtin)
    {
        var fault = Assert.Throws<AgreementException>(() => AgreementReader.Read(System.Text.Encoding.UTF8.GetBytes($"lots:\n  A: {{ gtin: {gtin} }}\n"), "agreement.yaml"));
        Assert.StartsWith($"agreement.yaml(2,14): found lots.A.gtin '{gtin}', wanted 8, 12, 13 or 14 digits", fault.Message, StringComparison.Ordinal);
    }

    private static LabelCode Only(string symbology, string text, Agreement? agreement = null) =>
        Assert.Single(CodeComparison.Of(Record(agreement ?? Agreed, Photo("LOT-A", "017", symbology, text), Photo("LOT-B", "001", "qr_code", "nothing"))).Single(lot => lot.Lot == "LOT-A").Codes);

    private static InspectedFile Photo(string lot, string item, string symbology, string text) =>
        Make.Photo(Standing.Clear) with
        {
            Path = $"{lot}/{item}.jpg",
            Place = new PhotoPlace(lot, item, ""),
            Codes = new CodeLook([new PhotoCode(symbology, text)], IsClose: true),
        };

    private static InspectionRecord Record(Agreement agreement, params InspectedFile[] files)
    {
        var terms = new AgreedTerms(agreement);
        var lots = files.GroupBy(file => file.LotOfCodes!).OrderBy(lot => lot.Key, StringComparer.Ordinal).Select(lot => LotJudge.Judge(
            new Lot(lot.Key, null, ItemSource.FileNames, [.. lot.Where(file => file.Place is not null).Select(file => ItemJudge.Judge(file.Place!.Item, [file], terms))]),
            terms,
            null,
            GivenEvidence.None));
        return new InspectionRecord("shipment", Make.Noon, "DefectVision", terms, null, files, [], [.. lots], [], []) { SearchedForCodes = true };
    }
}
