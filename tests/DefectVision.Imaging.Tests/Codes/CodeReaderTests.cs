using DefectVision.Fixtures;
using DefectVision.Imaging.Codes;
using SkiaSharp;
using ZXing;

namespace DefectVision.Imaging.Tests.Codes;

/// <summary>Rule: a code that a photo shows is read as it is printed, and what is no code is read as none.</summary>
public sealed class CodeReaderTests
{
    // Check digits by the GS1 General Specifications, 7.9: 4006381333931, 96385074, 036000291452 and 04252614 are the usual examples of their symbologies.
    public static TheoryData<string, string, string> Symbologies => new()
    {
        { nameof(BarcodeFormat.EAN_13), "4006381333931", "ean_13" },
        { nameof(BarcodeFormat.EAN_8), "96385074", "ean_8" },
        { nameof(BarcodeFormat.UPC_A), "036000291452", "upc_a" },
        { nameof(BarcodeFormat.UPC_E), "04252614", "upc_e" },
        { nameof(BarcodeFormat.CODE_128), "LOT-A-2026", "code_128" },
        { nameof(BarcodeFormat.CODE_39), "LOT-A-26", "code_39" },
        { nameof(BarcodeFormat.ITF), "10012345678902", "itf_14" },
        { nameof(BarcodeFormat.QR_CODE), "https://x.example/LOT-A", "qr_code" },
        { nameof(BarcodeFormat.DATA_MATRIX), "LOT-A 0017", "data_matrix" },
    };

    [Theory]
    [MemberData(nameof(Symbologies))]
    public void Every_symbology_is_read_upright_upside_down_turned_and_a_little_aslant(string format, string text, string symbology)
    {
        var modules = Printed.Modules(Enum.Parse<BarcodeFormat>(format), text);
        foreach (var turn in new[] { 0f, 5, 90, 180 })
        {
            Assert.Equal([(symbology, text)], Printed.Read(Printed.Photo(1000, 800, new Label(modules, 3, 500, 400) { Turn = turn })));
        }
    }

    [Theory]
    [InlineData("ean_13", 30)]
    [InlineData("ean_13", 45)]
    [InlineData("qr_code", 30)]
    [InlineData("qr_code", 45)]
    public void A_label_that_lies_askew_is_read(string symbology, float turn)
    {
        var (text, modules) = symbology == "ean_13"
            ? ("4006381333931", (bool[][])[Bars.Ean13("4006381333931")])
            : ("LOT-A", Printed.Modules(BarcodeFormat.QR_CODE, "LOT-A"));
        Assert.Equal([(symbology, text)], Printed.Read(Printed.Photo(1000, 800, new Label(modules, 3, 500, 400) { Turn = turn, BarHeight = 200 })));
    }

    // Bars by the tables of ISO/IEC 15420 and 15417, see Bars.
    [Fact]
    public void Bars_of_the_standards_tables_are_read_by_a_quick_look()
    {
        Assert.Equal([("ean_13", "5901234123457")], Printed.Read(Printed.Photo(480, 360, new Label([Bars.Ean13("5901234123457")], 2, 240, 180)), CodeEffort.Quick));
        Assert.Equal([("code_128", "LOT-B")], Printed.Read(Printed.Photo(480, 360, new Label([Bars.Code128("LOT-B")], 2, 240, 180)), CodeEffort.Quick));
    }

    // ISO/IEC 15417, 4.3.4 and GS1 General Specifications, 5.4: FNC1 after the start says GS1, a later one ends an element string.
    [Fact]
    public void FNC1_is_kept_where_it_stands()
    {
        const string Text = "\u001D0109501101530003" + "10LOT-B\u001D21SN17";
        Assert.Equal([("code_128", Text)], Printed.Read(Printed.Photo(1400, 400, new Label([Bars.Code128(Text)], 3, 700, 200))));
    }

    [Theory]
    [InlineData("4006381333931", true)]
    [InlineData("4006381333932", false)]
    [InlineData("4006381333930", false)]
    public void A_number_whose_check_digit_is_wrong_is_not_read(string digits, bool isRead) =>
        Assert.Equal(isRead, Printed.Read(Printed.Photo(480, 360, new Label([Bars.Ean13(digits)], 2, 240, 180))).Any());

    // Interleaved 2 of 5 has no check of its own: a line across a part of a symbol reads as a shorter number. Only GTINs with their check digit are taken.
    [Theory]
    [InlineData("10012345678902", true)]
    [InlineData("10012345678903", false)]
    [InlineData("100123456789", false)]
    public void Of_interleaved_2_of_5_only_a_GTIN_of_14_digits_is_read(string digits, bool isRead) =>
        Assert.Equal(isRead, Printed.Read(Printed.Photo(800, 400, new Label(Printed.Modules(BarcodeFormat.ITF, digits), 3, 400, 200))).Any());

