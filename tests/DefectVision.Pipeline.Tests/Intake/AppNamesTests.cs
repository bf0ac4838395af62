using System.Globalization;
using DefectVision.Fixtures;
using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Judging;
using DefectVision.Pipeline.Intake;

namespace DefectVision.Pipeline.Tests.Intake;

/// <summary>Rule: unrelated photos, however a phone, a camera or a messenger names them, are as many items.</summary>
public sealed class AppNamesTests : IDisposable
{
    private const int Photos = 12;

    // {0} is the photo's number, {0:00} a second of the same minute.
    private static readonly string[] Forms =
    [
        "IMG_{0:0000}.JPG", "IMG_E{0:0000}.JPG", "IMG_{0:0000} 2.JPG", "IMG_0001 ({0}).JPG", "DSC_{0:0000}.JPG", "_DSC{0:0000}.JPG", "DSCF{0:0000}.JPG", "P11{0:00000}.JPG",
        "GOPR{0:0000}.JPG", "DJI_{0:0000}.JPG", "DJI_202611201115{0:00}_{0:0000}_V.JPG", "CAM{0:00000}.jpg", "SAM_{0:0000}.JPG", "100_{0:0000}.JPG",
        "202611201115{0:00}.jpg", "20261120_1115{0:00}.jpg", "20261120_111502_{0:000}.jpg", "20261120_111502({0}).jpg", "IMG20261120{0:000000}.jpg", "IMG_20261120_1115{0:00}.jpg",
        "IMG_20261120_1115{0:00}_HDR.jpg", "IMG_20261120_111502_BURST{0:000}.jpg", "IMG_20261120_111502_BURST{0}.jpg", "{0:00000}IMG_{0:00000}_BURST20261120111502_COVER.jpg",
        "PXL_20261120_0315{0:00}123.jpg", "PXL_20261120_0315{0:00}123.MP.jpg", "PXL_20261120_0315{0:00}123.PORTRAIT.jpg", "PXL_20261120_0315{0:00}123.RAW-01.COVER.jpg",
        "IMG-20261120-WA{0:0000}.jpg", "WhatsApp Image 2026-11-20 at 11.15.{0:00}.jpeg", "WhatsApp Image 2026-11-20 at 11.15.02 ({0}).jpeg", "WhatsApp Image 2026-11-20 at 11.15.02_{0:x}f3a9c1e.jpg",
        "mmexport17636000000{0:00}.jpg", "wx_camera_17636000000{0:00}.jpg", "微信图片_202611201115{0:00}.jpg", "微信图片_202611201115{0:00}_{0}_35.jpg", "企业微信截图_1763600000{0:0000}.png", "QQ图片202611201115{0:00}.jpg",
        "lADPDgQ9y{0}abc_3024_4032.jpg", "photo_2026-11-20_11-15-{0:00}.jpg", "photo_{0}_2026-11-20_11-15-02.jpg", "viber_image_2026-11-20_11-15-02-{0:000}.jpg", "signal-2026-11-20-11-15-02-{0:000}.jpg",
        "LINE_ALBUM_20261120_{0}.jpg", "received_1015987654321{0:00}.jpeg", "FB_IMG_17636000000{0:00}.jpg", "480{0:000}_1015987654321{0:00}_8234_n.jpg", "Screenshot_20261120-1115{0:00}_Gallery.jpg",
        "Screenshot_2026-11-20-11-15-02-{0:000}_com.tencent.mm.jpg", "WIN_20261120_11_15_{0:00}_Pro.jpg", "TimePhoto_20261120_1115{0:00}.jpg", "CamScanner 11-20-2026 11.15_{0}.jpg",
        "2026-11-20 11.15.{0:00}.jpg", "{0:X8}-CA47-1067-B31D-00DD010662DA.jpg", "item-a1b2_{0}_photo-1.jpg", "item-a1b2_photo-{0}.jpg", "Photo {0}.jpg", "image_{0}.png", "viber_image_{0}.jpg", "shirt_photo{0}.jpg",
    ];

    private readonly TempFolder _temp = new();

    public static TheoryData<string> AllForms => [.. Forms];

    public void Dispose() => _temp.Dispose();

    [Theory]
    [MemberData(nameof(AllForms))]
    public void Photos_of_one_app_are_an_item_each(string form)
    {
        var names = Enumerable.Range(1, Photos).Select(number => string.Format(CultureInfo.InvariantCulture, form, number)).ToList();
        Assert.Equal(Photos, Items(names).Distinct().Count());
    }

    [Fact]
    public void Photos_of_all_apps_in_one_lot_are_an_item_each()
    {
        var names = Forms.SelectMany(form => Enumerable.Range(1, 3).Select(number => string.Format(CultureInfo.InvariantCulture, form, number))).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(names.Count(name => !name.StartsWith("IMG_E", StringComparison.Ordinal)), Items([.. names]).Distinct().Count());
    }

    [SkippableFact]
    public void The_kept_cases_are_told_apart_as_their_column_says()
    {
        var file = Path.Combine(CasesFolder.Path, "names", "names.csv");
        Skip.IfNot(File.Exists(file), "the kept cases are not beside the repository");
        var rows = File.ReadLines(file).Skip(1).Select(line => line.Split(',')).Select(cells => (App: cells[0], Photo: cells[1].Trim('"'), Item: cells[2])).ToList();
        Assert.NotEmpty(rows);
        Assert.All(rows.GroupBy(row => row.App), app =>
        {
            var found = Items([.. app.Select(row => row.Photo)], app.Key);
            Assert.Equal(app.Select(row => row.Item).Distinct().Count(), found.Distinct().Count());
        });
    }

    private List<string> Items(IReadOnlyList<string> names, string lot = "lot-1")
    {
        foreach (var name in names)
        {
            _temp.Put($"{lot}/shipment/{lot}/{name}", name);
        }

        var intake = ShipmentIntake.Of(new IntakeOptions(_temp.At($"{lot}/shipment"), _temp.At("out"), new Dictionary<ListKind, string>()), new AgreedTerms(Agreement.None));
        Assert.Equal(names.Count, intake.Files.Count);
        return [.. intake.Files.Where(found => found.Decided != PhotoOutcome.Attachment).Select(found => found.Place!.Item)];
    }
}
