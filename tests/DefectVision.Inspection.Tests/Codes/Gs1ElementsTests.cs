using DefectVision.Inspection.Codes;

namespace DefectVision.Inspection.Tests.Codes;

/// <summary>Rule: element strings are split as the GS1 General Specifications say (3.2, 7.8): by predefined lengths, else at FNC1.</summary>
public sealed class Gs1ElementsTests
{
    [Theory]
    [InlineData("\u001D0109501101530003" + "10LOT-B\u001D21SN17", "(01)09501101530003(10)LOT-B(21)SN17")]
    [InlineData("\u001D0109501101530003" + "17140704" + "10AB-123", "(01)09501101530003(17)140704(10)AB-123")]
    [InlineData("\u001D00106141412345678908", "(00)106141412345678908")]
    [InlineData("\u001D3103000195" + "400PO4711", "(3103)000195(400)PO4711")]
    [InlineData("\u001D4109501101020917" + "240TS-100", "(410)9501101020917(240)TS-100")]
    [InlineData("(01)09501101530003(10)LOT-B", "(01)09501101530003(10)LOT-B")]
    [InlineData("https://id.gs1.org/01/09506000134352/10/ABC/21/12%2F3?17=201225", "(01)09506000134352(10)ABC(21)12/3")]
    public void A_label_is_split_into_its_element_strings(string text, string printed) => Assert.Equal(printed, string.Concat(Gs1Elements.Of(text)));

    [Theory]
    [InlineData("0109501101530003")]
    [InlineData("LOT-B (new)")]
    [InlineData("\u001D01095011015300")]
    [InlineData("\u001DAB17")]
    [InlineData("\u001D10")]
    [InlineData("\u001D")]
    [InlineData("https://example.com/01/shirts")]
    [InlineData("")]
    public void What_is_none_or_breaks_off_is_split_into_nothing(string text) => Assert.Empty(Gs1Elements.Of(text));

    // Of a code that cannot be split, the text is shown as it is, without the sign that nobody can see.
    [Fact]
    public void A_label_is_shown_as_it_is_printed_below_its_bars()
    {
        Assert.Equal("(01)09501101530003(10)LOT-B", new PhotoCode("code_128", "\u001D0109501101530003" + "10LOT-B").Shown);
        Assert.Equal("AB17", new PhotoCode("code_128", "\u001DAB17").Shown);
        Assert.Equal(81, new PhotoCode("qr_code", new string('x', 300)).Shown.Length);
    }

    // The example of ISO/IEC 15420 for zero suppression, one for each rule; 0425261 with check digit 4 is the usual one.
    [Theory]
    [InlineData("04252614", "042100005264")]
    [InlineData("01234505", "012000003455")]
    [InlineData("01234531", "012300000451")]
    [InlineData("01234543", "012340000053")]
    [InlineData("01234565", "012345000065")]
    [InlineData("21234565", null)]
    [InlineData("0123456", null)]
    public void A_UPC_E_number_stands_for_a_UPC_A_number(string text, string? whole) => Assert.Equal(whole, Gtin.OfUpcE(text));

    [Theory]
    [InlineData("036000291452", "00036000291452", true)]
    [InlineData("0036000291452", "00036000291452", true)]
    [InlineData("96385074", "00000096385074", true)]
    [InlineData("96385075", "00000096385075", false)]
    [InlineData("12345", null, false)]
    [InlineData("0360002914x2", null, false)]
    public void Numbers_of_all_lengths_are_compared_with_fourteen_digits(string text, string? padded, bool isRight)
    {
        Assert.Equal(padded, Gtin.Padded(text));
        Assert.Equal(isRight, padded is not null && Gtin.IsRight(padded));
    }
}