    [Fact]
    public void Small_codes_in_a_photo_of_12_megapixels_are_read()
    {
        var photo = Printed.Photo(
            4000,
            3000,
            new Label([Bars.Ean13("4006381333931")], 2, 3500, 2700) { BarHeight = 80 },
            new Label(Printed.Modules(BarcodeFormat.QR_CODE, "LOT-B"), 3, 400, 300));
        Assert.Equal([("ean_13", "4006381333931"), ("qr_code", "LOT-B")], Printed.Read(photo));
    }

    [Fact]
    public void Codes_below_and_beside_each_other_on_one_label_are_all_read()
    {
        var photo = Printed.Photo(
            1000,
            800,
            new Label([Bars.Code128("LOT-A")], 2, 300, 300) { BarHeight = 60 },
            new Label([Bars.Code128("PO-4711")], 2, 300, 400) { BarHeight = 60 },
            new Label([Bars.Ean13("5901234123457")], 2, 700, 300) { BarHeight = 60 },
            new Label(Printed.Modules(BarcodeFormat.QR_CODE, "LOT-A;0017"), 3, 700, 450));
        Assert.Equal([("code_128", "LOT-A"), ("code_128", "PO-4711"), ("ean_13", "5901234123457"), ("qr_code", "LOT-A;0017")], Printed.Read(photo));
    }

    [Fact]
    public void A_code_that_fills_the_photo_is_read() =>
        Assert.Equal([("ean_13", "5901234123457")], Printed.Read(Printed.Photo(2400, 1800, new Label([Bars.Ean13("5901234123457")], 20, 1200, 900) { BarHeight = 1200 }), CodeEffort.Quick));

    [Fact]
    public void A_light_QR_code_on_a_dark_ground_is_read() =>
        Assert.Equal([("qr_code", "LOT-A 17")], Printed.Read(Printed.Photo(600, 600, new Label(Printed.Modules(BarcodeFormat.QR_CODE, "LOT-A 17"), 5, 300, 300) { IsInverted = true })));

    [Theory]
    [InlineData("UTF-8")]
    [InlineData("GB18030")]
    public void Chinese_is_read_whatever_the_label_printer_wrote_it_in(string encoding)
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        var modules = Printed.Modules(BarcodeFormat.QR_CODE, "批次甲", (EncodeHintType.CHARACTER_SET, encoding), (EncodeHintType.DISABLE_ECI, true));
        Assert.Equal([("qr_code", "批次甲")], Printed.Read(Printed.Photo(600, 600, new Label(modules, 5, 300, 300))));
    }

    [Fact]
    public void A_motion_photo_is_read_like_the_photo_in_it()
    {
        var photo = Printed.Photo(480, 360, new Label([Bars.Code128("LOT-B")], 2, 240, 180));
        Assert.Equal([("code_128", "LOT-B")], Printed.Read([.. photo, 0, 0, 0, 24, .. "ftypmp42"u8, .. Enumerable.Repeat((byte)0x5A, 4096)]));
    }

    [Fact]
    public void Noise_weave_and_stripes_hold_no_code()
    {
        using var noise = Pictures.Noise(700, 500);
        Assert.Empty(Printed.Read(Pictures.Encode(noise, "png")));
        for (var period = 2; period <= 12; period++)
        {
            Assert.Empty(Printed.Read(Texture((x, y) => x % period < period / 2)));
            Assert.Empty(Printed.Read(Texture((x, y) => (x / period) % 2 == (y / period) % 2)));
            Assert.Empty(Printed.Read(Texture((x, y) => (x * x / 40 / period) % 2 == 0)));
        }
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 900)]
    [InlineData(23, 40)]
    [InlineData(24, 24)]
    [InlineData(2000, 30)]
    public void A_picture_of_any_shape_is_searched_without_a_fault(int width, int height)
    {
        var values = new byte[width * height];
        for (var at = 0; at < values.Length; at++)
        {
            values[at] = (byte)(at * 7919 % 251);
        }

        Assert.Empty(new CodeReader().Read(new Luminance(width, height, values), CodeEffort.Thorough));
    }

    // A quarter of the code is gone: neither it nor a part of it may be read as something else.
    [Fact]
    public void A_code_that_is_cut_off_is_not_read()
    {
        var modules = Bars.Code128("LOT-B-2026");
        Assert.Empty(Printed.Read(Printed.Photo(600, 400, new Label([modules[..(modules.Length * 3 / 4)]], 3, 300, 200))));
    }

    private static byte[] Texture(Func<int, int, bool> isDark)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(360, 270, SKColorType.Rgba8888, SKAlphaType.Opaque));
        for (var y = 0; y < bitmap.Height; y++)
        {
            for (var x = 0; x < bitmap.Width; x++)
            {
                bitmap.SetPixel(x, y, isDark(x, y) ? SKColors.Black : SKColors.White);
            }
        }

        return Pictures.Encode(bitmap, "png");
    }
}
