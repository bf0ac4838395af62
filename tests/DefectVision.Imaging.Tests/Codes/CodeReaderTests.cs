using DefectVision.Fixtures;
using DefectVision.Imaging.Codes;
using SkiaSharp;
using ZXing;

namespace DefectVision.Imaging.Tests.Codes;

/// <summary>Rule: a code that a photo shows is read as it is printed, and what is no code is read as none.</summary>
public sealed class CodeReaderTests
{
    // A QR code of 21 x 21 modules on 160 x 128 px; made by ZXing.Net, written by ImageMagick.
    private const string Heic =
        "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAT9tZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5waXRtAAAAAAABAAAAImlsb2MAAAAAREAAAQABAAAAAAFjAAEAAAAAAAAE9wAAACNpaW5mAAAAAAABAAAAFWluZmUCAAAAAAEAAGh2YzEAAAAAv2lwcnAAAAChaXBjbwAAAHVodmNDAQNwAAAAAAAAAAAAHvAA/P34+AAADwMgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAHroCQCEAAQAoQgEBA3AAAAMAkAAAAwAAAwAeoBQgIFlupJKa5sCAAAADAIAAAAMAhCIAAQAHRAHBcrBiQAAAABRpc3BlAAAAAAAAAKAAAACAAAAAEHBpeGkAAAAAAwgICAAAABZpcG1hAAAAAAAAAAEAAQOBAoMAAAT/bWRhdAAABPMoAa8ZQqS4xLYGIlMz335QIQOse/aFv/uQvtZhKQD+MIN72hOzYSIdy31ajxgdaVJFxeLZhKQD+KsYBjU+stavbviiCrl958k5VvtwFppX7adU9Ws6jg0HRtCrEQ3jrM/g2PpvJumvAdnBruDbx3GSBQTuaJzc8qKFIRG5+49RNaSpm2lq2pbuvNnI+iTAsGTGntYuuM2fGSh2JvJgAHJ6/yx5frkTYVlz5K98uGN7hjnavQPgncltgICEZc/JQgw6auNIgwtT1y3yggum/O+SQIchwD4j5nDPIMbFzTRILpgEeEgHqQIUn4PvNqRK+NPihLXzp66QVBa7vS/ehcWtvZMT9mYqqjtw2ggf7gUDffKwWLAR9ac3GQSwMfVUcDGvAlf8hcWjGuwByUXz0GSn8UtyKG48pHBHXYnsa+nR2wg+HiXvgsS2/JcRRLXM81Y1GnhBOEv3m9a/8L8Uw1d+rhJP2DdPi51bNwSDleJtfrjOf/rPRzygPsUvjo0hJUSOKym+EX/nZRF1RI0Vvz9FJn07guKDwzdmOY7JMNE47s0HApXrf56szQoPhwn74tAhO8uVeW+D5PdGdy+/L8/6BzA0uIK2TJrNuwXe6wrOABQz/iK66fYNnRSz/UsfHfuGMmaXcCZOxPQShQp05OM9fPO/qNeTaf4F4cCIiu6rHZJKbh62oMbadxPWpTrQfZlMFKapa5fAh/LHB5k4ylN5H2zN5VJ5qxR9BRC02Q9FfYZLV7OlfOlzdsU9JxuXA8unBWQfRWccyRpPiaJ9o+a3KuM6czfG8H6b4p2IL9dWMe3VGIg7X62Xw6k5NOlof62XND4FZ2i0KygtvxJjDORaHmSVydfmVKcJi0Abb/g1Fq0VOOgpAiyHNQE/pQW2X41e5OSPZewoyNRdr46L6KCFFf/KS/heSywUiSxNVxLaMJc7QCpzfIFaXwBUUZ81+HGWMkb2H9thiqUjH4q9dBvpR6MepTpdnmDc10KJcGicImC2L5Ci+zyRPZCRo+Tx3HPqjJybeQ3wKR52myKEUjz8yHYmCQL16QjzXlEvNsCeMdDVpDhEt08LzGOFXmcp7I6dKvzRBZ3PU61zBz1t04scHqoT8sqqTFeK9k0TsgtOUMaqsUpm6bSeveHRKwo+h9Oxs6nmSXltWoAXH4QMu862K6yMycRUJIwHatTnCoBdp8ma7T0311qp7D4vN/IT1e/EOVd7ls103AGnfs4ynUI2clYwYCSZ4g2maiLifAtBTpkNfMcelUL/hyi1QI6LzFA5tJokfpSYDU9qKUmd4Gf3lQAAovH2xjsDjpxyD96bGXBqx4Gx12qRiLQFq8RLAw2lRwFWYVCudbK98IixHvMloaiNgjaW2tOjwsd1d2am/Xi5p3OmQIgO5owEBitHP9Ul2DzVMsVFnQTcojYOAzWwUhKKAR4wQFny7LEntgCRtLSn4EXigbvovkgyJnKh28cDNl+9siXePAAdFh1exo0VAOC6V5YMYMqBWNGjMsUw5BL9FKF+Koj/+2a7JLofaW8Z0oUhkmv9pkb2Z+TGYpsiFcYB5UosLbtspeDS6lZFOLpzGYBuH1BebyjwWDXDDPptreUV8Wg5akQCWzDk1y8Rl39bKf9jry2pWdNKfj0DwyS09Cp9ZCsGTYLNOjPbubqjL0tDXnvsriKLIR5mUmVCbgSe";

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

    [SkippableFact]
    public void A_HEIC_photo_is_read_like_any_other()
    {
        Skip.IfNot(FormatSniffer.IsRead(PhotoFormat.Heif), "this machine reads no such format");
        Assert.Equal([("qr_code", "LOT-B 0017")], Printed.Read(Convert.FromBase64String(Heic), CodeEffort.Quick));
        Assert.Equal([("qr_code", "LOT-B 0017")], Printed.Read(Convert.FromBase64String(Heic)));
    }

    // Sides that are no multiple of the strips, whole and at the half that the codec makes.
    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(500)]
    public void A_photo_read_in_strips_has_the_grey_values_of_the_whole(int longSide)
    {
        var photo = Printed.Photo(1203, 903, new Label(Printed.Modules(BarcodeFormat.QR_CODE, "LOT-B"), 3, 400, 300));
        using var reader = new PhotoReader(DecodeLimits.Default);
        var whole = reader.ReadGrey(photo, longSide)!;
        Assert.IsType<PhotoReading.Readable>(reader.ReadPicture(photo, 64).Reading);
        var strips = reader.Grey(photo, longSide)!;
        Assert.Equal((whole.Width, whole.Height), (strips.Width, strips.Height));
        Assert.Equal(whole.Values, strips.Values);
    }

    // Decoded at an eighth its bars have a third of a pixel: none can be read, and all can be seen.
    [Fact]
    public void A_code_too_small_to_be_read_is_seen_and_a_shaded_ground_is_not()
    {
        var photo = Printed.Photo(4000, 3000, new Label([Bars.Ean13("4006381333931")], 3, 2000, 1500) { BarHeight = 240 });
        using var reader = new PhotoReader(DecodeLimits.Default);
        var small = reader.ReadGrey(photo, 500)!;
        Assert.Empty(new CodeReader().Read(small, CodeEffort.Quick));
        Assert.True(CodeReader.SeesAny(small));
        Assert.False(CodeReader.SeesAny(reader.ReadGrey(Printed.Photo(4000, 3000), 500)!));
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
